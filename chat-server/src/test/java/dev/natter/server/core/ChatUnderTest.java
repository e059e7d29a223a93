package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.name.Nick;
import dev.natter.server.ManualClock;
import java.util.ArrayList;
import java.util.List;

/** A chat without a network, and the people in it. */
public final class ChatUnderTest {

    private final ManualClock clock = new ManualClock();
    private final List<RecordingBroadcast> broadcasts = new ArrayList<>();
    private final Chat chat;
    private final List<RecordingOutlet> everyone = new ArrayList<>();

    public ChatUnderTest() {
        this(new ChatLimits(50, 1000));
    }

    public ChatUnderTest(ChatLimits limits, String... motd) {
        chat = new Chat(clock, limits, List.of(motd), this::broadcast);
    }

    private Broadcast broadcast() {
        RecordingBroadcast broadcast = new RecordingBroadcast();
        broadcasts.add(broadcast);
        return broadcast;
    }

    public Chat chat() {
        return chat;
    }

    public ManualClock clock() {
        return clock;
    }

    /** The ways out of all rooms that were ever made, the lobby's first. */
    List<RecordingBroadcast> broadcasts() {
        return broadcasts;
    }

    /** Somebody who has heard nothing yet. */
    public Person opens(boolean operator) {
        RecordingOutlet outlet = outlet("connection " + (everyone.size() + 1));
        return new Person(chat, chat.connect(outlet, operator), outlet);
    }

    /** A guest, welcomed. */
    public Person connects() {
        return welcomed(false);
    }

    /** Somebody with a name, welcomed; the others have heard of neither. */
    public Person connects(String nick) {
        return named(welcomed(false), nick);
    }

    /** The same, with an operator's rights. */
    public Person connectsAsOperator(String nick) {
        return named(welcomed(true), nick);
    }

    /** The server's own terminal. */
    public Person connectsTheConsole() {
        RecordingOutlet outlet = outlet("console");
        return new Person(chat, chat.connectConsole(outlet), outlet);
    }

    private RecordingOutlet outlet(String name) {
        RecordingOutlet outlet = new RecordingOutlet(name);
        everyone.add(outlet);
        return outlet;
    }

    private Person welcomed(boolean operator) {
        Person person = opens(operator);
        assertThat(person.takeLines()).hasSize(1);
        forgetTheNews();
        return person;
    }

    private Person named(Person person, String nick) {
        chat.rename(person.session(), Nick.of(nick));
        forgetTheNews();
        return person;
    }

    private void forgetTheNews() {
        everyone.forEach(RecordingOutlet::takeLines);
    }
}
