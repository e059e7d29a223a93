package dev.natter.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;

/**
 * The log goes to standard error, in the format and at the level that the options ask for. Logback finds this as a
 * service, where no file tells it something else; reading the same from XML takes a tenth of the time of a start.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    /** A system property: {@code text} or {@code json}. To be set before the first logger is made. */
    static final String FORMAT = "natter.log.format";

    /** A system property: the level of our own loggers, such as {@code DEBUG}. The same holds. */
    static final String LEVEL = "natter.log.level";

    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %msg%n";
    private static final int MAX_WAITING = 4096;

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        if (isLeftToAFile()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logging.getStatusManager().add(new NopStatusListener());
        ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
        standardError.setContext(logging);
        standardError.setTarget("System.err");
        standardError.setEncoder(encoder(logging));
        standardError.start();

        // A terminal that is stopped, or a full pipe, must not stop the server.
        AsyncAppender async = new AsyncAppender();
        async.setContext(logging);
        async.setName("async");
        async.setNeverBlock(true);
        async.setQueueSize(MAX_WAITING);
        async.setDiscardingThreshold(0);
        async.addAppender(standardError);
        async.start();

        Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(async);
        logging.getLogger("dev.natter").setLevel(Level.toLevel(System.getProperty(LEVEL), Level.INFO));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Services come first, so this one has to give way. */
    private static boolean isLeftToAFile() {
        return System.getProperty("logback.configurationFile") != null
                || LogConfigurator.class.getResource("/logback-test.xml") != null
                || LogConfigurator.class.getResource("/logback.xml") != null;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext logging) {
        Encoder<ILoggingEvent> encoder = "json".equals(System.getProperty(FORMAT)) ? json() : text();
        encoder.setContext(logging);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        JsonEncoder json = new JsonEncoder();
        json.setWithMessage(false);
        json.setWithFormattedMessage(true);
        return json;
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setCharset(UTF_8);
        text.setPattern(TEXT);
        return text;
    }
}
