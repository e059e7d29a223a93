package dev.natter.server.config;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections the system's limit on open files leaves room for. */
final class FileLimit {

    private static final int USUAL_CONNECTIONS = 10_000;

    /** Jars, listeners, logs and those without a place need some too. */
    private static final int RESERVED = 100;

    private static final int RESERVED_PER_LOOP = 3;

    private FileLimit() {}

    static int connections(int eventLoops) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long files = system.getMaxFileDescriptorCount() - RESERVED - (long) RESERVED_PER_LOOP * eventLoops;
            return (int) Math.max(1, Math.min(USUAL_CONNECTIONS, files));
        }
        return USUAL_CONNECTIONS;
    }
}
