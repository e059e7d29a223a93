package dev.natter.client.cli;

/** What the program tells whoever started it. Scripts rely on the numbers. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /** EX_UNAVAILABLE of BSD's sysexits.h. */
    static final int CANNOT_CONNECT = 69;

    /** EX_CONFIG of the same. */
    static final int WRONG_CONFIGURATION = 78;

    private ExitCode() {}
}
