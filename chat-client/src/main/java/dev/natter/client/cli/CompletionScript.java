package dev.natter.client.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell needs to complete a command line. bash and zsh run the same, zsh by its emulation of bash's completion.
 * picocli makes such a script, too, but that offers no files and no favourites, and changes zsh for other programs.
 */
final class CompletionScript {

    /** The launcher's, which are no words of this program. */
    private static final List<String> LAUNCHERS_WORDS = List.of("server", "hash-password", "cert");

    /** What is between angle brackets is replaced. */
    private static final String SCRIPT = """
            # Completes what stands behind natter: see natter completion --help.

            _natter_complete() {
              local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= options= offers= offer
              COMPREPLY=()
              if ((COMP_CWORD > 1)); then command=${COMP_WORDS[1]}; fi
              if ((COMP_CWORD > 2)) && [ "$command" = bench ]; then command="bench ${COMP_WORDS[2]}"; fi
              case $command in
            <commands>
                *) return ;; # the server's options are not known here: files, then
              esac
              case $previous in
            <choices>
                <files>) return ;;
                <values>) offers= ;;
                *) case $word in -*) offers=$options ;; esac ;;
              esac
              # Nothing is better than files, where no file is wanted.
              if [ -n "${BASH_VERSION-}" ]; then compopt +o default 2>/dev/null; fi
              for offer in $offers; do
                case $offer in "$word"*) COMPREPLY+=("$offer") ;; esac
              done
            }

            # Read when they are asked for, so that new ones are known at once.
            _natter_favourites() {
              sed -n 's/^[[:blank:]]*\\([^.#!:=[:blank:]]*\\)\\.address[=:[:blank:]].*/\\1/p' \\
                "${XDG_CONFIG_HOME:-$HOME/.config}/natter/favourites.properties" 2>/dev/null
            }

            if [ -n "${ZSH_VERSION-}" ]; then
              if ! type compdef >/dev/null; then autoload -Uz compinit && compinit; fi
              autoload -Uz bashcompinit && bashcompinit
            fi
            complete -o default -F _natter_complete natter
            """;

    private static final String IN_FPATH = """

            # As a file _natter in the fpath, all this is what zsh runs when it is first asked.
            if [ "${funcstack[1]-}" = _natter ]; then
              _bash_complete -o default -F _natter_complete
            fi
            """;

    private final CommandSpec natter;

    /** Makes one for all words and options of a program. */
    CompletionScript(CommandSpec natter) {
        this.natter = natter;
    }

    String of(CompletionCommand.Shell shell) {
        String script = SCRIPT.replace("<commands>", commands())
                .replace("<choices>", choices())
                .replace("<files>", names(option -> option.type() == Path.class))
                .replace("<values>", names(option -> option.arity().max() > 0));
        return shell == CompletionCommand.Shell.ZSH ? "#compdef natter\n" + script + IN_FPATH : script;
    }

    private String commands() {
        return all(natter)
                .map(command -> "    '" + path(command) + "') options='" + names(command) + "' offers="
                        + offers(command) + " ;;")
                .collect(Collectors.joining("\n"));
    }

    /** Behind the name of the program. */
    private static String path(CommandSpec command) {
        return command.qualifiedName().replaceFirst("^natter ?", "");
    }

    private static String names(CommandSpec command) {
        return command.options().stream().map(OptionSpec::longestName).collect(Collectors.joining(" "));
    }

    /** What can stand there that is no option. */
    private String offers(CommandSpec command) {
        Stream<String> launchers = command == natter ? LAUNCHERS_WORDS.stream() : Stream.of();
        if (!command.subcommands().isEmpty()) {
            return quoted(Stream.concat(command.subcommands().keySet().stream(), launchers));
        }
        return command.positionalParameters().stream()
                .map(parameter ->
                        parameter.completionCandidates() == null ? "$(_natter_favourites)" : quoted(choices(parameter)))
                .collect(Collectors.joining());
    }

    private String choices() {
        return all(natter)
                .flatMap(command -> command.options().stream())
                .filter(option -> option.completionCandidates() != null)
                .map(option -> "    " + option.longestName() + ") offers=" + quoted(choices(option)) + " ;;")
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> choices(ArgSpec argument) {
        return StreamSupport.stream(argument.completionCandidates().spliterator(), false);
    }

    private static String quoted(Stream<String> words) {
        return words.collect(Collectors.joining(" ", "'", "'"));
    }

    /** An option's name means the same behind each word. */
    private String names(Predicate<OptionSpec> which) {
        return all(natter)
                .flatMap(command -> command.options().stream())
                .filter(which)
                .map(OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("|"));
    }

    private static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(CompletionScript::all));
    }
}
