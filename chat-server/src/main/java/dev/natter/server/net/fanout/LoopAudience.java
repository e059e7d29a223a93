package dev.natter.server.net.fanout;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of an {@link Audience} whose connections belong to one event loop. Event loop only. */
final class LoopAudience {

    private final LoopFanOut fanOut;
    private final ChannelGroup group;

    /** What is said in the drain under way; null before the first word. */
    private @Nullable Tick tick;

    /** A busy room stays busy for a while. */
    private int usualBytes;

    LoopAudience(LoopFanOut fanOut) {
        this.fanOut = fanOut;
        this.group = new DefaultChannelGroup(fanOut.loop());
    }

    /** The member hears what is said from here on. */
    void join(Outbox member) {
        if (member.joins(group) && tick != null) {
            member.hearFromNowOn(tick);
        }
    }

    /** The member has heard all that it will hear. */
    void leave(Outbox member) {
        if (member.leaves(group) && tick != null) {
            member.hearUpToNow((Tick) tick.retain());
        }
    }

    /** @param except who is not to hear it, if anyone on this loop */
    void say(byte[] message, @Nullable Outbox except) {
        int position = fanOut.nextPosition(message.length);
        Tick under = tick == null ? new Tick(ByteBufAllocator.DEFAULT, usualBytes) : tick;
        under.append(position, message);
        if (tick == null) {
            tick = under; // not before there is something in it
            fanOut.speaks(this);
        }
        if (except != null) {
            except.skip(position);
        }
    }

    void writeAndFlush() {
        group.writeAndFlush(takeTick(), ChannelMatchers.all(), true);
    }

    void write() {
        group.write(takeTick(), ChannelMatchers.all(), true);
    }

    void flush() {
        group.flush();
    }

    private Tick takeTick() {
        Tick taken = Objects.requireNonNull(tick);
        tick = null;
        usualBytes = taken.bytes();
        return taken;
    }
}
