package dev.natter.client.bench;

import java.util.List;

/** When who says something, and what is measured of it. Event loop only. */
interface Load {

    /** Where it happens. */
    interface Stage {

        Generator generator();

        Tally tally();

        /** Tells what is being done just now. */
        void phase(String phase);

        /** Runs a task when every member has heard all that was said before. */
        void settle(Runnable task);

        /** Gives up. */
        void breakOff(BenchException why);
    }

    /** Begins to have messages sent; runs the task at the end, when all that was sent has been heard or is lost. */
    void begin(List<Sender> senders, Runnable end);

    /** A message has come to a member, for the first time. */
    void heard(Member member, Sender sender, int number);

    /** After the end: what has been measured. */
    void report(Report.Builder report);
}
