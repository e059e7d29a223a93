package dev.natter.server.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.command.WireFormat;
import dev.natter.protocol.format.Format;
import dev.natter.protocol.format.Perspective;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.util.ArrayList;
import java.util.List;

/** A way out that remembers what went in: the lines, as the other end would read them, and the replies among them. */
public final class RecordingOutlet implements Outlet {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private WireFormat format = WireFormat.TEXT;
    private int room = Integer.MAX_VALUE;
    private int ended;
    private int closed;

    /** @param name how the log names the connection */
    public RecordingOutlet(String name) {
        this.name = name;
    }

    /** The lines since the last call. */
    public List<String> takeLines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** The replies since the last call, also those that are silent as text. */
    public List<Reply> takeReplies() {
        List<Reply> taken = List.copyOf(replies);
        replies.clear();
        return taken;
    }

    /** How often it was closed. */
    public int closed() {
        return closed;
    }

    /** How often it was told that its session ends. */
    public int ended() {
        return ended;
    }

    /** Lets so many more replies find room, and then no more. */
    public void hasRoomFor(int more) {
        room = more;
    }

    void hear(Event event, boolean current) {
        add(format(current ? Perspective.HERE : Perspective.ELSEWHERE).encode(event));
    }

    @Override
    public void hear(Event event) {
        hear(event, true);
    }

    @Override
    public void hearOwn(Event.Message message, boolean current) {
        hear(message, current);
    }

    @Override
    public void hearOwn(Event.PrivateMessage message) {
        add(format(Perspective.SENDER).encode(message));
    }

    @Override
    public void reply(Reply reply) {
        room--;
        replies.add(reply);
        add(format(Perspective.HERE).encode(reply));
    }

    private void add(byte[] bytes) {
        new String(bytes, UTF_8).lines().forEach(lines::add);
    }

    private Format format(Perspective perspective) {
        return Format.of(format, perspective);
    }

    @Override
    public boolean hasRoom() {
        return room > 0;
    }

    @Override
    public void speak(WireFormat newFormat) {
        format = newFormat;
    }

    @Override
    public WireFormat format() {
        return format;
    }

    @Override
    public void sessionEnds() {
        ended++;
    }

    @Override
    public void close() {
        closed++;
    }

    @Override
    public void closeWith(Event lastWords) {
        hear(lastWords);
        close();
    }

    @Override
    public String address() {
        return "address of " + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
