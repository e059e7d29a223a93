package dev.natter.client.cli;

import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that talk to a server have in common: where it is, and who one is there. */
final class ServerOptions {

    private final Surroundings surroundings;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

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
        if (argument != null) {
            return valid(argument, ServerAddress::parse, "", hint);
        }
        String variable = surroundings.variable("NATTER_HOST");
        return variable == null ? ServerAddress.DEFAULT : valid(variable, ServerAddress::parse, "NATTER_HOST: ", "");
    }

    @Nullable
    Nick nick() {
        String variable = surroundings.variable("NATTER_NICK");
        return nick != null || variable == null ? nick : valid(variable, Nick::of, "NATTER_NICK: ", "");
    }

    private <T> T valid(String text, Function<String, T> reader, String where, String hint) {
        try {
            return reader.apply(text);
        } catch (BadNameException | IllegalArgumentException e) {
            throw wrongUsage(where + e.getMessage() + hint);
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
