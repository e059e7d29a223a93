package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.concurrent.ThreadLocalRandom;

/** What all connections of one bench have in common. Event loop only. */
final class Crew {

    /** In the names of the rooms, so that two benches do not meet. */
    final String name = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), Character.MAX_RADIX);

    /** A PING's line. Nobody else's words contain its token. */
    final String ping = "PING answer-" + name + "\n";

    /** What the answer to {@link #ping} contains. */
    final byte[] token = ("answer-" + name).getBytes(US_ASCII);

    final Tally tally = new Tally();
    final LineReader.Desk desk = new LineReader.Desk();
}
