package dev.natter.client.chat;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.Destination;
import dev.natter.client.reconnect.Manners;
import dev.natter.client.reconnect.Presence;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.client.view.Item;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A person's chat: carries out what is typed, and shows what is heard. Typing is done by one thread, hearing by the
 * connection's.
 */
public final class Chat {

    /** For what was sent to be answered, when leaving. */
    private static final long SECONDS_TO_LEAVE = 5;

    private final Screen screen;
    private final Notices notices;
    private final LocalCommands localCommands;
    private final Roster roster;
    private final Ignored ignored = new Ignored();

    /** Of what was typed. */
    private final AtomicInteger unanswered = new AtomicInteger();

    private volatile boolean leaving;
    private volatile @Nullable Destination destination;
    private volatile @Nullable Stay stay;
    private volatile @Nullable ReconnectingClient client;
    private volatile @Nullable Paste paste;

    public Chat(Screen screen, Roster roster, Destinations destinations, Clock clock) {
        this.screen = screen;
        this.roster = roster;
        this.notices = new Notices(screen, clock);
        this.localCommands = new LocalCommands(this, screen, notices, ignored, destinations);
        roster.refreshBy(this::askForRooms);
    }

    private CompletableFuture<?> askForRooms() {
        Stay here = stay;
        ReconnectingClient now = client;
        return here == null || now == null || !now.isConnected()
                ? CompletableFuture.completedFuture(null)
                : here.ask(now, new Command.ListRooms());
    }

    Roster roster() {
        return roster;
    }

    /**
     * Goes to a server, leaving the one before.
     *
     * @return done when there; fails with a {@link ConnectionException} if that cannot be
     */
    public CompletableFuture<Void> open(Destination to) {
        ReconnectingClient before = client;
        if (before != null) {
            before.close();
        }
        roster.clear();
        destination = to;
        Stay next = new Stay(this, notices, to.name());
        stay = next;
        ReconnectingClient opening = ReconnectingClient.open(to.endpoint(), to.presence(), Manners.LENIENT, next);
        client = opening;
        CompletableFuture<Void> opened = opening.opened();
        opened.whenComplete((done, failure) -> updateStatus());
        return opened;
    }

    /**
     * Carries out what was typed: one line, or the lines of a paste.
     *
     * @return false if it was to leave
     */
    public boolean typed(String input) {
        Typed typed = Typed.of(input);
        if (typed instanceof Typed.Wrong wrong) {
            notices.complain(wrong.why());
        } else if (typed instanceof Typed.Help help) {
            notices.show(new Item.Table(notices.now(), Help.lines(help.about())));
        } else if (typed instanceof Typed.Local local) {
            localCommands.carryOut(local.command(), local.argument());
        } else if (typed instanceof Typed.Commands commands) {
            return send(input, commands.commands());
        }
        return true;
    }

    private boolean send(String input, List<Command> commands) {
        Command first = commands.get(0);
        if (first instanceof Command.Quit) {
            leaving = true;
            send(first);
            return false;
        }
        if (commands.size() > 1) {
            paste(commands);
            return true;
        }
        Nick meant = first instanceof Command.Say ? toWhom(input) : null;
        if (meant != null) {
            notices.complain("everybody in the room would hear this; /tell " + meant
                    + " is for one alone, and what has no slash before it is for the room");
            return true;
        }
        send(first).whenComplete((reply, failure) -> updateStatus());
        updateStatus();
        return true;
    }

    /** In irssi {@code /msg bob} is private; here it is not, which is a bad moment to find out. */
    private @Nullable Nick toWhom(String input) {
        String[] words = input.strip().split("\\s+", 3);
        if (words.length < 3 || !words[0].equalsIgnoreCase("/msg")) {
            return null;
        }
        try {
            Nick nick = Nick.of(words[1]);
            return roster.knows(nick) ? nick : null;
        } catch (BadNameException e) {
            return null;
        }
    }

    private void paste(List<Command> commands) {
        Paste running = paste;
        if (running != null && !running.isOver()) {
            notices.complain("the paste before this one is still being sent; Ctrl-C stops it");
            return;
        }
        Paste next = new Paste(commands, this::send, this::updateStatus);
        paste = next;
        next.start();
        updateStatus();
    }

