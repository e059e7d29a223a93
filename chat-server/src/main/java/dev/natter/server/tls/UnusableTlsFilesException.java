package dev.natter.server.tls;

/** The files hold nothing to do TLS with. The message is one sentence for the operator: setting, file, what was expected. */
public final class UnusableTlsFilesException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableTlsFilesException(String message) {
        super(message);
    }
}
