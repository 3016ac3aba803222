package dev.kindred.index;

import dev.kindred.data.Item;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** A small shelf that the tests of this package read. */
final class Books {
  static final Schema SCHEMA =
      new Schema(
          List.of("title", "description"),
          List.of("author", "tags"),
          List.of("price"),
          "published",
          "shelf",
          Map.of("cover", 2),
          "english");

  static final Item DRACULA =
      new Item(
          "dracula",
          Fields.of("title", "Dracula")
              .and("description", "A count leaves his castle for London")
              .and("author", "Bram Stoker")
              .and("tags", List.of("gothic", "vampire fiction"))
              .and("price", 9.5)
              .and("published", 1897)
              .and("shelf", "fiction")
              .and("cover", new float[] {3, 4})
              .map());

  static final Item CARMILLA =
      new Item(
          "carmilla",
          Fields.of("title", "Carmilla")
              .and("author", "Sheridan Le Fanu")
              .and("tags", List.of("gothic"))
              .and("price", "7")
              .and("published", "1872-03-01")
              .and("shelf", "fiction")
              .map());

  static final Item ODYSSEY =
      new Item(
          "odyssey",
          Fields.of("title", "The Odyssey")
              .and("author", "Homer")
              .and("price", -1)
              .and("published", -800)
              .and("shelf", "poetry")
              .map());

  static final Item BLANK = new Item("blank", Map.of());

  static final List<Item> ALL = List.of(DRACULA, CARMILLA, ODYSSEY, BLANK);

  private Books() {}

  /** Fields in the order they are named. */
  static final class Fields {
    private final java.util.LinkedHashMap<String, Object> map = new java.util.LinkedHashMap<>();

    static Fields of(String name, Object value) {
      return new Fields().and(name, value);
    }

    Fields and(String name, Object value) {
      map.put(name, value);
      return this;
    }

    Map<String, Object> map() {
      return map;
    }
  }

  /** Every book, in two segments. */
  static Directory index() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(directory, SCHEMA, List.of())) {
      writer.add(DRACULA);
      writer.add(CARMILLA);
      writer.commit(Map.of());
      writer.add(ODYSSEY);
      writer.add(BLANK);
      writer.commit(Map.of());
    }
    return directory;
  }

  /** The ids of what the query finds in that index. */
  static Set<String> find(Directory directory, Query query) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      ItemReader items = new ItemReader(reader);
      Set<String> found = new TreeSet<>();
      for (ScoreDoc hit : new IndexSearcher(reader).search(query, 100).scoreDocs) {
        found.add(items.id(hit.doc));
      }
      return found;
    }
  }
}
