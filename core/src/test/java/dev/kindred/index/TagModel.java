package dev.kindred.index;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;

/** The smallest model: it writes its own version into every item it knows. */
record TagModel(String name, String version) implements Model {
  static final String UNSEEN = "unseen";

  @Override
  public Manifest manifest() {
    return new Manifest(
        Manifest.FORMAT,
        "tag",
        name,
        version,
        Instant.EPOCH,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(new Manifest.FieldSpec(field(), "sparse", 0)));
  }

  String field() {
    return Schema.MODEL + name;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    if (!item.id().equals(UNSEEN)) {
      document.accept(new StringField(field(), version, Store.NO));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return new Encoding.None("tags nobody");
  }

  @Override
  public void save(Path directory) {
    throw new UnsupportedOperationException("only in memory");
  }
}
