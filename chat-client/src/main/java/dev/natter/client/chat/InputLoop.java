package dev.natter.client.chat;

import java.io.IOException;

/** A person at a keyboard, until they leave. */
public final class InputLoop {

    private final Chat chat;
    private final Keyboard keyboard;

    public InputLoop(Chat chat, Keyboard keyboard) {
        this.chat = chat;
        this.keyboard = keyboard;
    }

    /** Carries out what is typed. Returns when the person leaves; they have left the server then, too. */
    public void run() throws IOException, InterruptedException {
        boolean warned = false;
        for (Keyboard.Entry entry = keyboard.next(); !(entry instanceof Keyboard.Entry.End); entry = keyboard.next()) {
            if (entry instanceof Keyboard.Entry.Interrupt interrupt) {
                boolean nothingToStop = !chat.stopPaste() && !interrupt.threwAway();
                if (nothingToStop && warned) {
                    break;
                }
                warned = nothingToStop;
                if (warned) {
                    chat.remark("Ctrl-C again leaves");
                }
                continue;
            }
            warned = false;
            if (entry instanceof Keyboard.Entry.Unreadable unreadable) {
                chat.complain(unreadable.why());
            } else if (entry instanceof Keyboard.Entry.Text text && !chat.typed(text.text())) {
                break;
            }
        }
        Thread.interrupted(); // by a Ctrl-C that came a moment too late
        chat.leave();
    }
}
