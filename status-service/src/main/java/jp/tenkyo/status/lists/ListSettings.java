package jp.tenkyo.status.lists;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How revocation lists are made, under {@code tenkyo.lists}.
 *
 * @param signers one for each issuer that is to have lists: a certificate of that issuer under its own name, with its
 *     key
 * @param folder where lists are kept, for good; null: {@code lists} in the state folder
 * @param buildEvery how often what has changed is brought into lists
 * @param fullEvery how often full lists are made, and those of municipalities where nothing changed
 * @param validFor from thisUpdate to nextUpdate
 * @param deltaValidFor the same for deltas, which are made anew at half of it
 * @param keptFor how long lists are kept that stand no more
 * @param publishedAt URL under which verifiers reach this service, named in full lists so that they find the delta;
 *     empty: not named
 */
@ConfigurationProperties("tenkyo.lists")
record ListSettings(
        @DefaultValue List<SignerFiles> signers,
        @Nullable Path folder,
        @DefaultValue("30s") Duration buildEvery,
        @DefaultValue("24h") Duration fullEvery,
        @DefaultValue("36h") Duration validFor,
        @DefaultValue("2h") Duration deltaValidFor,
        @DefaultValue("3653d") Duration keptFor,
        @DefaultValue("") String publishedAt) {

    private static final Duration BUILD_EVERY_MIN = Duration.ofSeconds(1);

    ListSettings {
        signers = List.copyOf(signers);
        if (buildEvery.compareTo(BUILD_EVERY_MIN) < 0) {
            throw new IllegalArgumentException("tenkyo.lists.build-every must be 1 s or more, not " + buildEvery);
        }
        if (fullEvery.compareTo(buildEvery) < 0 || validFor.compareTo(fullEvery) <= 0) {
            throw new IllegalArgumentException(
                    "tenkyo.lists.valid-for (%s) must be more than full-every (%s), which must be build-every (%s) or more"
                            .formatted(validFor, fullEvery, buildEvery));
        }
        if (deltaValidFor.compareTo(buildEvery.multipliedBy(4)) < 0) {
            throw new IllegalArgumentException(
                    "tenkyo.lists.delta-valid-for must be four times build-every (%s) or more, not %s"
                            .formatted(buildEvery, deltaValidFor));
        }
        if (keptFor.compareTo(validFor) < 0) {
            throw new IllegalArgumentException("tenkyo.lists.kept-for must be valid-for or more, not " + keptFor);
        }
    }

    Optional<Path> ownFolder() {
        return Optional.ofNullable(folder);
    }

    /**
     * @param certificate PEM file
     * @param key PEM file, PKCS #8 without password, readable for this service alone
     */
    record SignerFiles(String certificate, String key) {}
}
