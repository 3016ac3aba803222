package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data set with the models that a hybrid of it is made of. */
interface HybridData {
  /** In the page and on the command line. */
  String name();

  /** Data and protocol, in words. */
  String title();

  /**
   * What is asked at the end, once.
   *
   * @param data the folder of all data sets
   */
  Task task(Path data) throws IOException;

  /** A task made of the training part alone, on which everything is chosen. */
  Task carveOut(Task task);

  /** The catalogue; empty where nothing is known of items but their ids. */
  default List<Item> items(Path data) throws IOException {
    return List.of();
  }

  /** Those of the catalogue that are ranked in the carve-out. */
  default List<Item> carveOut(Task task, List<Item> items) {
    return items;
  }

  default Schema schema() {
    return new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);
  }

  /** With default parameters, or those that other rows use; none was chosen on these data. */
  List<Rehearsal.Part> models();

  /** The keyword field that says whether items are alike; null when none does. */
  default String alike() {
    return null;
  }

  /** How far the hybrid must be above the best single signal, as a share of it. */
  default double goal() {
    return 0;
  }

  /** At most so many of the task's queries are asked of each model. */
  default int asked() {
    return Integer.MAX_VALUE;
  }

  /**
   * A model named as its algorithm.
   *
   * @param parameters names and values by turns
   */
  static Rehearsal.Part model(String algorithm, String... parameters) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    return new Rehearsal.Part(algorithm, algorithm, given);
  }
}
