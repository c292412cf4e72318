package jp.tenkyo.lifecycle.reads;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.issuers.Issuers;
import org.springframework.context.annotation.Bean;

/** The reads' HTTP surface with nothing behind it. */
public class ReadsSlice {

    @Bean
    ReadsController readsController(InstantSource clock) {
        return new ReadsController(new NothingKnown(), clock);
    }

    @Bean
    AnnouncementsController announcementsController() {
        return new AnnouncementsController(Issuers.EVERY, () -> new Announcements(true, List.of()));
    }

    private static final class NothingKnown implements Reads {

        @Override
        public Optional<CertificateView> certificate(String certificateId) {
            return Optional.empty();
        }

        @Override
        public Optional<HolderRecord> holder(String holderId) {
            return Optional.empty();
        }

        @Override
        public List<TimelineStep> timeline(String holderId) {
            return List.of();
        }

        @Override
        public DecisionPage decisions(String after, int size) {
            return DecisionPage.of(List.of(), size, List.of(0), List.of());
        }

        @Override
        public long recordsBehind() {
            return 0;
        }
    }
}
