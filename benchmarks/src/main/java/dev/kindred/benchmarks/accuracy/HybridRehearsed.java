package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set of which only the training part is there, and what it is learned with is carved out of
 * that: whatever is chosen on it has not seen the test.
 */
record HybridRehearsed(HybridData source) implements HybridData {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String title() {
    return source.title() + ", rehearsed on the training part alone";
  }

  @Override
  public Task task(Path data) throws IOException {
    return source.carveOut(source.task(data));
  }

  @Override
  public Task carveOut(Task task) {
    return source.carveOut(task);
  }

  @Override
  public List<Item> items(Path data) throws IOException {
    return source.items(data);
  }

  @Override
  public Schema schema() {
    return source.schema();
  }

  @Override
  public List<Rehearsal.Part> models() {
    return source.models();
  }

  @Override
  public String alike() {
    return source.alike();
  }

  @Override
  public double goal() {
    return source.goal();
  }

  @Override
  public int asked() {
    return source.asked();
  }
}
