package dev.kindred.tools.push;

import dev.kindred.data.Item;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemReader;
import dev.kindred.internal.registry.Polymorphic;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.IOUtils;

/** The items of a generation as they are now: as they were built, and changed since. */
final class GenerationItems implements Closeable {
  private final FSDirectory directory;
  private final DirectoryReader reader;

  private GenerationItems(FSDirectory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * @param generation its folder
   */
  static GenerationItems open(Path generation) throws IOException {
    FSDirectory directory = FSDirectory.open(generation.resolve(Generations.ITEMS));
    try {
      return new GenerationItems(directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  int size() {
    return reader.numDocs();
  }

  void forEach(IOConsumer<Item> consumer) throws IOException {
    new ItemReader(reader).forEach(consumer);
  }

  /** Adds the ids and fields of all items. */
  void digest(MessageDigest into) throws IOException {
    forEach(
        item -> {
          into.update((item.id() + "\n").getBytes(StandardCharsets.UTF_8));
          into.update(Polymorphic.json().writeValueAsBytes(item.fields()));
        });
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
