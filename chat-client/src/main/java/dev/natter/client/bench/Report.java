package dev.natter.client.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.natter.protocol.format.SafeText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench has found out, as a table for people and as JSON for scripts. */
public final class Report {

    /**
     * One line of the table, one field of the JSON.
     *
     * @param name in JSON
     * @param label in the table
     * @param unit in the table; may be empty
     */
    private record Figure(String name, String label, BigDecimal value, String unit) {}

    /** A generator that works that much of the time is at its end. */
    private static final double BUSY = 0.9;

    private final List<Figure> figures;
    private final List<String> notes;
    private final boolean faultless;
    private final boolean generatorWasTheLimit;

    private Report(Builder builder) {
        this.figures = List.copyOf(builder.figures);
        this.notes = List.copyOf(builder.notes);
        this.faultless = builder.faultless;
        this.generatorWasTheLimit = builder.generatorWasTheLimit;
    }

    /** Whether nothing went wrong that should not have. */
    public boolean isFaultless() {
        return faultless;
    }

    /** A line for each figure, in two columns, then one for each thing to know about them; each with its LF. */
    public String table() {
        int widest = figures.stream()
                .mapToInt(figure -> figure.label().length())
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder();
        for (Figure figure : figures) {
            String row = String.format(
                    Locale.ROOT,
                    "%-" + widest + "s  %,15." + figure.value().scale() + "f %s",
                    figure.label(),
                    figure.value(),
                    figure.unit());
            table.append(row.stripTrailing()).append('\n');
        }
        notes.forEach(note -> table.append(note).append('\n'));
        return table.toString();
    }

    /**
     * One object on one line, without an LF.
     *
     * @param mode its first field
     */
    public String json(String mode) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
            generator.writeStartObject();
            generator.writeStringField("mode", mode);
            for (Figure figure : figures) {
                generator.writeNumberField(figure.name(), figure.value());
            }
            generator.writeBooleanField("generatorWasTheLimit", generatorWasTheLimit);
            generator.writeFieldName("notes");
            generator.writeArray(notes.toArray(String[]::new), 0, notes.size());
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    /** Puts one together, in the order in which its figures are shown. */
    static final class Builder {

        private final List<Figure> figures = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean faultless = true;
        private boolean generatorWasTheLimit;

        Builder count(String name, String label, long value) {
            return add(name, label, BigDecimal.valueOf(value), "");
        }

        /** What should be 0. */
        Builder fault(String name, String label, long value) {
            faultless &= value == 0;
            return count(name, label, value);
        }

        Builder seconds(String name, String label, double value) {
            return add(name, label, rounded(value, 3), "s");
        }

        Builder perSecond(String name, String label, long count, double seconds) {
            return add(name, label, rounded(seconds > 0 ? count / seconds : 0, 0), "");
        }

        Builder micros(String name, String label, long nanos) {
            return add(name, label, rounded(nanos / 1e3, 1), "µs");
        }

        /**
         * How much of its time the event loop was at work.
         *
         * @param part from 0 to 1
         */
        Builder generatorBusy(double part) {
            add("generatorBusyPercent", "generator busy", rounded(100 * part, 0), "%");
            return part < BUSY ? this : generatorWasTheLimit("it was at work nearly all the time");
        }

        Builder generatorWasTheLimit(String why) {
            generatorWasTheLimit = true;
            return note("the generator, not the server, was the limit: " + why);
        }

        /** A sentence. */
        Builder note(String sentence) {
            notes.add(SafeText.of(sentence));
            return this;
        }

        Report build() {
            return new Report(this);
        }

        private Builder add(String name, String label, BigDecimal value, String unit) {
            figures.add(new Figure(name, label, value, unit));
            return this;
        }

        private static BigDecimal rounded(double value, int decimals) {
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        }
    }
}
