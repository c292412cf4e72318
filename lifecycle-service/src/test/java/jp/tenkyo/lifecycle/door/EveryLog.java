package jp.tenkyo.lifecycle.door;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/**
 * All that is logged at any level, but for loggers that are kept at information; with messages, arguments, exceptions
 * and context. Tomcat logs to the JDK's loggers.
 */
final class EveryLog implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger jdkRoot = LogManager.getLogManager().getLogger("");
    private final Level before = root.getLevel();
    private final java.util.logging.Level jdkBefore = jdkRoot.getLevel();
    /** Stand back meanwhile: nobody wants to read all that. */
    private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Collection<java.util.logging.Logger> kept;
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(textOf(event));
        }
    };
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLoggerName() + " " + record.getMessage() + " " + Arrays.toString(record.getParameters())
                    + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** @param atInformation loggers of the JDK that keep to what is worth telling */
    EveryLog(Collection<String> atInformation) {
        kept = atInformation.stream().map(java.util.logging.Logger::getLogger).toList();
        kept.forEach(logger -> logger.setLevel(java.util.logging.Level.INFO));
        root.iteratorForAppenders().forEachRemaining(usual::add);
        usual.forEach(root::detachAppender);
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        handler.setLevel(java.util.logging.Level.ALL);
        jdkRoot.addHandler(handler);
        jdkRoot.setLevel(java.util.logging.Level.ALL);
    }

    List<String> lines() {
        return lines;
    }

    private static String textOf(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        Map<String, String> mdc = event.getMDCPropertyMap();
        return event.getLoggerName() + " " + event.getFormattedMessage() + " "
                + Arrays.toString(event.getArgumentArray()) + " " + mdc + " "
                + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(appender);
        usual.forEach(root::addAppender);
        jdkRoot.setLevel(jdkBefore);
        jdkRoot.removeHandler(handler);
        kept.forEach(logger -> logger.setLevel(null));
    }
}
