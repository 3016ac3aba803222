package dev.kindred.tools.read;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The items of one file in one format. */
final class FileItems implements ItemSource {
  /** How many items are looked at to infer what fields mean. */
  static final int SAMPLE = 1000;

  private final Input input;
  private final BadLines badLines;
  private final Opener opener;
  private final ItemFields fields;
  private final Map<String, Integer> dimensions;

  /** Opens the rows of a format. */
  interface Opener {
    ItemRows open(Input input) throws IOException;
  }

  FileItems(Input input, BadLines badLines, Opener opener, ItemFields configured) {
    this.input = input;
    this.badLines = badLines;
    this.opener = opener;
    List<Map<String, Object>> sample = sample();
    this.fields = new FieldInference(configured).complete(input.name(), sample);
    this.dimensions = Vectors.dimensions(fields.vectors().values(), sample);
  }

  @Override
  public Map<String, Integer> dimensions() {
    return dimensions;
  }

  @Override
  public ItemFields fields() {
    return fields;
  }

  @Override
  public ReadReport read(Consumer<Item> consumer) {
    ItemIterator items = open();
    items.forEachRemaining(consumer);
    return items.report();
  }

  @Override
  public Iterator<Item> iterator() {
    return open();
  }

  private ItemIterator open() {
    try {
      return new ItemIterator(input, opener.open(input), fields, badLines);
    } catch (IOException e) {
      throw input.broken(0, e);
    }
  }

  /** The first sound records; whatever is wrong shows again, and is told, when they are read. */
  private List<Map<String, Object>> sample() {
    List<Map<String, Object>> sample = new ArrayList<>();
    try (ItemRows rows = opener.open(input)) {
      Optional<Map<String, Object>> row = Optional.of(Map.of());
      for (int i = 0; i < SAMPLE && row.isPresent(); i++) {
        row = soundRow(rows);
        row.filter(fields -> !fields.isEmpty()).ifPresent(sample::add);
      }
      return sample;
    } catch (IOException e) {
      throw input.broken(0, e);
    }
  }

  /** The next row, without fields when it is bad; nothing at the end. */
  private static Optional<Map<String, Object>> soundRow(ItemRows rows) throws IOException {
    try {
      return Optional.ofNullable(rows.next());
    } catch (BadLine bad) {
      return Optional.of(Map.of());
    }
  }
}
