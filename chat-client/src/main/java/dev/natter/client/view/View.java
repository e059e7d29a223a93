package dev.natter.client.view;

import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Turns what is to be seen into lines. It remembers what it has shown before, so there is one for each screen, on one
 * thread.
 */
public interface View {

    /** The lines for an item; none if it is held back, to be shown together with others like it. */
    List<AttributedString> lines(Item item);

    /** The lines for what was held back. */
    List<AttributedString> rest();

    /** Whether something is held back. */
    boolean isHolding();

    /** How far the rows of a line are indented, but for the first; in columns. */
    int indent();
}
