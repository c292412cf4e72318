package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tenkyo.quickstart.counts.Tally;
import jp.tenkyo.quickstart.counts.TopicReader;
import jp.tenkyo.quickstart.mailbox.MailStore;
import jp.tenkyo.quickstart.mailbox.MailboxPage;
import jp.tenkyo.quickstart.page.PageServer;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.stack.LocalBroker;
import jp.tenkyo.stack.LocalMail;
import jp.tenkyo.stack.LocalRegistry;

/**
 * The parts that take a city in, up and ready: broker, mail server and pages in this process, registry and services in
 * their own. {@link #complete} adds the rest.
 *
 * @param reader counts what goes through the topics
 * @param mails that arrived
 */
record Stack(DataFolder data, Endpoints endpoints, Services services, TopicReader reader, MailStore mails) {

    static final TopicLayout LAYOUT = new TopicLayout(6, (short) 1);

    /** Starts the parts in the order in which they need each other. Each is kept as soon as it runs. */
    static Stack start(
            Settings settings,
            ServiceSettings serviceSettings,
            CityIssuers issuers,
            Parts parts,
            Progress progress,
            Console console)
            throws Exception {
        return new Start(settings, serviceSettings, issuers, parts, progress, console).all();
    }

    Tally tally() {
        return reader.tally();
    }

    /**
     * Starts the service that answers verifiers, and says where all is. While a city is loaded nobody asks it yet, and
     * it would take the load's processor.
     */
    void complete(Console console) throws Exception {
        console.step("verifiers' service", () -> {
            services.startStatus();
            return endpoints.status();
        });
        Leftovers.record(data.processes());
        endpoints.write(data.endpoints());
    }

    private static final class Start {

        private final DataFolder data;
        private final ServiceJars jars;
        private final CityIssuers issuers;
        private final ServiceSettings serviceSettings;
        private final Parts parts;
        private final Progress progress;
        private final Console console;
        private final PortPlan ports = PortPlan.choose(new Ports());
        private final MailStore mails = new MailStore(InstantSource.system());

        Start(
                Settings settings,
                ServiceSettings serviceSettings,
                CityIssuers issuers,
                Parts parts,
                Progress progress,
                Console console)
                throws IOException, InterruptedException {
            this.serviceSettings = serviceSettings;
            this.data = settings.data();
            this.jars = ServiceJars.in(settings.home());
            this.issuers = issuers;
            this.parts = parts;
            this.progress = progress;
            this.console = console;
        }

        Stack all() throws Exception {
            if (!ports.isUsual()) {
                console.say("  Some of the usual ports are taken; free ones were chosen instead.");
            }
            var registryUrl = brokerAndRegistry();
            console.step("topics and schemas", () -> prepare(registryUrl));
            mail();
            var special = serviceSettings.toStatus(SubscriberKey.in(data).arguments());
            var commands = new ServiceCommands(jars, data, ports, registryUrl, special, issuers);
            var services = parts.keep(Services.start(commands));
            Leftovers.record(data.processes());
            var reader = parts.keep(TopicReader.start(bootstrapServers(), registryUrl));
            var endpoints = endpoints(registryUrl);
            pages(endpoints, reader.tally());
            console.step("services", () -> {
                services.awaitReady();
                return endpoints.lifecycle() + "  " + endpoints.notifier();
            });
            return new Stack(data, endpoints, services, reader, mails);
        }

        /** Side by side: each takes seconds, and neither needs the other. */
        private String brokerAndRegistry() throws Exception {
            try (var aside = Executors.newSingleThreadExecutor()) {
                var registry = aside.submit(() -> parts.keep(LocalRegistry.start(data.registry(), ports.registry())));
                try {
                    console.step(
                            "broker",
                            () -> parts.keep(LocalBroker.start(data.kafka(), ports.kafka()))
                                    .bootstrapServers());
                    return console.step("registry", () -> result(registry).url());
                } catch (InterruptedException e) {
                    aside.shutdownNow();
                    throw e;
                }
            }
        }

        private static <T> T result(Future<T> future) throws Exception {
            try {
                return future.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }

        private String prepare(String registryUrl) throws Exception {
            Leftovers.record(data.processes());
            var made = Preparation.prepare(bootstrapServers(), registryUrl, LAYOUT);
            Files.writeString(data.prepared(), "");
            return made;
        }

        private void mail() throws Exception {
            console.step("mail", () -> {
                parts.keep(LocalMail.start(ports.smtp(), mails::receive));
                return smtp();
            });
        }

        private void pages(Endpoints endpoints, Tally tally) throws Exception {
            console.step("pages", () -> {
                parts.keep(PageServer.start(ports.mailbox(), new MailboxPage(mails, endpoints.startPage())));
                var clock = Files.exists(data.simulated())
                        ? Optional.of(parts.keep(new BusinessClock(endpoints.lifecycle())))
                        : Optional.<BusinessClock>empty();
                var certificates = Optional.of(parts.keep(new CertificateFiles(issuers.ca(), endpoints.lifecycle())));
                var page = new StartPage(endpoints, new DataFiles(data), certificates, clock, () -> seen(tally));
                parts.keep(PageServer.start(ports.startPage(), page));
                return endpoints.startPage() + "  " + endpoints.mailbox();
            });
        }

        private StartPage.Seen seen(Tally tally) {
            Map<String, Long> counts = new HashMap<>(tally.counts());
            counts.put("mails", mails.arrived());
            return new StartPage.Seen(counts, tally.revokedHolder(), progress.now());
        }

        private Endpoints endpoints(String registryUrl) {
            return new Endpoints(
                    PortPlan.url(ports.startPage()),
                    PortPlan.url(ports.lifecycle()),
                    PortPlan.url(ports.notifier()),
                    PortPlan.url(ports.status()),
                    bootstrapServers(),
                    registryUrl,
                    smtp(),
                    PortPlan.url(ports.mailbox()));
        }

        private String bootstrapServers() {
            return "127.0.0.1:" + ports.kafka();
        }

        private String smtp() {
            return "127.0.0.1:" + ports.smtp();
        }
    }
}
