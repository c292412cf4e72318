package jp.tenkyo.notifier.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.notifier.topology.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells holders what the outbox holds, at most {@code atOnceMax} at a time. Works in rounds, called by one thread.
 *
 * <p>Order of a crash: mail, then record, then the topology reads the record and empties the outbox. A crash between
 * the first two sends the mail again, with the same Message-ID (RFC 1047: no order avoids both loss and repetition). A
 * crash between the last two does not, since nothing is sent before notice-deliveries was read to its end.
 */
public final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Outbox outbox;
    private final DeliveryLog log;
    private final InstantSource clock;
    private final SenderSettings settings;
    private final Attempt attempt;
    private final ReadProgress progress;
    private final ServerPause pause;
    private final ExecutorService workers;

    /** Recorded, and not yet taken out of the outbox by the topology. At most a page for each partition. */
    private final Set<Place> handled = ConcurrentHashMap.newKeySet();

    /** Done, and not yet recorded, because the broker was away. While there are any, nothing is sent. */
    private final Queue<Done> unrecorded = new ConcurrentLinkedQueue<>();

    private volatile Optional<Instant> oldest = Optional.empty();

    private record Place(int partition, Due due) {

        static Place of(Outbox.Entry entry) {
            return new Place(entry.partition(), entry.due());
        }
    }

    private record Done(Outbox.Entry entry, Delivery delivery) {}

    public Sender(
            Outbox outbox,
            TopicEnds ends,
            DeliveryLog log,
            Mailer mailer,
            Letters letters,
            InstantSource clock,
            SenderSettings settings) {
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
        this.progress = new ReadProgress(ends, clock);
        this.pause = new ServerPause(settings.serverBackOff());
        this.attempt = new Attempt(outbox, mailer, letters, pause, clock, settings);
        this.workers = Executors.newFixedThreadPool(
                settings.atOnceMax(), Thread.ofPlatform().name("mail-", 0).factory());
    }

    /** Sends what is due and may be sent. Returns how many notices it dealt with; 0 says that there is time to rest. */
    public int round() throws InterruptedException {
        var partitions = outbox.partitions();
        progress.refresh(partitions);
        forgetWhatIsGone(partitions.keySet());
        recordLeftovers();
        var due = due(partitions.keySet());
        var now = clock.instant();
        if (!unrecorded.isEmpty() || pause.lasts(now)) {
            return 0;
        }
        return work(due);
    }

    /** A key that the topology has removed or moved needs no remembering. */
    private void forgetWhatIsGone(Set<Integer> partitions) {
        handled.removeIf(
                place -> !partitions.contains(place.partition()) || !outbox.holds(place.partition(), place.due()));
    }

    private void recordLeftovers() {
        for (var done = unrecorded.peek(); done != null; done = unrecorded.peek()) {
            try {
                log.record(done.delivery());
            } catch (DeliveryLog.NotRecordedException e) {
                LOG.warn("{} deliveries wait to be recorded; sending is paused.", unrecorded.size(), e);
                return;
            }
            // Again, since its partition may have left and come back while the broker was away.
            handled.add(Place.of(done.entry()));
            unrecorded.remove();
        }
    }

    private List<Outbox.Entry> due(Collection<Integer> partitions) {
        var due = new ArrayList<Outbox.Entry>();
        var seen = new ArrayList<Instant>();
        for (var partition : partitions) {
            if (progress.isOpen(partition)) {
                var page = outbox.due(partition, clock.instant(), settings.pageMax());
                page.stream().map(entry -> entry.waiting().enteredAt()).forEach(seen::add);
                page.stream()
                        .filter(entry -> !handled.contains(Place.of(entry)))
                        .forEach(due::add);
            }
        }
        oldest = seen.stream().min(Instant::compareTo);
        return due;
    }

    /** While the server is away one notice goes ahead at a time; as soon as it answers, the rest follow at once. */
    private int work(List<Outbox.Entry> due) throws InterruptedException {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var entry : due) {
            var contactsRead = mayConclude(entry);
            tasks.add(() -> tell(entry, contactsRead));
        }
        var told = 0;
        var next = 0;
        while (next < tasks.size() && pause.isAway()) {
            told += run(tasks.subList(next, next + 1));
            next++;
        }
        return told + run(tasks.subList(next, tasks.size()));
    }

    /** Asked in the round's own thread, because the progress is for one thread. */
    private boolean mayConclude(Outbox.Entry entry) {
        var waiting = entry.waiting();
        return outbox.contactPoint(entry.partition(), waiting.notice().holderId()) != null
                || progress.isReadAsOf(entry.partition(), waiting.enteredAt());
    }

    private int run(List<Callable<Boolean>> tasks) throws InterruptedException {
        var told = 0;
        for (var task : workers.invokeAll(tasks)) {
            try {
                told += task.get() ? 1 : 0;
            } catch (ExecutionException e) {
                // Traces of this service's own code name no person; what mail servers say does not get this far.
                LOG.error("A notice could not be dealt with; it stays in the outbox.", e.getCause());
            }
        }
        return told;
    }

    private boolean tell(Outbox.Entry entry, boolean contactsRead) {
        if (pause.lasts(clock.instant()) || !unrecorded.isEmpty()) {
            return false;
        }
        var delivery = attempt.at(entry, contactsRead);
        delivery.ifPresent(done -> {
            handled.add(Place.of(entry));
            try {
                log.record(done);
            } catch (DeliveryLog.NotRecordedException e) {
                unrecorded.add(new Done(entry, done));
            }
        });
        return delivery.isPresent();
    }

    /** When the longest waiting of the due notices came; empty where none is due. As of the last round. */
    public Optional<Instant> oldestDue() {
        return oldest;
    }

    public boolean mailServerAway() {
        return pause.isAway();
    }

    /** Partitions of which everything was read that lay there when they came here. */
    public Set<Integer> openPartitions() {
        return progress.openPartitions();
    }

    /** Waits for mails on their way, each of which is bounded by the mailer's time-outs. */
    @Override
    public void close() {
        workers.close();
    }
}
