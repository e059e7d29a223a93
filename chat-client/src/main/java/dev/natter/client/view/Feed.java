package dev.natter.client.view;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between what is heard and what is drawn. A first item is drawn at once, those that follow soon after are drawn together,
 * some frames a second. Where more comes than a person can read, what others say is left out, the oldest first, and counted;
 * what concerns this person is not. So the thread that hears never waits for the terminal, memory is bounded, and whoever
 * types is not held up by redrawing. Items are given by any thread.
 */
public final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /** Ten a second look like a flow, and cost the terminal little. */
    static final Duration FRAME = Duration.ofMillis(100);

    /** A flood is drawn at a pace at which a line can be found in it: about a screen a second. */
    static final Duration FLOOD_FRAME = Duration.ofMillis(500);

    private static final int FLOOD_FRAMES_A_SCREEN = 2;

    /** Between two rings. */
    private static final long RING_NANOS = Duration.ofSeconds(2).toNanos();

    /** How long notices are held back for others like them. */
    static final Duration HOLD = Duration.ofSeconds(5);

    /** Of those that concern this person, for as long as the terminal takes nothing. */
    private static final int MAX_KEPT = 100;

    /** Of the others, where a screen is higher than that. */
    private static final int MAX_OTHERS = 60;

    /** Of a screen: what is drawn at once leaves room for the prompt, and for the line that tells how much is not. */
    private static final int NOT_FILLED = 4;

    private final View view;
    private final Display display;
    private final ScheduledExecutorService executor;

    private final Deque<Numbered> kept = new ArrayDeque<>();
    private final Deque<Numbered> others = new ArrayDeque<>();
    private long number;
    private long leftOut;
    private boolean ring;
    private boolean scheduled;
    private boolean flood;
    private long lastRing = System.nanoTime() - RING_NANOS;
    private boolean restScheduled;

    /** As many of the others as fit on the screen, which only the thread that draws asks the terminal about. */
    private int maxOthers;

    private long lastFrame = System.nanoTime() - FRAME.toNanos();

    private record Numbered(long number, Item item) {}

    public Feed(View view, Display display) {
        this.view = view;
        this.display = display;
        this.maxOthers = othersThatFit();
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "natter-screen");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Has an item drawn soon, and the bell rung with it. */
    public synchronized void show(Item item, boolean ring) {
        Deque<Numbered> queue = item.canBeSkipped() ? others : kept;
        queue.add(new Numbered(number++, item));
        if (queue.size() > (queue == kept ? MAX_KEPT : maxOthers)) {
            queue.remove();
            leftOut++;
        }
        this.ring |= ring;
        if (!scheduled && !executor.isShutdown()) {
            scheduled = true;
            long wait = (flood ? FLOOD_FRAME : FRAME).toNanos() - (System.nanoTime() - lastFrame);
            executor.schedule(this::frame, Math.max(0, wait), TimeUnit.NANOSECONDS);
        }
    }

    /** Has something else done to the display, by the thread that draws. */
    public synchronized void run(Runnable drawing) {
        if (!executor.isShutdown()) {
            executor.execute(drawing);
        }
    }

    private int othersThatFit() {
        int rows = Math.max(1, display.rows() - NOT_FILLED);
        return Math.min(MAX_OTHERS, flood ? Math.max(1, rows / FLOOD_FRAMES_A_SCREEN) : rows);
    }

    private void frame() {
        int others = othersThatFit();
        synchronized (this) {
            maxOthers = others;
        }
        try {
            draw(takeAll());
            if (view.isHolding()) {
                drawRestLater();
            }
        } catch (RuntimeException e) {
            LOG.error("something could not be drawn", e);
        }
    }

    private synchronized void drawRestLater() {
        if (!restScheduled && !executor.isShutdown()) {
            restScheduled = true;
            executor.schedule(this::drawRest, HOLD.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void drawRest() {
        synchronized (this) {
            restScheduled = false;
        }
        drawLines(view.rest());
    }

    /** What a frame shows. */
    private record Frame(List<Item> items, long leftOut, boolean ring) {}

    private synchronized Frame takeAll() {
        List<Item> items = new ArrayList<>(kept.size() + others.size());
        while (!kept.isEmpty() || !others.isEmpty()) {
            items.add(earlier().remove().item());
        }
        Frame frame = new Frame(items, leftOut, ring);
        flood = leftOut > 0;
        leftOut = 0;
        ring = false;
        scheduled = false;
        lastFrame = System.nanoTime();
        return frame;
    }

    private Deque<Numbered> earlier() {
        Numbered mine = kept.peek();
        Numbered other = others.peek();
        return other == null || (mine != null && mine.number() < other.number()) ? kept : others;
    }

    private void draw(Frame frame) {
        if (frame.ring() && System.nanoTime() - lastRing >= RING_NANOS) {
            lastRing = System.nanoTime();
            display.ring();
        }
        List<AttributedString> lines = new ArrayList<>();
        if (frame.leftOut() > 0 && !frame.items().isEmpty()) {
            String sentence = frame.leftOut() + (frame.leftOut() == 1 ? " line is" : " lines are")
                    + " not shown here: too many at once";
            lines.addAll(view.lines(new Item.Remark(frame.items().get(0).time(), List.of(sentence))));
        }
        frame.items().forEach(item -> lines.addAll(linesOf(item)));
        drawLines(lines);
    }

    /** What cannot be drawn does not take others with it. */
    private List<AttributedString> linesOf(Item item) {
        try {
            return view.lines(item);
        } catch (RuntimeException e) {
            LOG.error("something could not be drawn", e);
            return List.of();
        }
    }

    private void drawLines(List<AttributedString> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int columns = display.columns();
        display.draw(
                columns == 0
                        ? lines
                        : lines.stream()
                                .flatMap(line -> Wrapping.rows(line, columns, view.indent()).stream())
                                .toList());
    }

    /** Draws what there is, and ends. Waits for a terminal that takes nothing for a second at most. */
    @Override
    public void close() {
        run(() -> {
            frame();
            drawRest();
        });
        try {
            synchronized (this) {
                executor.shutdown();
            }
            if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is waited for in tests: all that was given before is drawn. */
    @Nullable
    Void drawn() throws Exception {
        return executor.submit(() -> {
                    frame();
                    return (Void) null;
                })
                .get(10, TimeUnit.SECONDS);
    }
}
