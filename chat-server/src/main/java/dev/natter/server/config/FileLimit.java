package dev.natter.server.config;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections the system's limit on open files leaves room for. */
final class FileLimit {

    private static final int USUAL_CONNECTIONS = 10_000;

    /** Jars, listeners, logs and those without a place need some too. */
    private static final int RESERVED = 100;

    /** Each event loop needs three. */
    private static final int RESERVED_FOR_LOOPS = 3 * Runtime.getRuntime().availableProcessors();

    private FileLimit() {}

    static int connections() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long files = system.getMaxFileDescriptorCount() - RESERVED - RESERVED_FOR_LOOPS;
            return (int) Math.max(1, Math.min(USUAL_CONNECTIONS, files));
        }
        return USUAL_CONNECTIONS;
    }
}
