package dev.kindred.model;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import java.util.List;
import org.apache.lucene.index.IndexableField;

/** A model that fills in what others do not know of an item, or of a user. */
public interface Complement extends Model {
  /**
   * Adds fields of other models, or puts better ones in their place.
   *
   * @param fields what all other models wrote; changed here
   */
  default void complete(Item item, List<IndexableField> fields) {}

  /**
   * What another model would say of a user of whom it says nothing.
   *
   * @param said why it says nothing
   * @return {@code said} where nothing better is known
   */
  default Encoding complete(Model other, UserState user, Situation situation, Encoding.None said) {
    return said;
  }
}
