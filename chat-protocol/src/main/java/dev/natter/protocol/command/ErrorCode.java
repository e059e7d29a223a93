package dev.natter.protocol.command;

import java.util.Locale;

/** Why a line was not carried out. Scripts rely on the codes; the sentence beside one is for people. */
public enum ErrorCode {
    UNKNOWN_COMMAND,
    MISSING_ARGUMENT,
    BAD_ARGUMENT,
    BAD_ENCODING,
    LINE_TOO_LONG,
    TEXT_TOO_LONG,
    BAD_NICK,
    NICK_IN_USE,
    NICK_RESERVED,
    NO_SUCH_NICK,
    BAD_ROOM,
    NO_SUCH_ROOM,
    NOT_IN_ROOM,
    TOO_MANY_ROOMS,
    NOT_OPERATOR,
    BAD_PASSWORD,
    OPERATORS_DISABLED,
    TOO_MANY_CONNECTIONS,
    TLS_REQUIRED,
    INTERNAL_ERROR;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The code as it stands on the wire, such as {@code nick-in-use}. */
    public String code() {
        return code;
    }

    /**
     * The code that is written so on the wire.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ErrorCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
