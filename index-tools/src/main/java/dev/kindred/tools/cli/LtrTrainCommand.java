package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.tools.ltr.Judgments;
import dev.kindred.tools.ltr.LambdaMart;
import dev.kindred.tools.ltr.LetorFile;
import dev.kindred.tools.ltr.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "train",
    description = {
      "Learn trees from judgments, by LambdaMART (LightGBM).",
      "Stops by requests that are held out, and says how the trees rank those: beside the order in"
          + " the file, and beside the best single signal."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred ltr train judgments.txt --out trees.txt --leaves 15")
final class LtrTrainCommand extends Action {
  @Parameters(paramLabel = "FILE", description = "Judgments, as ltr export writes them.")
  private Path judgments;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The model to write, in LightGBM's text form.")
  private Path out;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Judgments to stop by. Default: the last part of the file.")
  private Path validation;

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      description = "Without --validation: the share of requests to stop by. Default: 0.2.")
  private double holdout = 0.2;

  @Option(names = "--trees", paramLabel = "N", description = "At most so many. Default: 500.")
  private int trees = LambdaMart.DEFAULT.trees();

  @Option(names = "--leaves", paramLabel = "N", description = "Of a tree, at most. Default: 15.")
  private int leaves = LambdaMart.DEFAULT.leaves();

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "What each tree counts. Default: 0.05.")
  private double learningRate = LambdaMart.DEFAULT.learningRate();

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      description = "Rows in a leaf, at least. Default: 100.")
  private int minRows = LambdaMart.DEFAULT.minRows();

  @Option(
      names = "--truncation",
      paramLabel = "N",
      description = "Pairs are made of the best so many of a request and the others. Default: 20.")
  private int truncation = LambdaMart.DEFAULT.truncation();

  @Option(
      names = "--cutoff",
      paramLabel = "K",
      description = "NDCG at this rank is watched. Default: 10.")
  private int cutoff = LambdaMart.DEFAULT.cutoff();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Stop after so many trees without a rise. Default: 50.")
  private int patience = LambdaMart.DEFAULT.patience();

  @Override
  protected void run() throws Exception {
    makeFolders(out);
    LambdaMart trainer =
        usage(
            () ->
                new LambdaMart(
                    trees,
                    leaves,
                    learningRate,
                    minRows,
                    truncation,
                    cutoff,
                    patience,
                    globals().seed(),
                    globals().threads()));
    if (!(holdout > 0 && holdout < 1)) {
      throw wrongUsage("--holdout is a share between 0 and 1, was " + holdout);
    }
    Judgments all = LetorFile.read(judgments);
    List<Judgments> parts =
        validation == null ? all.split(1 - holdout) : List.of(all, LetorFile.read(validation));
    String text;
    try (Progress progress = progress()) {
      text =
          trainer.train(
              parts.get(0),
              parts.get(1),
              (done, ndcg) ->
                  progress.update(
                      String.format(Locale.ROOT, "ndcg@%d %.4f, trees", cutoff, ndcg),
                      done,
                      trees));
    }
    Files.writeString(out, text);
    answer(Standing.of(out.toString(), text, parts.get(0), parts.get(1), cutoff));
  }

  private void answer(Standing standing) {
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("file", out.toString());
      json.set("standing", Json.tree(standing));
      out().println(Json.line(json));
      return;
    }
    out().println(standing);
    out().println("written to " + out + "; install it with ltr use");
  }
}
