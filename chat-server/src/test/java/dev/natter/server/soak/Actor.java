package dev.natter.server.soak;

/** Somebody who uses the server in one way, again and again, and fails at the first promise that is broken. */
@FunctionalInterface
interface Actor {

    /** Once; within a minute or two, unless the server hangs. */
    void act() throws Exception;
}
