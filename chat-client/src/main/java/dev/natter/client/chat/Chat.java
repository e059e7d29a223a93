package dev.natter.client.chat;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.Destination;
import dev.natter.client.reconnect.Failures;
import dev.natter.client.reconnect.Presence;
import dev.natter.client.view.Item;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A person's chat: carries out what is typed, on one server at a time. One thread types, and calls all of this but where
 * something else is said.
 */
public final class Chat {

    private final Screen screen;
    private final Notices notices;
    private final Roster roster;
    private final Ignored ignored = new Ignored();
    private final LocalCommands localCommands;

    /** The server that one is on, or was on last; null before the first. */
    private volatile @Nullable ServerSession session;

    /** The server that one is about to go to; null if none. */
    private volatile @Nullable ServerSession next;

    private volatile boolean leaving;

    public Chat(Screen screen, Roster roster, Destinations destinations, Clock clock) {
        this.screen = screen;
        this.roster = roster;
        this.notices = new Notices(screen, clock);
        this.localCommands = new LocalCommands(this, screen, notices, ignored, destinations);
        roster.refreshBy(this::askForRooms);
    }

    private CompletableFuture<?> askForRooms() {
        ServerSession here = session;
        return here == null ? CompletableFuture.completedFuture(null) : here.askForRooms();
    }

    /**
     * Goes to a server. The one before is left when that has succeeded.
     *
     * @return done when there; fails with a {@link ConnectionException} if that cannot be
     */
    public CompletableFuture<Void> open(Destination to) {
        ServerSession given = next;
        if (given != null) {
            given.end();
        }
        ServerSession opening = new ServerSession(this, to, notices, roster, ignored);
        next = opening;
        return opening.open();
    }

    /** A server has let one in: from now on that is the one. Its event loop. */
    void entered(ServerSession entered) {
        ServerSession before = session;
        session = entered;
        next = null;
        roster.clear();
        if (before != null) {
            before.end();
        }
    }

    /** Whether what is heard there is to be seen. Any thread. */
    boolean isOn(ServerSession asking) {
        return session == asking;
    }

    /** Whether the end that comes is wanted. Any thread. */
    boolean isLeaving() {
        return leaving;
    }

    /** Has the prompt drawn anew. Any thread. */
    void statusChanged() {
        screen.status(this::status);
    }

    private Status status() {
        ServerSession here = session;
        return here == null ? Status.NOWHERE : here.status();
    }

    /**
     * Carries out what was typed: one line, or the lines of a paste.
     *
     * @return false if it was to leave
     */
    public boolean typed(String input) {
        Typed typed = Typed.of(input);
        ServerSession here = session;
        if (typed instanceof Typed.Wrong wrong) {
            notices.complain(wrong.why());
        } else if (typed instanceof Typed.Help help) {
            notices.show(new Item.Table(notices.now(), Help.lines(help.about())));
        } else if (typed instanceof Typed.Local local) {
            localCommands.carryOut(local.command(), local.argument());
        } else if (typed instanceof Typed.Commands commands && here != null) {
            return send(here, input, commands.commands());
        }
        return true;
    }

    private boolean send(ServerSession here, String input, List<Command> commands) {
        Command first = commands.get(0);
        String meant = first instanceof Command.Say ? toWhom(input) : null;
        if (meant != null) {
            notices.complain("everybody in the room would hear this; /tell " + meant
                    + " is for " + (RoomName.looksLikeOne(meant) ? "that room" : "one alone")
                    + ", and what has no slash before it is for the room");
        } else if (commands.size() > 1) {
            here.sender().paste(commands);
        } else {
            leaving = first instanceof Command.Quit;
            here.sender().send(first);
        }
        return !leaving;
    }

    /** In irssi {@code /msg bob} is private; here it is not, which is a bad moment to find out. */
    private @Nullable String toWhom(String input) {
        String[] words = input.strip().split("\\s+", 3);
        if (words.length < 2 || !words[0].equalsIgnoreCase("/msg")) {
            return null;
        }
        try {
            boolean meant = RoomName.looksLikeOne(words[1])
                    ? words.length > 2 && !RoomName.of(words[1]).toString().isEmpty()
                    : roster.hasSeen(Nick.of(words[1]));
            return meant ? words[1] : null;
        } catch (BadNameException e) {
            return null;
        }
    }

    /** Stops a paste that is being sent. Returns whether there was one. */
    boolean stopPaste() {
        ServerSession here = session;
        return here != null && here.sender().stopPaste();
    }

    /** Goes to another server; what becomes of it is shown. */
    void goTo(Destination to) {
        ServerSession here = session;
        if (here != null && here.isConnected() && here.isAt(to)) {
            notices.remark("you are connected to " + to.name() + " already");
            return;
        }
        notices.remark("connecting to " + to.name());
        open(to).whenComplete((opened, failure) -> {
            if (failure != null) {
                String stay = here != null && here.isConnected() ? "; you stay where you are" : "";
                notices.complain("cannot connect to " + to.name() + ": "
                        + Failures.cause(failure).getMessage() + stay);
            }
        });
    }

    /** The destination, with the nick that one has now where it says nothing of one. */
    Destination asWhoeverOneIs(Destination to) {
        ServerSession here = session;
        return here == null || to.presence().nick() != null
                ? to
                : new Destination(
                        to.name(),
                        to.endpoint(),
                        new Presence(
                                here.again().presence().nick(), to.presence().rooms()));
    }

    /** Tries at once to get the connection back, also one that would not come back by itself. */
    void comeBack() {
        ServerSession here = session;
        if (here == null) {
            return;
        }
        if (here.isConnected()) {
            notices.remark("you are connected already");
        } else if (here.isOver()) {
            goTo(here.again());
        } else {
            here.retryNow();
        }
    }

    /** Says something of this program's own. Any thread. */
    public void remark(String... lines) {
        notices.remark(lines);
    }

    void complain(String sentence) {
        notices.complain(sentence);
    }

    /** Leaves: what was sent is answered first, if that does not take long. Blocks for some seconds at most. */
    public void leave() throws InterruptedException {
        leaving = true;
        ServerSession begun = next;
        if (begun != null) {
            begun.end();
        }
        ServerSession here = session;
        if (here != null) {
            here.end();
            here.awaitEnd();
        }
    }
}
