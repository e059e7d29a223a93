package dev.natter.client.terminal;

import dev.natter.client.chat.Typed;
import org.jline.reader.MaskingCallback;
import org.jspecify.annotations.Nullable;

/** Keeps passwords from the eyes of those who look over one's shoulder, and out of the history; shows pastes in short. */
final class PasswordMask implements MaskingCallback {

    private final FoldedPastes pastes;

    PasswordMask(FoldedPastes pastes) {
        this.pastes = pastes;
    }

    @Override
    public String display(String line) {
        return pastes.shown(Typed.masked(line));
    }

    /** Null for what is not to be remembered. What stands for a paste would mean nothing later. */
    @Override
    public @Nullable String history(String line) {
        return Typed.isSecret(line) || pastes.isIn(line) ? null : line;
    }
}
