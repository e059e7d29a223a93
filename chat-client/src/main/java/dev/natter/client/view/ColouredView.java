package dev.natter.client.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.format.SafeText;
import dev.natter.protocol.format.TextFormat;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Lines as irssi and WeeChat have taught people to read them: time, who, what; notices behind an arrow or two dashes. */
public final class ColouredView implements View {

    private static final TextFormat TEXT = new TextFormat(Perspective.HERE);

    /** What begins the text format's notices; here a sign in front does. */
    private static final String SERVER = "[server] ";

    private static final String CAME = "--> ";
    private static final String WENT = "<-- ";
    private static final String NOTICE = "-- ";

    /** Deeper than any line begins. */
    private static final int INDENT = 2;

    private static final String TAB = "    ";

    private final Theme theme;
    private final Timestamps timestamps;
    private final ComingAndGoing comingAndGoing = new ComingAndGoing();

    private @Nullable LocalDate day;
    private @Nullable Item last;

    /** How many are held back. */
    private int held;

    public ColouredView(Theme theme, Timestamps timestamps) {
        this.theme = theme;
        this.timestamps = timestamps;
    }

    @Override
    public List<AttributedString> lines(Item item) {
        if (isHeldBack(item)) {
            held++;
            last = item;
            return List.of();
        }
        List<AttributedString> lines = new ArrayList<>(rest());
        if (!(item instanceof Item.Heard heard && heard.isComingOrGoing())) {
            comingAndGoing.interrupted();
        }
        last = item;
        turnThePage(item, lines);
        show(item, lines);
        return lines;
    }

    private boolean isHeldBack(Item item) {
        if (!(item instanceof Item.Heard heard)) {
            return false;
        }
        if (heard.event() instanceof Event.Joined joined) {
            return comingAndGoing.holds(joined);
        }
        return heard.event() instanceof Event.Left left
                ? comingAndGoing.holds(left)
                : heard.event() instanceof Event.Renamed renamed && comingAndGoing.holds(renamed);
    }

    @Override
    public boolean isHolding() {
        return held > 0;
    }

    @Override
    public List<AttributedString> rest() {
        List<AttributedString> lines = new ArrayList<>();
        if (last instanceof Item.Heard heard && held > 0) {
            turnThePage(heard, lines);
            List<String> sentences = comingAndGoing.take();
            if (held == 1) {
                show(heard, lines); // in short it would be no shorter
            } else {
                sentences.forEach(sentence -> lines.add(notice(heard, NOTICE, sentence)));
            }
            held = 0;
        }
        return lines;
    }

    /** A line where a day begins, so that the times of two days cannot be mixed up. */
    private void turnThePage(Item item, List<AttributedString> lines) {
        LocalDate today = timestamps.day(item.time());
        if (day != null && today.isAfter(day)) {
            lines.add(new AttributedString(NOTICE + Timestamps.inWords(today) + " --", theme.notice()));
        }
        // Times are the server's and this machine's, which may differ a little.
        if (day == null || today.isAfter(day)) {
            day = today;
        }
    }

    private void show(Item item, List<AttributedString> lines) {
        if (item instanceof Item.Heard heard) {
            show(heard, lines);
        } else if (item instanceof Item.Said said) {
            show(said.words(), lines);
        } else if (item instanceof Item.Answered answered) {
            AttributedStyle style = answered.reply() instanceof Reply.Refused ? theme.complaint() : theme.notice();
            text(TEXT.encode(answered.reply())).forEach(line -> lines.add(line(item, NOTICE, line, style)));
        } else if (item instanceof Item.Complaint complaint) {
            lines.add(line(item, NOTICE, "error: " + complaint.text(), theme.complaint()));
        } else if (item instanceof Item.Table table) {
            table.lines().forEach(line -> lines.add(new AttributedString(safe(line))));
        } else if (item instanceof Item.Remark remark) {
            remark.lines().forEach(line -> lines.add(notice(item, NOTICE, line)));
        }
    }

    private void show(Item.Heard heard, List<AttributedString> lines) {
        if (heard.event() instanceof Event.Message message) {
            lines.add(said(heard, message));
        } else if (heard.event() instanceof Event.PrivateMessage whisper) {
            lines.add(told(heard, whisper));
        } else {
            String sign =
                    heard.event() instanceof Event.Joined ? CAME : heard.event() instanceof Event.Left ? WENT : NOTICE;
            text(TEXT.encode(heard.event())).forEach(line -> lines.add(notice(heard, sign, line)));
        }
    }

    private AttributedString said(Item.Heard heard, Event.Message message) {
        AttributedStringBuilder line = begin(heard);
        if (!message.room().equals(heard.here())) {
            line.append(message.room().toString(), theme.room()).append(" ");
        }
        line.append("<")
                .append(message.from().toString(), style(heard, message.from()))
                .append("> ");
        return text(line, message.text(), heard).toAttributedString();
    }

    private AttributedStyle style(Item.Heard heard, Nick from) {
        if (heard.isMine()) {
            return theme.me();
        }
        return heard.isMention() ? theme.mention() : theme.nick(from);
    }

    private AttributedString told(Item.Heard heard, Event.PrivateMessage whisper) {
        boolean sent = heard.isMine() && !whisper.to().equals(heard.me());
        String who = sent ? "you to " + whisper.to() : whisper.from() + " to you";
        return text(begin(heard).append("[" + who + "]", theme.whisper()).append(" "), whisper.text(), heard)
                .toAttributedString();
    }

    /** The text, with this person's name in it easy to see. */
    private AttributedStringBuilder text(AttributedStringBuilder line, String text, Item.Heard heard) {
        String safe = safe(text);
        if (!heard.isMention()) {
            return line.append(safe);
        }
        Matcher me = Mention.of(heard.me()).matcher(safe);
        int at = 0;
        while (me.find()) {
            line.append(safe.substring(at, me.start())).append(me.group(), theme.me());
            at = me.end();
        }
        return line.append(safe.substring(at));
    }

    private AttributedString notice(Item item, String sign, String text) {
        return line(item, sign, text, theme.notice());
    }

    private AttributedString line(Item item, String sign, String text, AttributedStyle style) {
        return begin(item)
                .append(sign, theme.notice())
                .append(safe(text), style)
                .toAttributedString();
    }

    private AttributedStringBuilder begin(Item item) {
        return new AttributedStringBuilder().append(timestamps.of(item.time()), theme.notice());
    }

    private static List<String> text(byte[] lines) {
        return new String(lines, UTF_8)
                .lines()
                .map(line -> line.startsWith(SERVER) ? line.substring(SERVER.length()) : line)
                .toList();
    }

    private static String safe(String text) {
        return SafeText.of(text).replace("\t", TAB);
    }

    @Override
    public int indent() {
        return INDENT + (timestamps.areOn() ? Timestamps.WIDTH : 0);
    }
}
