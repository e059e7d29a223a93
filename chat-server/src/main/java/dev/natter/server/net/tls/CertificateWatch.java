package dev.natter.server.net.tls;

import dev.natter.server.tls.TlsFiles;
import dev.natter.server.tls.TlsIdentity;
import dev.natter.server.tls.TlsSettings;
import dev.natter.server.tls.UnusableTlsFilesException;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds at what is in the files, and takes a new identity into use. What is new has to be the same at two
 * looks in a row: of what is just being written, or of a certificate whose key has yet to be copied, nobody need hear. What
 * stays broken is logged once, and the identity in use stays, too.
 */
final class CertificateWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final Duration SOON = Duration.ofDays(14);

    /** What was found: a content, or else what is wrong with the files. */
    private record Look(TlsFiles.@Nullable Content content, String problem) {}

    private final TlsFiles files;
    private final Clock clock;
    private final Consumer<TlsIdentity> onRenewal;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("natter-certificate", true));

    private Look last;
    private Look settled;

    /** @param onRenewal takes a new identity into use; called on a thread of the watch's own */
    CertificateWatch(TlsSettings settings, Clock clock, Consumer<TlsIdentity> onRenewal) {
        this.files = settings.files();
        this.clock = clock;
        this.onRenewal = onRenewal;
        this.last = new Look(settings.content(), "");
        this.settled = last;
        warnIfItEndsSoon(settings.identity());
    }

    void begin() {
        timer.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** Never throws, as that would have been the last look. */
    void look() {
        Look now = read();
        if (now.equals(last) && !now.equals(settled)) {
            settled = now;
            settle(now);
        }
        last = now;
    }

    private Look read() {
        try {
            return new Look(files.read(), "");
        } catch (UnusableTlsFilesException e) {
            return new Look(null, String.valueOf(e.getMessage()));
        }
    }

    private void settle(Look found) {
        TlsFiles.Content content = found.content();
        if (content == null) {
            keepTheOldOne(found.problem());
            return;
        }
        try {
            TlsIdentity identity = content.identity();
            onRenewal.accept(identity);
            LOG.info(
                    "the certificate in {} is used from now on; it ends on {}",
                    files.certificate(),
                    identity.expires());
            warnIfItEndsSoon(identity);
        } catch (UnusableTlsFilesException | RuntimeException e) {
            keepTheOldOne(String.valueOf(e.getMessage()));
        }
    }

    private static void keepTheOldOne(String problem) {
        LOG.warn("the certificate is not renewed, the old one stays in use: {}", problem);
    }

    private void warnIfItEndsSoon(TlsIdentity identity) {
        Instant end = identity.expires();
        Instant now = clock.instant();
        if (end.isBefore(now)) {
            LOG.warn("the certificate in {} has ended on {}: clients will refuse it", files.certificate(), end);
        } else if (end.isBefore(now.plus(SOON))) {
            LOG.warn("the certificate in {} ends on {}", files.certificate(), end);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
