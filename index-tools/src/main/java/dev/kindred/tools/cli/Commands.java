package dev.kindred.tools.cli;

import java.util.List;

/** Every command, in the order of the help. One line adds one. */
final class Commands {
  private Commands() {}

  static List<Object> all() {
    return List.of(
        new BuildCommand(),
        new ItemsCommand(),
        new EventsCommand(),
        new SearchCommand(),
        new LikeCommand(),
        new RecommendCommand(),
        new ExplainCommand(),
        new TrainCommand(),
        new EvaluateCommand(),
        new TuneCommand(),
        new LtrCommand(),
        new SimulateCommand(),
        new InspectCommand(),
        new RollbackCommand(),
        new ForgetCommand(),
        new PushCommand(),
        new CompletionCommand());
  }
}
