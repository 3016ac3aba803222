package dev.kindred.model;

import dev.kindred.data.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexableField;

/** What a set of models writes into the document of an item. */
public final class ItemFields {
  private ItemFields() {}

  /** The fields of all models in their order, then what {@link Complement}s make of them. */
  public static List<IndexableField> of(Collection<? extends Model> models, Item item) {
    List<IndexableField> fields = new ArrayList<>();
    for (Model model : models) {
      model.index(item, fields::add);
    }
    for (Model model : models) {
      if (model instanceof Complement complement) {
        complement.complete(item, fields);
      }
    }
    return fields;
  }
}
