package dev.natter.client.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.format.SafeText;
import dev.natter.protocol.format.TextFormat;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Lines as the protocol's text format has them, one for each thing, without a sign that only the eye can make use of: for
 * screen readers and dumb terminals.
 */
public final class PlainView implements View {

    private static final TextFormat REPLIES = new TextFormat(Perspective.HERE);

    private final Timestamps timestamps;

    public PlainView(Timestamps timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    public List<AttributedString> lines(Item item) {
        String time = timestamps.of(item.time());
        return text(item).lines().map(line -> new AttributedString(time + line)).toList();
    }

    private static String text(Item item) {
        if (item instanceof Item.Heard heard) {
            Perspective mine = Perspective.of(heard.event(), heard.me(), heard.here());
            return new String(new TextFormat(mine).encode(heard.event()), UTF_8);
        }
        if (item instanceof Item.Said) {
            return ""; // it stands where it was typed
        }
        if (item instanceof Item.Answered answered) {
            return new String(REPLIES.encode(answered.reply()), UTF_8);
        }
        if (item instanceof Item.Complaint complaint) {
            return "error: " + SafeText.of(complaint.text());
        }
        List<String> lines = item instanceof Item.Table table ? table.lines() : ((Item.Remark) item).lines();
        return lines.stream().map(SafeText::of).collect(joining("\n"));
    }

    @Override
    public List<AttributedString> rest() {
        return List.of();
    }

    @Override
    public boolean isHolding() {
        return false;
    }

    @Override
    public int indent() {
        return 0;
    }
}
