package dev.kindred.tools.read;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

/** One pass over a catalogue: skips what may be skipped, refuses an id that comes twice. */
final class ItemIterator implements Iterator<Item> {
  private final Input input;
  private final ItemRows rows;
  private final ItemShaper shaper;
  private final Faults faults;
  private final Map<String, Long> lineOfId = new HashMap<>();
  private Item next;
  private ReadReport report;

  ItemIterator(Input input, ItemRows rows, ItemFields fields, BadLines badLines) {
    this.input = input;
    this.rows = rows;
    this.shaper = new ItemShaper(fields);
    this.faults = new Faults(input.name(), badLines);
  }

  @Override
  public boolean hasNext() {
    if (next == null && report == null) {
      try {
        advance();
      } catch (IOException e) {
        throw closed(input.broken(rows.line(), e));
      } catch (RuntimeException e) {
        throw closed(e);
      }
    }
    return next != null;
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item item = next;
    next = null;
    return item;
  }

  /** What was found; only after the last item. */
  ReadReport report() {
    return report;
  }

  private void advance() throws IOException {
    while (true) {
      try {
        Map<String, Object> row = rows.next();
        if (row == null) {
          report = faults.report("items", lineOfId.size());
          rows.close();
          return;
        }
        Item item = shaper.shape(row);
        Long before = lineOfId.putIfAbsent(item.id(), rows.line());
        if (before != null) {
          throw new BadLine(
              String.format(
                  Locale.ROOT,
                  "the id %s was seen on line %d, expected every item once",
                  BadLine.quoted(item.id()),
                  before));
        }
        next = item;
        return;
      } catch (BadLine bad) {
        faults.add(rows.line(), bad);
      }
    }
  }

  private RuntimeException closed(RuntimeException failure) {
    try {
      rows.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
