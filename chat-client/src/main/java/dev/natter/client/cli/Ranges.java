package dev.natter.client.cli;

import dev.natter.client.bench.Course;
import dev.natter.client.bench.Crowd;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the numbers among the options may be: everything has a bound. */
final class Ranges {

    private Ranges() {}

    /** A whole number. */
    private abstract static class Whole implements ITypeConverter<Integer> {

        private final int min;
        private final int max;

        private Whole(int min, int max) {
            this.min = min;
            this.max = max;
        }

        @Override
        public Integer convert(String value) {
            try {
                int number = Integer.parseInt(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below, like a number that is too large.
            }
            throw new TypeConversionException("\"" + value + "\" is not a whole number from " + min + " to " + max);
        }
    }

    /** Of connections, rooms, senders. */
    static final class Count extends Whole {
        Count() {
            super(1, 100_000);
        }
    }

    static final class Messages extends Whole {
        Messages() {
            super(1, Course.MAX_MESSAGES);
        }
    }

    static final class Window extends Whole {
        Window() {
            super(1, 10_000);
        }
    }

    /** Messages a second. */
    static final class Rate extends Whole {
        Rate() {
            super(1, 1_000_000);
        }
    }

    /** Bytes of a text. */
    static final class Size extends Whole {
        Size() {
            super(Crowd.MIN_SIZE, Crowd.MAX_SIZE);
        }
    }

    /** Seconds, with decimals or without. */
    private abstract static class Time implements ITypeConverter<Duration> {

        private final int max;

        private Time(int max) {
            this.max = max;
        }

        @Override
        public Duration convert(String value) {
            try {
                double seconds = Double.parseDouble(value);
                if (seconds >= 0 && seconds <= max) {
                    return Duration.ofNanos((long) (seconds * 1e9));
                }
            } catch (NumberFormatException e) {
                // Refused below, like a number that is too large.
            }
            throw new TypeConversionException("\"" + value + "\" is not a number of seconds from 0 to " + max);
        }
    }

    static final class Seconds extends Time {
        Seconds() {
            super(3600);
        }
    }

    /** Short enough that it does not take all numbers that messages can have. */
    static final class WarmUp extends Time {
        WarmUp() {
            super(60);
        }
    }
}
