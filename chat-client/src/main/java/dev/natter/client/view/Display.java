package dev.natter.client.view;

import java.util.List;
import org.jline.utils.AttributedString;

/** Where lines are drawn: a terminal. Drawing may block while that takes nothing. */
public interface Display {

    /** Draws rows above what is being typed. */
    void draw(List<AttributedString> rows);

    /** Rings the bell. */
    void ring();

    /** Of a row; 0 where the terminal breaks lines by itself. */
    int columns();

    /** Of the screen, at least 1. */
    int rows();
}
