package dev.natter.client.view;

import dev.natter.protocol.name.Nick;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedStyle;

/**
 * How things look. All colours can be read on a dark and on a light ground. Any thread.
 */
public final class Theme {

    /** Of 256: neither so light that they vanish on white, nor so dark that they do on black. */
    private static final int[] MANY = {
        26, 28, 30, 61, 64, 66, 94, 96, 97, 98, 99, 125, 127, 130, 131, 132, 133, 161, 162, 166
    };

    /** Of the terminal's own, which its owner has chosen to be readable. */
    private static final int[] FEW = {
        AttributedStyle.RED,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.BLUE,
        AttributedStyle.MAGENTA,
        AttributedStyle.CYAN
    };

    private static final int MANY_COLOURS = 256;

    private static final AttributedStyle NONE = AttributedStyle.DEFAULT;

    private final boolean coloured;
    private final List<AttributedStyle> nicks;

    private Theme(boolean coloured, int... nicks) {
        this.coloured = coloured;
        this.nicks = IntStream.of(nicks).mapToObj(NONE::foreground).toList();
    }

    /** No colours; bold and reverse have to do. */
    public static Theme monochrome() {
        return new Theme(false);
    }

    /**
     * In colours.
     *
     * @param colours how many the terminal has
     */
    public static Theme coloured(int colours) {
        return colours < FEW.length ? monochrome() : new Theme(true, colours >= MANY_COLOURS ? MANY : FEW);
    }

    /** Always the same for the same person, whatever the spelling, in each session. */
    AttributedStyle nick(Nick nick) {
        return coloured ? nicks.get(Math.floorMod(spread(nick.folded().hashCode()), nicks.size())) : NONE;
    }

    /** The colours of {@code bob1} and {@code bob2} should have nothing to do with one another. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** The person's own name. */
    AttributedStyle me() {
        return NONE.bold();
    }

    /** The one who has named this person, and that name in the text. */
    AttributedStyle mention() {
        return NONE.bold().inverse();
    }

    /** What only two hear. */
    AttributedStyle whisper() {
        return coloured ? NONE.bold().foreground(AttributedStyle.MAGENTA) : NONE.bold();
    }

    AttributedStyle room() {
        return coloured ? NONE.foreground(AttributedStyle.CYAN) : NONE;
    }

    /** Times, and what is no one's words. */
    AttributedStyle notice() {
        return coloured ? NONE.faint() : NONE;
    }

    AttributedStyle complaint() {
        return coloured ? NONE.foreground(AttributedStyle.RED) : NONE;
    }
}
