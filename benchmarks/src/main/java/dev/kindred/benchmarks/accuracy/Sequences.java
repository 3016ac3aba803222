package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Interactions;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each user's last item held out and ranked among all that the history does not hold. The item
 * before it is history in any case.
 *
 * @param file of pairs or sequences in the order of time; users of at least three items
 * @param refit whether the item before the last is learned from
 */
record Sequences(String folder, String file, boolean refit) implements Protocol {
  private static final int HELD = 2;

  @Override
  public Task task(Path data) {
    Interactions all = Logs.read(data.resolve(folder).resolve(file));
    Map<String, List<String>> train = new LinkedHashMap<>();
    Map<String, List<String>> validation = new LinkedHashMap<>();
    Map<String, List<String>> test = new LinkedHashMap<>();
    Logs.byUser(all)
        .forEach(
            (user, items) -> {
              int learned = items.size() - HELD;
              train.put(user, items.subList(0, learned));
              validation.put(user, List.of(items.get(learned)));
              test.put(user, List.of(items.getLast()));
            });
    return new Published(folder, Logs.of(train), test)
        .validation(Logs.of(validation), refit)
        .task();
  }
}
