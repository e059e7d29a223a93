package dev.natter.client.cli;

import dev.natter.client.ClientTls;
import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
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

    ServerAddress address(@Nullable String argument) {
        return address(argument, "");
    }

    /**
     * @param argument what was given on the command line; null if nothing was
     * @param hint what to say besides if that is no address
     */
    ServerAddress address(@Nullable String argument, String hint) {
        try {
            return ServerAddress.given(argument, surroundings);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage() + (argument == null ? "" : hint));
        }
    }

    /** Null for plain text. */
    @Nullable
    ClientTls tls() {
        try {
            return tls.read(surroundings);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    @Nullable
    Nick nick() {
        String variable = surroundings.variable("NATTER_NICK");
        try {
            return nick != null || variable == null ? nick : Nick.of(variable);
        } catch (BadNameException e) {
            throw wrongUsage("NATTER_NICK: " + e.getMessage());
        }
    }

    /** Refuses the whole command. */
    ParameterException wrongUsage(String sentence) {
        if (command == null) {
            throw new IllegalStateException("picocli has not filled this in");
        }
        return new ParameterException(command.commandLine(), sentence);
    }
}
