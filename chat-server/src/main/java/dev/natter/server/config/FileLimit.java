package dev.natter.server.config;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the system's limit on open files leaves room for. Over it nobody could even be told that there is no place, so
 * the limit on connections is never higher.
 *
 * @param files how many may be open
 * @param eventLoops how many of the server's event loops need some of them
 */
record FileLimit(long files, int eventLoops) {

    private static final int USUAL_CONNECTIONS = 10_000;

    /** Jars, listeners, logs and those without a place need some too. */
    private static final int RESERVED = 100;

    private static final int RESERVED_PER_LOOP = 3;

    /** That of this process. */
    static FileLimit current(int eventLoops) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? new FileLimit(system.getMaxFileDescriptorCount(), eventLoops)
                : new FileLimit(Integer.MAX_VALUE, eventLoops);
    }

    /**
     * How many connections there may be; 0 means no limit.
     *
     * @param wanted what the operator asked for, if anything
     */
    int connections(@Nullable Integer wanted) {
        return wanted != null && wanted == 0 ? 0 : Math.min(wanted == null ? USUAL_CONNECTIONS : wanted, room());
    }

    /** What the operator should know: that there is less room than what they asked for, or than what is usual. */
    Optional<String> warning(@Nullable Integer wanted) {
        int expected = wanted == null || wanted == 0 ? USUAL_CONNECTIONS : wanted;
        if (expected <= room()) {
            return Optional.empty();
        }
        String reason = "the system allows " + files + " open files (ulimit -n)";
        if (wanted == null) {
            return Optional.of("room for " + room() + " connections only: " + reason);
        }
        return Optional.of(
                wanted == 0
                        ? "--max-connections 0 is no limit, but there is room for about " + room() + " only: " + reason
                        : "--max-connections " + wanted + " is lowered to " + room() + ": " + reason);
    }

    private int room() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, files - RESERVED - (long) RESERVED_PER_LOOP * eventLoops));
    }
}
