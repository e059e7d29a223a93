package dev.natter.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.message.Departure;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.List;

/** Somebody in a {@link ChatUnderTest}, in the words of the transcripts. */
public record Person(Chat chat, Session session, RecordingOutlet outlet) {

    public List<String> takeLines() {
        return outlet.takeLines();
    }

    /** These lines came since the last time, and no others. */
    public Person hears(String... lines) {
        assertThat(takeLines()).as("what %s hears", session.nick()).containsExactly(lines);
        return this;
    }

    public Person isQuiet() {
        return hears();
    }

    public Person renames(String nick) {
        chat.rename(session, Nick.of(nick));
        return this;
    }

    public Person joins(String room) {
        chat.join(session, RoomName.of(room));
        return this;
    }

    public Person leaves(String room) {
        chat.leave(session, chat.ownRoom(session, RoomName.of(room)));
        return this;
    }

    public Person says(String text) {
        chat.say(session, session.current(), text);
        return this;
    }

    public Person tells(Person target, String text) {
        chat.tell(session, target.session, text);
        return this;
    }

    public Person quits(String reason) {
        chat.end(session, Departure.quit(reason));
        return this;
    }

    public String nick() {
        return session.nick().toString();
    }

    public String current() {
        return session.current().name().toString();
    }

    public List<String> rooms() {
        return session.roomNames().stream().map(RoomName::toString).toList();
    }
}
