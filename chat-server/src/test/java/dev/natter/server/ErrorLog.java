package dev.natter.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Remembers what no test may leave in the log: errors, Netty's buffer leaks among them, and stack traces of any level.
 * logback-test.xml puts it to use.
 */
public final class ErrorLog extends AppenderBase<ILoggingEvent> {

    private static final String LEAK = "LEAK: ";

    private static final LinkedBlockingQueue<String> ERRORS = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
        boolean hasStackTrace =
                event.getThrowableProxy() != null && event.getLevel().isGreaterOrEqual(Level.INFO);
        if (hasStackTrace || event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            ERRORS.add(event.getLoggerName() + ": " + event.getFormattedMessage());
        }
    }

    /** What was logged since the last call. */
    public static List<String> take() {
        List<String> errors = new ArrayList<>();
        ERRORS.drainTo(errors);
        return errors;
    }

    /** What was logged of leaked buffers since the last call. Other errors stay for {@link #take}. */
    static List<String> takeLeaks() {
        List<String> leaks =
                ERRORS.stream().filter(error -> error.contains(LEAK)).toList();
        ERRORS.removeAll(leaks);
        return leaks;
    }
}
