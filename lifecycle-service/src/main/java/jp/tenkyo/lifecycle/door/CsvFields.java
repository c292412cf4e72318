package jp.tenkyo.lifecycle.door;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.ExportNames;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;

/**
 * Fields of one row. Digits, letters and brackets may be full width (NFKC), but in identifiers that the source chose.
 */
final class CsvFields implements Fields {

    private static final String SEPARATOR = ";";

    private final List<String> row;
    private final Map<CsvColumn, Integer> places;
    private final Faults faults = new Faults();

    /** @param places at which the columns stand in the row */
    CsvFields(List<String> row, Map<CsvColumn, Integer> places) {
        this.row = row;
        this.places = places;
    }

    @Override
    public boolean has(String name) {
        return text(name).isPresent();
    }

    @Override
    public Optional<String> text(String name) {
        return name.equals(ResidentChangeForm.MUNICIPALITY) ? normal(name) : asWritten(name);
    }

    private Optional<String> asWritten(String name) {
        return Optional.ofNullable(places.get(CsvColumn.of(name)))
                .filter(place -> place < row.size())
                .map(place -> row.get(place).strip())
                .filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<Integer> number(String name) {
        return normal(name).flatMap(text -> {
            try {
                return Optional.of(Integer.parseInt(text));
            } catch (NumberFormatException e) {
                faults.add(name, "NOT_A_NUMBER", "整数ではありません");
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<Long> longNumber(String name) {
        throw new UnsupportedOperationException("No column carries a number of 64 bits");
    }

    @Override
    public Optional<LocalDate> date(String name) {
        return text(name).flatMap(text -> switch (WrittenDate.read(text)) {
            case WrittenDate.Read(var date) -> Optional.of(date);
            case WrittenDate.Unreadable() -> {
                faults.add(name, "NOT_A_DATE", "暦にある日付ではありません(例: 2026-04-01、令和8年4月1日、R8.4.1)");
                yield Optional.empty();
            }
            case WrittenDate.OutsideEra(var right) -> {
                faults.add(name, "NOT_A_DATE", "元号の期間外です(正しくは" + right + ")");
                yield Optional.empty();
            }
        });
    }

    @Override
    public Optional<Instant> instant(String name) {
        throw new UnsupportedOperationException("No column carries an instant");
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return normal(name).map(text -> text.toLowerCase(Locale.ROOT)).flatMap(text -> switch (text) {
            case "有", "true" -> Optional.of(true);
            case "無", "false" -> Optional.of(false);
            default -> {
                faults.add(name, "NOT_A_FLAG", "「有」か「無」で指定してください");
                yield Optional.empty();
            }
        });
    }

    @Override
    public <E extends Enum<E>> Optional<E> symbol(String name, Class<E> type) {
        return text(name).flatMap(text -> {
            var symbol = named(text, type);
            if (symbol.isEmpty()) {
                faults.add(name, "UNKNOWN_SYMBOL", "標準仕様にない名称です");
            }
            return symbol;
        });
    }

    @Override
    public <E extends Enum<E>> Set<E> symbols(String name, Class<E> type) {
        var names = normal(name).map(text -> text.split(SEPARATOR, -1)).orElseGet(() -> new String[0]);
        var symbols = EnumSet.noneOf(type);
        Arrays.stream(names)
                .map(part -> named(part, type))
                .flatMap(Optional::stream)
                .forEach(symbols::add);
        if (Arrays.stream(names).anyMatch(part -> named(part, type).isEmpty())) {
            faults.add(name, "UNKNOWN_SYMBOL", "標準仕様にない項目名があります(「" + SEPARATOR + "」で区切ってください)");
        }
        return Set.copyOf(symbols);
    }

    @Override
    public Faults faults() {
        return faults;
    }

    private Optional<String> normal(String name) {
        return asWritten(name)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    }

    private static <E extends Enum<E>> Optional<E> named(String text, Class<E> type) {
        if (type == ChangeReason.class) {
            return ExportNames.changeReason(text).map(type::cast);
        }
        if (type == ChangedAttribute.class) {
            return ExportNames.changedAttribute(text).map(type::cast);
        }
        throw new IllegalArgumentException("No column carries a " + type.getSimpleName());
    }
}
