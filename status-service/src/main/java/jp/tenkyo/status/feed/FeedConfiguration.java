package jp.tenkyo.status.feed;

import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.StatusTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feed together. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    ChangeSignal changeSignal(StatusTable table) {
        var signal = new ChangeSignal();
        table.listen(signal);
        return signal;
    }

    @Bean
    Feed feed(StatusTable table, StatusTopic topic, FreshnessWatch freshness, Clocks clocks) {
        return new Feed(table, topic.partitions(), freshness, clocks.business());
    }

    @Bean
    FeedAnswers feedAnswers(AccessLog log) {
        return new FeedAnswers(log);
    }

    @Bean
    Waiters waiters(
            Feed feed, ChangeSignal signal, FeedAnswers answers, AccessLog log, FeedSettings settings, Clocks clocks) {
        var poll = new LongPoll(feed, signal, clocks.monotonic());
        var stream = new FeedStream(poll, log, settings, clocks.monotonic());
        var room = new WaitingRoom(settings.waitingMax(), settings.waitingPerClientMax());
        return new Waiters(poll, stream, answers, signal, room);
    }
}
