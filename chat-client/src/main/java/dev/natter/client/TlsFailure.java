package dev.natter.client;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says in words for people why there is no TLS. */
public final class TlsFailure {

    /** A certificate's chain of causes is some exceptions long. */
    private static final int DEEPEST_CAUSE = 10;

    private TlsFailure() {}

    /** Whether a failure that Netty reports of a connection is one of TLS, rather than of the program. */
    public static boolean isOne(Throwable failure) {
        return failure instanceof DecoderException && failure.getCause() instanceof SSLException;
    }

    /** Whether the other end spoke, but not TLS. */
    public static boolean isPlainText(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof NotSslRecordException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A reason that can follow a colon. */
    public static String reason(Throwable failure) {
        String javas = "";
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            String known = known(cause);
            if (!known.isEmpty()) {
                return known;
            }
            if (cause instanceof SSLException) {
                javas = ": " + cause.getMessage();
            }
            cause = cause.getCause();
        }
        return "TLS failed" + javas;
    }

    private static String known(Throwable cause) {
        if (cause instanceof NotSslRecordException) {
            return "the server does not speak TLS there";
        }
        if (cause instanceof ClosedChannelException || isClosedInHandshake(cause)) {
            return "the server ended the connection instead of beginning TLS; perhaps it speaks none";
        }
        if (cause instanceof SslHandshakeTimeoutException) {
            return "the server does not go on with the TLS handshake";
        }
        if (cause instanceof CertificateExpiredException) {
            return "the server's certificate has expired: whoever runs the server has to renew it";
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "the server's certificate is not valid yet";
        }
        if (cause instanceof CertPathBuilderException) {
            return "the server's certificate is not trusted: nobody who is known here vouches for it (--tls-ca names"
                    + " somebody who does)";
        }
        if (cause instanceof CertPathValidatorException path && !isOfItsTime(path)) {
            return "the server's certificate is not trusted: " + cause.getMessage();
        }
        // What Java says of a name that does not fit has no type of its own.
        if (cause instanceof CertificateException
                && String.valueOf(cause.getMessage()).startsWith("No ")) {
            return "the server's certificate is for another name than the one that you gave (" + cause.getMessage()
                    + ")";
        }
        return "";
    }

    /** Which its own cause tells better. */
    private static boolean isOfItsTime(CertPathValidatorException path) {
        return path.getReason() == CertPathValidatorException.BasicReason.EXPIRED
                || path.getReason() == CertPathValidatorException.BasicReason.NOT_YET_VALID;
    }

    private static boolean isClosedInHandshake(Throwable cause) {
        return cause instanceof SSLException
                && String.valueOf(cause.getMessage()).startsWith("Connection closed while SSL/TLS handshake");
    }
}
