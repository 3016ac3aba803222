package dev.kindred.tools.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Print a script that completes commands and options in your shell.",
    footerHeading = "%nExample:%n",
    footer = {
      "  source <(./kindred completion bash)",
      "  ./kindred completion fish > ~/.config/fish/completions/kindred.fish"
    })
final class CompletionCommand extends Action {
  /** The shells there is a script for. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  protected void run() {
    CommandLine root = spec.root().commandLine();
    String script =
        switch (shell) {
          case bash -> AutoComplete.bash("kindred", root);
          case zsh ->
              "autoload -U +X bashcompinit && bashcompinit\n" + AutoComplete.bash("kindred", root);
          case fish -> new FishCompletion("kindred").of(root);
        };
    if (globals().json()) {
      out().println(Json.line(Json.object().put("shell", shell.name()).put("script", script)));
    } else {
      out().print(script);
    }
  }
}