    /** Stops a paste that is being sent. Returns whether there was one. */
    public boolean stopPaste() {
        Paste running = paste;
        if (running == null || running.isOver()) {
            return false;
        }
        int notSent = running.stop();
        notices.remark("stopped: " + notSent + " of " + running.size() + " lines were not sent");
        updateStatus();
        return true;
    }

    CompletableFuture<Reply> send(Command command) {
        ReconnectingClient to = client;
        if (to == null) {
            throw new IllegalStateException("nothing can be typed before a chat is open");
        }
        unanswered.incrementAndGet();
        CompletableFuture<Reply> reply = to.send(command);
        reply.whenComplete((any, failure) -> {
            unanswered.decrementAndGet();
            if (failure instanceof ConnectionException why) {
                failed(command, why);
            }
        });
        return reply;
    }

    private void failed(Command command, ConnectionException why) {
        if (command instanceof Command.Quit) {
            return;
        }
        String what = command instanceof Command.Say say
                ? "\"" + say.text() + "\""
                : command instanceof Command.Tell tell
                        ? "\"" + tell.text() + "\" to " + tell.target()
                        : "/" + command.verb().name().toLowerCase(Locale.ROOT);
        notices.complain(
                why.mayHaveBeenCarriedOut()
                        ? "no answer to " + what + " before the connection was lost: it may have arrived or not"
                        : "not sent: " + what + " (" + why.getMessage() + "); /connect tries again");
    }

    /** Goes to another server; what becomes of it is shown. */
    void goTo(Destination to) {
        notices.remark("connecting to " + to.name());
        open(to).whenComplete((opened, failure) -> {
            if (failure != null) {
                notices.complain("cannot connect to " + to.name() + ": "
                        + unwrapped(failure).getMessage() + "; /connect tries again");
            }
        });
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Tries at once to get the connection back, also one that would not come back by itself. */
    void comeBack() {
        ReconnectingClient now = client;
        Destination to = destination;
        if (now == null || to == null) {
            return;
        }
        if (now.isConnected()) {
            notices.remark("you are connected already");
        } else if (now.ended().isDone()) {
            goTo(new Destination(to.name(), to.endpoint(), wasOpen(now) ? presence(now) : to.presence()));
        } else {
            now.retryNow();
        }
    }

    private static boolean wasOpen(ReconnectingClient client) {
        return client.opened().isDone() && !client.opened().isCompletedExceptionally();
    }

    /** As it was in the end. */
    private static Presence presence(ReconnectingClient client) {
        return new Presence(client.nick().isReserved() ? null : client.nick(), client.rooms());
    }

    /** Whether the end that comes is wanted. */
    boolean isLeaving() {
        return leaving;
    }

    /** Whether a connection is still the one that matters. */
    boolean isCurrent(Stay asking) {
        return stay == asking;
    }

    void heard(Event event, Nick me, RoomName here) {
        roster.heard(event);
        if (!ignored.covers(event)) {
            notices.show(new Item.Heard(event, me, here));
        }
    }

    /** Says something of this program's own. */
    public void remark(List<String> lines) {
        notices.remark(lines);
    }

    /** Says what went wrong. */
    void complain(String sentence) {
        notices.complain(sentence);
    }

    void updateStatus() {
        ReconnectingClient now = client;
        if (now == null || !wasOpen(now)) {
            screen.status(new Status(null, null, false, 0, 0));
            return;
        }
        roster.here(now.room());
        Paste running = paste;
        screen.status(
                running == null || running.isOver()
                        ? new Status(now.nick(), now.room(), now.isConnected(), unanswered.get(), 0)
                        : new Status(now.nick(), now.room(), now.isConnected(), running.left(), running.size()));
    }

    /** Leaves: what was sent is answered first, if that does not take long. */
    public void leave() throws InterruptedException {
        leaving = true;
        ReconnectingClient now = client;
        if (now == null) {
            return;
        }
        now.close();
        try {
            now.ended().get(SECONDS_TO_LEAVE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Whatever the end was like, this is one.
        }
    }
}
