package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.peers.child.Peer;
import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.benchmarks.peers.child.Settings;
import dev.kindred.benchmarks.peers.child.Trained;
import dev.kindred.data.Dataset;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.registry.Trainers;
import java.nio.file.Files;
import java.util.List;

/** Our trainers, treated like any other; leaves the model's artifact. */
public final class Ours implements Peer {
  @Override
  public String version() {
    return "Kindred";
  }

  @Override
  public Training prepare(Ratings ratings, Settings settings) {
    Dataset data = new Dataset(Conversion.interactions(ratings), List.of());
    Trainer<?> trainer = Trainers.create(settings.algorithm(), settings.values());
    return () -> {
      Run run = new Run(settings.algorithm(), "benchmark", settings.seed(), 1, Progress.NONE);
      Model model = trainer.train(data, run);
      return (Trained) (asked, place) -> model.save(Files.createDirectory(place));
    };
  }

  @Override
  public void close() {
    // Everything is on the heap.
  }
}
