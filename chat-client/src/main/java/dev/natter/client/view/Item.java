package dev.natter.client.view;

import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Instant;
import java.util.List;

/** Something that a person at a terminal is to see. */
public sealed interface Item {

    Instant time();

    /** Whether it may be left out where more comes than anybody can read: what others say, and not to this person. */
    default boolean canBeSkipped() {
        return false;
    }

    /**
     * Something happened.
     *
     * @param me this person's name at that time
     * @param here the room that was current
     */
    record Heard(Event event, Nick me, RoomName here) implements Item {

        @Override
        public Instant time() {
            return event.time();
        }

        @Override
        public boolean canBeSkipped() {
            if (event instanceof Event.Message message) {
                return !isMine() && !Mention.isIn(message.text(), me);
            }
            return isComingOrGoing();
        }

        /** Whether somebody came, went or took another name. */
        public boolean isComingOrGoing() {
            return event instanceof Event.Joined || event instanceof Event.Left || event instanceof Event.Renamed;
        }

        /** Whether this person said it. */
        public boolean isMine() {
            return event instanceof Event.Message message
                    ? message.from().equals(me)
                    : event instanceof Event.PrivateMessage whisper
                            && whisper.from().equals(me);
        }

        /** Whether it was said to this person alone, by another. */
        public boolean isPrivate() {
            return event instanceof Event.PrivateMessage && !isMine();
        }

        /** Whether another has named this person. */
        public boolean isMention() {
            return event instanceof Event.Message message && !isMine() && Mention.isIn(message.text(), me);
        }
    }

    /** What this person has said, when the server has accepted it: a terminal may show it already where it was typed. */
    record Said(Heard words) implements Item {

        @Override
        public Instant time() {
            return words.time();
        }
    }

    /** What the server has answered to a command. */
    record Answered(Instant time, Verb verb, Reply reply) implements Item {}

    /** What this program has to say. */
    record Remark(Instant time, List<String> lines) implements Item {
        public Remark {
            lines = List.copyOf(lines);
        }
    }

    /** Lines that only make sense together, and need all of the width. */
    record Table(Instant time, List<String> lines) implements Item {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /** What this program has to say about something that went wrong. */
    record Complaint(Instant time, String text) implements Item {}
}
