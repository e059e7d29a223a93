package dev.natter.server.core;

import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.Quote;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who has which nick: each is somebody's, once. */
final class NickRegistry {

    private final Map<Nick, Session> owners = new HashMap<>();
    private final BitSet guests = new BitSet();

    /** Makes the session of a newcomer, who gets the lowest free guest name. */
    Session admit(Function<Nick, Session> newcomer) {
        int number = guests.nextClearBit(1);
        guests.set(number);
        Session session = newcomer.apply(Nick.guest(number));
        owners.put(session.nick(), session);
        return session;
    }

    /**
     * Gives a session another nick instead of the one that it has.
     *
     * @throws CommandException if it is reserved or somebody else's
     */
    void rename(Session session, Nick wanted) {
        if (wanted.isReserved()) {
            throw new CommandException(ErrorCode.NICK_RESERVED, "the nickname " + Quote.of(wanted) + " is reserved");
        }
        Session owner = owners.get(wanted);
        if (owner != null && owner != session) {
            throw new CommandException(ErrorCode.NICK_IN_USE, "the nickname " + Quote.of(wanted) + " is in use");
        }
        release(session);
        owners.put(wanted, session);
    }

    void release(Session session) {
        Nick nick = session.nick();
        owners.remove(nick);
        nick.guestNumber().ifPresent(guests::clear);
    }

    Optional<Session> find(Nick nick) {
        return Optional.ofNullable(owners.get(nick));
    }

    Collection<Session> sessions() {
        return owners.values();
    }
}
