package dev.kindred.model;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/** A trained artifact: immutable and thread-safe. */
public interface Model {
  Manifest manifest();

  /** Adds what the model knows of the item to its document; nothing for an item it never saw. */
  void index(Item item, Consumer<IndexableField> document);

  /**
   * The user as the model sees them.
   *
   * @throws IOException when the situation's catalogue cannot be read
   */
  Encoding encode(UserState user, Situation situation) throws IOException;

  /** Writes manifest and tensors into the directory, which must exist and be empty. */
  void save(Path directory) throws IOException;
}
