package jp.tenkyo.schemas.setup;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/** Waits for a broker's answer, within bounds. */
final class BrokerAnswers {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

    private BrokerAnswers() {}

    /**
     * Closing a client waits for what it still asks: a broker that is away must not hold up the refusal for a minute.
     */
    static Admin ask(String bootstrapServers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWERED_WITHIN.toMillis()));
    }

    /**
     * @throws ExecutionException with the broker's own refusal as its cause
     * @throws BrokerUnavailableException if there is none in time
     */
    static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        return await(answer, ANSWERED_WITHIN);
    }

    static <T> T await(KafkaFuture<T> answer, Duration patience) throws ExecutionException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BrokerUnavailableException("The broker does not answer.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw new BrokerUnavailableException("The broker does not answer.", e);
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException("Interrupted while waiting for the broker.", e);
        }
    }

    static BrokerUnavailableException refused(String what, ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return new BrokerUnavailableException("The broker refuses %s: %s".formatted(what, cause.getMessage()), cause);
    }
}
