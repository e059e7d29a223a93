package dev.natter.server.config;

import picocli.CommandLine.ParameterException;

/** A command line that cannot be understood. The message is one sentence for the person who typed it. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(ParameterException cause) {
        super(sentence(cause), cause);
    }

    private static String sentence(ParameterException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("wrong usage") + "; see --help";
    }
}
