package dev.natter.client.cli;

import dev.natter.client.ClientTls;
import dev.natter.client.reconnect.Destination;
import dev.natter.client.reconnect.Endpoint;
import dev.natter.client.reconnect.Presence;
import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that talk to a server have in common: where it is, and who one is there. */
final class ServerOptions {

    private final Surroundings surroundings;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Option(
            names = "--nick",
            paramLabel = "N",
            description = "The nickname to take. Default: $$NATTER_NICK, else the server gives one.")
    private @Nullable Nick nick;

    ServerOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Target target(@Nullable String argument) {
        return target(argument, "");
    }

    /**
     * @param argument what was given on the command line; null if nothing was
     * @param hint what to say besides if that is no address
     */
    Target target(@Nullable String argument, String hint) {
        try {
            return Target.given(argument, surroundings);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage() + (argument == null ? "" : hint));
        }
    }

    /** Null for plain text. */
    @Nullable
    ClientTls tls(Target target) {
        try {
            return tls.read(target.favourite(), surroundings);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** Null to stay a guest. */
    @Nullable
    Nick nick(Target target) {
        if (nick != null) {
            return nick;
        }
        if (target.favourite() != null && target.favourite().nick() != null) {
            return target.favourite().nick();
        }
        String variable = surroundings.variable("NATTER_NICK");
        try {
            return variable == null ? null : Nick.of(variable);
        } catch (BadNameException e) {
            throw wrongUsage("NATTER_NICK: " + e.getMessage());
        }
    }

    /** The server that is meant, and who to be there. */
    Destination destination(Target target, List<RoomName> rooms) {
        return destination(target, new Presence(nick(target), rooms));
    }

    /** The same as somebody else. */
    Destination destination(Target target, Presence presence) {
        ServerAddress at = target.address();
        String name =
                target.favourite() == null ? at.toString() : target.favourite().name() + " (" + at + ")";
        return new Destination(name, new Endpoint(at.host(), at.port(), tls(target)), presence);
    }

    /** The rooms to enter, in order; empty for the lobby. */
    static List<RoomName> rooms(List<RoomName> given, Target target) {
        return given.isEmpty() && target.favourite() != null
                ? target.favourite().rooms()
                : given;
    }

    /** Refuses the whole command. */
    ParameterException wrongUsage(String sentence) {
        if (command == null) {
            throw new IllegalStateException("picocli has not filled this in");
        }
        return new ParameterException(command.commandLine(), sentence);
    }
}
