package dev.natter.client.terminal;

import dev.natter.client.chat.Typed;
import org.jline.reader.MaskingCallback;
import org.jspecify.annotations.Nullable;

/** Keeps passwords from the eyes of those who look over one's shoulder, and out of the history. */
final class Discretion implements MaskingCallback {

    private static final String STAR = "*";

    private final FoldedPastes pastes;

    Discretion(FoldedPastes pastes) {
        this.pastes = pastes;
    }

    @Override
    public String display(String line) {
        int password = Typed.passwordIn(line);
        return password < 0 ? line : line.substring(0, password) + STAR.repeat(line.length() - password);
    }

    /** Null for what is not to be remembered. What stands for a paste would mean nothing later. */
    @Override
    public @Nullable String history(String line) {
        return Typed.isSecret(line) || pastes.isIn(line) ? null : line;
    }
}
