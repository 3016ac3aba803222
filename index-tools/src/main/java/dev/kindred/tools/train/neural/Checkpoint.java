package dev.kindred.tools.train.neural;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.neural.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * A training's state in a folder: the network as it is, the network of the best epoch, the
 * optimiser. The new one is complete before the old one goes, so whatever interrupts the training,
 * a good one is left.
 */
final class Checkpoint {
  private static final int FORMAT = 1;

  private final Path folder;
  private final Path partial;
  private final Path old;
  private final String identity;

  /**
   * @param identity of parameters, data and seed
   */
  Checkpoint(Path folder, String identity) {
    this.folder = folder;
    this.partial = folder.resolveSibling(folder.getFileName() + ".partial");
    this.old = folder.resolveSibling(folder.getFileName() + ".old");
    this.identity = identity;
  }

  /** What stands in the manifest. */
  record Facts(int format, String identity, int epochs, int best, String loss, String validation) {}

  void write(Learner learner, List<Parameter> best, Epochs.Outcome outcome) {
    Facts facts =
        new Facts(
            FORMAT,
            identity,
            outcome.epochs(),
            outcome.best(),
            Double.toString(outcome.loss()),
            Double.toString(outcome.validation()));
    ArtifactWriter writer = new ArtifactWriter();
    Parameter.write(writer, tensors(learner, best));
    try {
      delete(partial);
      Files.createDirectories(partial);
      writer.write(partial, facts, facts);
      delete(old);
      if (Files.exists(folder)) {
        Files.move(folder, old);
      }
      Files.move(partial, folder);
      delete(old);
    } catch (ClosedByInterruptException e) {
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(folder + ": cannot write the checkpoint: " + e.getMessage(), e));
    }
  }

  /** Fills the learner and the copy of its best network. */
  Epochs.Outcome read(Learner learner, List<Parameter> best) {
    Path found = Files.exists(folder) || Files.notExists(old) ? folder : old;
    try {
      ArtifactReader reader = ArtifactReader.open(found, FORMAT);
      Facts facts = reader.manifest(Facts.class);
      if (!facts.identity().equals(identity)) {
        throw new IllegalArgumentException(
            found
                + ": the checkpoint is of other parameters, data or seed; "
                + "resume with the same, or start anew without --resume");
      }
      Parameter.readAny(reader, tensors(learner, best));
      return new Epochs.Outcome(
          facts.epochs(),
          facts.best(),
          Double.parseDouble(facts.loss()),
          Double.parseDouble(facts.validation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static List<Parameter> tensors(Learner learner, List<Parameter> best) {
    List<Parameter> tensors = new ArrayList<>();
    add(tensors, "now.", learner.parameters());
    add(tensors, "best.", best);
    add(tensors, "optimizer.", learner.state());
    return tensors;
  }

  private static void add(List<Parameter> tensors, String prefix, List<Parameter> more) {
    more.forEach(p -> tensors.add(new Parameter(prefix + p.name(), p.values(), p.shape())));
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
