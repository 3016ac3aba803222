package dev.kindred.tools.rehearse;

import dev.kindred.data.Item;
import dev.kindred.index.ItemReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.util.Bits;

/** Reads the items of an index back. */
final class Catalogues {
  private Catalogues() {}

  static List<Item> read(IndexReader reader) throws IOException {
    ItemReader items = new ItemReader(reader);
    Bits live = MultiBits.getLiveDocs(reader);
    List<Item> all = new ArrayList<>();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        all.add(items.item(doc));
      }
    }
    return all;
  }
}
