package dev.natter.server.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of numbers that settings are made of. What does not fit says what would. */
final class Ranges {

    private Ranges() {}

    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(value, 0, 65_535, "a port from 0 to 65535");
        }
    }

    static final class ZeroOrMore implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(value, 0, Integer.MAX_VALUE, "a number from 0 to " + Integer.MAX_VALUE);
        }
    }

    static final class Threads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(value, 1, 1024, "a number from 1 to 1024");
        }
    }

    /** A number of bytes, with or without a unit: {@code 4096}, {@code 64KiB}, {@code 1MiB}. */
    static final class Size implements ITypeConverter<Long> {

        private static final Pattern SIZE = Pattern.compile("(\\d{1,15})(B|KiB|MiB|GiB)?", Pattern.CASE_INSENSITIVE);
        private static final String EXPECTED = "a size such as 65536, 64KiB or 1MiB";

        @Override
        public Long convert(String value) {
            Matcher matcher = SIZE.matcher(value.strip());
            if (!matcher.matches()) {
                throw wrong(value, EXPECTED);
            }
            String unit = matcher.group(2) == null ? "b" : matcher.group(2).toLowerCase(Locale.ROOT);
            int shift = switch (unit) {
                case "kib" -> 10;
                case "mib" -> 20;
                case "gib" -> 30;
                default -> 0;
            };
            long bytes = Long.parseLong(matcher.group(1));
            if (bytes > Long.MAX_VALUE >> shift) {
                throw wrong(value, EXPECTED);
            }
            return bytes << shift;
        }
    }

    /** A time, with or without a unit: {@code 30}, {@code 30s}, {@code 2m}. */
    static final class Time implements ITypeConverter<Duration> {

        private static final Pattern TIME = Pattern.compile("(\\d{1,9})(s|m|h)?", Pattern.CASE_INSENSITIVE);

        @Override
        public Duration convert(String value) {
            Matcher matcher = TIME.matcher(value.strip());
            if (!matcher.matches()) {
                throw wrong(value, "a time such as 30s, 2m or 1h");
            }
            long number = Long.parseLong(matcher.group(1));
            String unit = matcher.group(2) == null ? "s" : matcher.group(2).toLowerCase(Locale.ROOT);
            return switch (unit) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofSeconds(number);
            };
        }
    }

    private static int number(String value, int min, int max, String expected) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // says the same as a number out of range
        }
        throw wrong(value, expected);
    }

    private static TypeConversionException wrong(String value, String expected) {
        return new TypeConversionException("\"" + value + "\" is not " + expected);
    }
}
