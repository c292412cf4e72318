package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tenkyo.schemas.ChangeReasons;
import jp.tenkyo.schemas.ChangedAttributes;

/** Writes a holder's rows in the municipal export form. */
final class Rows {

    private static final int KNOWN_HERE_MAX = 3;
    private static final List<DateStyle> STYLES = List.of(DateStyle.values());

    private final CitySettings settings;

    Rows(CitySettings settings) {
        this.settings = settings;
    }

    /** The rows of one holder, in the order in which they must arrive. */
    List<Row> of(Holder holder) {
        return holder.group().rows().stream()
                .map(pattern -> row(holder, pattern))
                .toList();
    }

    /**
     * The version of the city's record that the row makes. Somebody from elsewhere has numbers of their own here;
     * without a card the row is the first that is known.
     */
    static int numberOf(Holder holder, RowPattern pattern) {
        if (!holder.hasCard()) {
            return 1;
        }
        return holder.group().traits().municipality().equals(Places.CHITOSE)
                ? holder.recordNumber() + pattern.numberStep()
                : 1 + holder.index() % KNOWN_HERE_MAX;
    }

    private Row row(Holder holder, RowPattern pattern) {
        var random = Draws.of(settings.seed(), Draws.Purpose.ROWS, holder.index());
        var style = STYLES.get(random.nextInt(STYLES.size()));
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.EVENT_ID, eventId(holder));
        cells.put(Column.HOLDER_ID, holder.holderId());
        cells.put(Column.MUNICIPALITY, Places.CHITOSE);
        cells.put(Column.RECORD_NUMBER, Integer.toString(numberOf(holder, pattern)));
        cells.put(Column.REASON, inWidth(ChangeReasons.nameOf(pattern.reason()), random.nextBoolean()));
        cells.put(Column.CHANGED, changed(pattern));
        dates(cells, pattern, style, random.nextBoolean());
        extras(cells, holder, pattern);
        var spoil = pattern.spoil();
        if (spoil != null) {
            spoil.accept(cells, settings.today());
        }
        return new Row(eventId(holder), holder, pattern, Map.copyOf(cells));
    }

    private void dates(Map<Column, String> cells, RowPattern pattern, DateStyle style, boolean notified) {
        var eventDate = settings.today().plusDays(pattern.eventDays());
        var planned = pattern.plannedDays();
        cells.put(Column.EVENT_DATE, style.of(eventDate));
        cells.put(Column.PROCESSED_DATE, style.of(settings.today()));
        if (notified) {
            cells.put(Column.NOTIFIED_DATE, style.of(settings.today()));
        }
        if (planned != null) {
            cells.put(Column.PLANNED_MOVE_OUT_DATE, style.of(settings.today().plusDays(planned)));
        }
    }

    private void extras(Map<Column, String> cells, Holder holder, RowPattern pattern) {
        var continued = pattern.continuedUse();
        if (continued != null) {
            cells.put(Column.CONTINUED_USE, continued ? "有" : "無");
        }
        if (pattern.amends()) {
            cells.put(Column.AMENDS, eventId(settings.today().minusDays(holder.index() % 5 + 1), holder.index()));
        }
    }

    /** Exports write brackets in full or half width as they please. */
    private static String inWidth(String name, boolean full) {
        return full ? name.replace('(', '（').replace(')', '）') : name;
    }

    private static String changed(RowPattern pattern) {
        return pattern.changed().stream()
                .sorted()
                .map(ChangedAttributes::nameOf)
                .collect(Collectors.joining(";"));
    }

    /** The situation, with the row that brought it about. */
    String because(Holder holder) {
        var group = holder.group();
        return group.rows().isEmpty() ? group.name() : group.name() + " [" + eventId(holder) + "]";
    }

    String eventId(Holder holder) {
        return eventId(settings.today(), holder.index());
    }

    private static String eventId(LocalDate day, int index) {
        return "chitose-%s-%06d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), index);
    }
}
