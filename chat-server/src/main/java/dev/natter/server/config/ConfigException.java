package dev.natter.server.config;

/** A setting that is well-formed, but wrong all the same. The message is one sentence: setting, value, what was expected. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
