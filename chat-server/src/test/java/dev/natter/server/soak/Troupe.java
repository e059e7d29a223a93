package dev.natter.server.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The actors, each on a thread of its own: they act until it is over, or until one of them finds a promise broken. */
final class Troupe {

    /** More than the longest act takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<AssertionError> fault = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);

    void add(String name, Actor actor) {
        Thread thread = new Thread(() -> play(name, actor), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void play(String name, Actor actor) {
        try {
            while (over.getCount() > 0) {
                actor.act();
            }
        } catch (Exception | AssertionError e) {
            fault.compareAndSet(null, new AssertionError(name + " found: " + e, e));
            over.countDown();
        }
    }

    /** Lets them act for so long. Fails as soon as one of them does. */
    void actFor(Duration time) throws InterruptedException {
        if (over.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            fail();
        }
    }

    /** Each finishes what it is about. */
    void end() throws InterruptedException {
        over.countDown();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            if (thread.isAlive()) {
                throw new AssertionError(thread.getName() + " has not come to an end within " + PATIENCE);
            }
        }
        fail();
    }

    private void fail() {
        AssertionError found = fault.get();
        if (found != null) {
            throw found;
        }
    }
}
