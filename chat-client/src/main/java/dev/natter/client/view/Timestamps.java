package dev.natter.client.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The times in front of lines, where this person is. Switched on and off by any thread. */
public final class Timestamps {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm ", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    /** Of a time, with the blank behind it. */
    static final int WIDTH = "12:34 ".length();

    private final ZoneId zone;
    private volatile boolean on;

    public Timestamps(ZoneId zone, boolean on) {
        this.zone = zone;
        this.on = on;
    }

    public void turn(boolean on) {
        this.on = on;
    }

    public boolean areOn() {
        return on;
    }

    /** A time with a blank behind it, or nothing. */
    String of(Instant time) {
        return on ? TIME.format(time.atZone(zone)) : "";
    }

    LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    static String inWords(LocalDate day) {
        return DAY.format(day);
    }
}
