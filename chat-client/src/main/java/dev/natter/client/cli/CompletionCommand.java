package dev.natter.client.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a shell know words, options and favourites. */
@Command(
        name = "completion",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
        description = {
            "Prints a script with which a shell completes the words, options and favourites behind natter.",
            "",
            "It goes for ./natter, too, and for any other path to a natter.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  source <(./natter completion bash)",
            "  source <(./natter completion zsh)",
            "",
            "For all shells to come, put the script where they look for it:",
            "  mkdir -p ~/.local/share/bash-completion/completions ~/.zfunc",
            "  ./natter completion bash >~/.local/share/bash-completion/completions/natter",
            "  ./natter completion zsh >~/.zfunc/_natter",
            "",
            "bash looks there if the package bash-completion is installed; zsh, if ~/.zshrc says",
            "  fpath=(~/.zfunc $fpath)",
            "  autoload -Uz compinit && compinit"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "bash|zsh",
            completionCandidates = Shells.class,
            description = "The shell that is to know them.")
    private @Nullable Shell shell;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (shell == null || spec == null) {
            throw new IllegalStateException("picocli has not filled this in");
        }
        surroundings.out().print(new CompletionScript(spec.root()).of(shell));
        surroundings.out().flush();
        return surroundings.out().checkError() ? ExitCode.FAILED : ExitCode.DONE;
    }

    enum Shell {
        BASH,
        ZSH
    }

    /** As they are typed. */
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(Shell.values()).stream()
                    .map(shell -> shell.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
