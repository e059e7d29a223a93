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

/** Who has which nick: each is somebody's, once. */
final class NickRegistry {

    private static final String GUEST = Nick.guest(0).folded().replace("0", "");

    private final Map<Nick, Session> owners = new HashMap<>();
    private final BitSet guests = new BitSet();

    /** Gives a newcomer the lowest free guest name. */
    Nick admit(Session newcomer) {
        int number = guests.nextClearBit(1);
        guests.set(number);
        Nick nick = Nick.guest(number);
        owners.put(nick, newcomer);
        return nick;
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
        if (nick.isReserved()) {
            guests.clear(Integer.parseInt(nick.folded().substring(GUEST.length())));
        }
    }

    Optional<Session> find(Nick nick) {
        return Optional.ofNullable(owners.get(nick));
    }

    Collection<Session> sessions() {
        return owners.values();
    }
}
