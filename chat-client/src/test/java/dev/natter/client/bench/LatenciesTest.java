package dev.natter.client.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Course WITHOUT_WARM_UP = new Course(Duration.ZERO, SECOND, Course.MAX_MESSAGES);

    @Test
    void messagesAreDueAtEvenIntervals() {
        Timetable timetable = Timetable.of(WITHOUT_WARM_UP, 1000);
        assertThat(timetable.messages()).isEqualTo(1000);
        assertThat(timetable.warmUp()).isZero();
        assertThat(timetable.due(0)).isZero();
        assertThat(timetable.due(1)).isEqualTo(1_000_000);
        assertThat(timetable.due(999)).isEqualTo(999_000_000);
    }

    @Test
    void messagesEndWhereTheirBoundIs() {
        Timetable timetable = Timetable.of(new Course(SECOND, SECOND, 10), 100);
        assertThat(timetable.warmUp()).isEqualTo(100);
        assertThat(timetable.messages()).isEqualTo(110);
    }

    @Test
    void whatIsInTimeHasNoLatency() {
        Latencies latencies = noted(Timetable.of(WITHOUT_WARM_UP, 1000), 0);
        assertThat(latencies.count()).isEqualTo(1000);
        assertThat(latencies.percentile(100)).isZero();
    }

    @Test
    void theWarmUpDoesNotCount() {
        Timetable timetable = Timetable.of(new Course(SECOND, SECOND, Course.MAX_MESSAGES), 100);
        assertThat(noted(timetable, 0).count()).isEqualTo(100);
    }

    /** A server that stands still for a second, and one that does not, differ in more than one message. */
    @Test
    void aStallCountsForAllThatWasDueDuringIt() {
        Latencies latencies = noted(Timetable.of(WITHOUT_WARM_UP, 1000), TimeUnit.SECONDS.toNanos(1));
        assertThat(millis(latencies.percentile(50))).isCloseTo(500L, within(2L));
        assertThat(millis(latencies.percentile(90))).isCloseTo(900L, within(2L));
        assertThat(millis(latencies.percentile(100))).isCloseTo(1000L, within(2L));
    }

    @Test
    void whatTakesForeverIsStillCounted() {
        Latencies latencies = noted(Timetable.of(WITHOUT_WARM_UP, 1), TimeUnit.DAYS.toNanos(1));
        assertThat(latencies.count()).isOne();
        assertThat(TimeUnit.NANOSECONDS.toMinutes(latencies.percentile(100))).isCloseTo(60L, within(1L));
    }

    @Test
    void withoutMessagesThereIsNone() {
        assertThat(new Latencies(Timetable.of(WITHOUT_WARM_UP, 1)).percentile(99))
                .isZero();
    }

    /** Each message arrives when it is due, but none before {@code stalled} nanoseconds. */
    private static Latencies noted(Timetable timetable, long stalled) {
        Latencies latencies = new Latencies(timetable);
        for (long message = 0; message < timetable.messages(); message++) {
            latencies.note(message, Math.max(stalled, timetable.due(message)));
        }
        return latencies;
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
