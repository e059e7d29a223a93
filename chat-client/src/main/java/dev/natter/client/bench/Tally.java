package dev.natter.client.bench;

/** What was counted so far, over all members. Event loop only. */
final class Tally {

    /** Messages that have come to a member for the first time. */
    long delivered;

    /** Messages that have come to a member again. */
    long doubled;

    /** Messages that have come to a member behind a later one of the same sender. */
    long outOfOrder;

    /** Messages that have come to whom they were not for: their own sender, another room; or that nobody had sent. */
    long strayed;

    /** All that was read. */
    long bytes;
}
