package jp.tenkyo.quickstart.city;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ContactPoint;
import org.apache.avro.specific.SpecificRecord;

/**
 * A small city and one of its days. Everything follows from the settings; streams are made anew each time and keep
 * nothing.
 *
 * <p>To be sent in this order, each part decided before the next begins: {@link #population()}, the files of
 * {@link #writeDayFiles(Path)}, {@link #requestsAfterImport()}.
 */
public final class City {

    private final CitySettings settings;
    private final Holders holders;
    private final Requests requests;

    private City(CitySettings settings) {
        this.settings = settings;
        this.holders = new Holders(settings);
        this.requests = new Requests(settings);
    }

    public static City generate(CitySettings settings) {
        return new City(settings);
    }

    public CitySettings settings() {
        return settings;
    }

    /**
     * Every certificate held before the day; a holder's in the order in which they were made. For certificate-requests.
     */
    public Stream<Keyed<CertificateRequestMessage>> registrations() {
        return holders.all().flatMap(this::registrations);
    }

    private Stream<Keyed<CertificateRequestMessage>> registrations(Holder holder) {
        return holder.certificates().stream().map(certificate -> requests.message(holder, certificate));
    }

    /** Where holders of a card can be reached. For contact-points. */
    public Stream<Keyed<ContactPoint>> contactPoints() {
        return holders.all().flatMap(City::contactPoint);
    }

    private static Stream<Keyed<ContactPoint>> contactPoint(Holder holder) {
        return holder.hasCard() ? Contacts.of(holder).stream() : Stream.empty();
    }

    /** {@link #contactPoints()} and {@link #registrations()} in one pass: where somebody can be reached comes first. */
    public Stream<Keyed<? extends SpecificRecord>> population() {
        return holders.all().flatMap(holder -> Stream.concat(contactPoint(holder), registrations(holder)));
    }

    /**
     * Writes the day's changes in the municipal export form; overwrites files of the same day.
     *
     * @return the files, to be imported in this order
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public List<Path> writeDayFiles(Path folder) {
        return new DayFiles(settings, holders).write(folder);
    }

    /** Renewals, and signing certificates made anew after a change. For certificate-requests, after the files. */
    public Stream<Keyed<CertificateRequestMessage>> requestsAfterImport() {
        return IntStream.range(0, holders.roster().grouped())
                .mapToObj(holders::of)
                .flatMap(holder ->
                        requests.made(holder).stream().map(certificate -> requests.message(holder, certificate)));
    }

    public Truth truth() {
        return new CityTruth(settings, holders);
    }

    Holders holders() {
        return holders;
    }
}
