package dev.natter.client.cli;

/** A configuration file that is wrong. The message is one sentence: file, key, value, what was expected. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
