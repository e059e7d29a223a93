package dev.natter.client.man;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A text in roff with the macros of man(7), as groff and mandoc read it. All that it takes is plain text. */
final class Roff {

    private final StringBuilder text = new StringBuilder();
    private boolean behindHeading;

    Roff title(String name, int section, String date, String source) {
        String upper = name.toUpperCase(Locale.ROOT);
        return line(
                ".TH \"" + escaped(upper) + "\" " + section + " \"" + date + "\" \"" + escaped(source) + "\" Natter");
    }

    Roff section(String name) {
        return line(".SH " + name);
    }

    Roff paragraph(String words) {
        return separated().line(escaped(words));
    }

    /** A paragraph of which the start is bold. */
    Roff paragraph(String bold, String words) {
        return separated().line(bold(bold) + escaped(words));
    }

    /**
     * Something that is explained.
     *
     * @param value what stands behind it in italics; may be empty
     */
    Roff item(String term, String value, String explanation) {
        return line(".TP")
                .line(bold(term) + (value.isEmpty() ? "" : " \\fI" + escaped(value) + "\\fR"))
                .line(escaped(explanation));
    }

    /** Lines that stay as they are. */
    Roff verbatim(List<String> lines) {
        separated().line(".RS 4").line(".nf");
        lines.forEach(each -> line(escaped(each)));
        return line(".fi").line(".RE");
    }

    private Roff separated() {
        return behindHeading ? this : line(".PP");
    }

    private Roff line(String line) {
        text.append(line).append('\n');
        behindHeading = line.startsWith(".SH ");
        return this;
    }

    private static String bold(String words) {
        return "\\fB" + escaped(words) + "\\fR";
    }

    /**
     * No character of it means anything to roff. Those that it would make typographical ones of stay what can be typed: a
     * hyphen, quotes, a backtick, a circumflex, a tilde. What is not ASCII does not depend on the encoding that roff expects.
     */
    static String escaped(String words) {
        String escaped = words.codePoints().mapToObj(Roff::escaped).collect(Collectors.joining());
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\(rs";
            case '-' -> "\\-";
            case '"' -> "\\(dq";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> character < 0x80 ? Character.toString(character) : "\\[u%04X]".formatted(character);
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
