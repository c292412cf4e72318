package jp.tenkyo.quickstart.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.quickstart.city.Group.FollowUp;
import jp.tenkyo.quickstart.city.Group.Told;

/** What a holder must be told: at once for what happened, and today's reminders, one for each carrier and stage. */
record ExpectedNotices(CitySettings settings, Rows rows) {

    Stream<Expected.OfNotice> of(Holder holder) {
        return holder.group().told() == Told.NOTHING_EVER
                ? Stream.empty()
                : Stream.concat(reminders(holder), atOnce(holder));
    }

    private Stream<Expected.OfNotice> reminders(Holder holder) {
        Map<Carrier, Map<NoticeStage, List<String>>> due = new EnumMap<>(Carrier.class);
        for (var certificate : holder.certificates()) {
            Stages.dueOn(settings.today(), certificate.lastDay())
                    .ifPresent(stage -> due.computeIfAbsent(
                                    certificate.carrier(), carrier -> new EnumMap<>(NoticeStage.class))
                            .computeIfAbsent(stage, same -> new ArrayList<>())
                            .add(certificate.certificateId()));
        }
        return due.entrySet().stream()
                .flatMap(carrier -> carrier.getValue().entrySet().stream()
                        .map(stage -> notice(holder, carrier.getKey(), stage.getKey(), 1, 1, stage.getValue())));
    }

    private Stream<Expected.OfNotice> atOnce(Holder holder) {
        var onCard =
                switch (holder.group().told()) {
                    case NOTHING, NOTHING_EVER -> Stream.<Expected.OfNotice>empty();
                    case SIGNING_REVOKED -> Stream.of(plain(holder, Carrier.CARD, NoticeStage.SIGNING_REVOKED, 1, 1));
                    case BOTH_ENDED -> Stream.of(plain(holder, Carrier.CARD, NoticeStage.AUTHENTICATION_ENDED, 1, 1));
                    case RECORD_ERROR -> Stream.of(plain(holder, Carrier.CARD, NoticeStage.RECORD_ERROR, 1, 1));
                    case RENEWED -> Stream.of(plain(holder, Carrier.CARD, NoticeStage.RENEWED, 1, 2));
                };
        return Stream.of(onCard, onPhone(holder), afterReissue(holder)).flatMap(notices -> notices);
    }

    /** What ends on the phone is told apart from the card: of either kind, as the card's ended. */
    private Stream<Expected.OfNotice> onPhone(Holder holder) {
        return holder.hasPhone() && holder.group().told() != Told.NOTHING
                ? Stream.of(NoticeStage.SIGNING_REVOKED, NoticeStage.AUTHENTICATION_ENDED, NoticeStage.RECORD_ERROR)
                        .map(stage -> plain(holder, Carrier.PHONE, stage, 0, 1))
                : Stream.empty();
    }

    /** Likewise whether a new signing certificate after a change counts as renewed. */
    private Stream<Expected.OfNotice> afterReissue(Holder holder) {
        return holder.group().followUp() == FollowUp.REISSUE
                ? Stream.of(plain(holder, Carrier.CARD, NoticeStage.RENEWED, 0, 1))
                : Stream.empty();
    }

    private Expected.OfNotice plain(Holder holder, Carrier carrier, NoticeStage stage, int min, int max) {
        return notice(holder, carrier, stage, min, max, List.of());
    }

    private Expected.OfNotice notice(
            Holder holder, Carrier carrier, NoticeStage stage, int min, int max, List<String> certificateIds) {
        return new Expected.OfNotice(
                holder.holderId(),
                carrier,
                stage,
                min,
                max,
                holder.contact().outcome(),
                certificateIds,
                rows.because(holder));
    }
}
