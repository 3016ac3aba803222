package dev.kindred.benchmarks.knn;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.index.ItemReader;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Schema;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import dev.kindred.tools.build.ExactServing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FullPrecisionFloatVectorSimilarityValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** An index of one dense model's items, searched by graph and by scan. */
final class Vectors implements Closeable {
  /** Of the list that counts. */
  static final int CUT = 10;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final String[] ids;

  private Vectors(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.ids = new String[reader.maxDoc()];
    ItemReader items = new ItemReader(reader);
    for (int doc = 0; doc < ids.length; doc++) {
      ids[doc] = items.id(doc);
    }
  }

  /** Writes the items as a build does. */
  static Vectors write(Path folder, Model model, List<Item> items) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    try (ItemWriter writer = ItemWriter.create(directory, ExactServing.BARE, List.of(model))) {
      writer.addAll(items, 1, done -> {});
      writer.commit(Map.of());
    }
    return new Vectors(DirectoryReader.open(directory));
  }

  /** All that the user does not have: what a request for something new admits. */
  static Query unseen(UserState user) {
    List<BytesRef> seen =
        user.history().stream().map(Event::itemId).distinct().map(BytesRef::new).toList();
    return new BooleanQuery.Builder()
        .add(new MatchAllDocsQuery(), Occur.FILTER)
        .add(new TermInSetQuery(Schema.ID, seen), Occur.MUST_NOT)
        .build();
  }

  /** The best ten of all. */
  String[] scan(Encoding.Dense user, Query filter) throws IOException {
    Query all =
        new FunctionScoreQuery(
            new FieldExistsQuery(user.field()),
            new FullPrecisionFloatVectorSimilarityValuesSource(
                user.vector(), user.field(), VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    return best(new BooleanQuery.Builder().add(all, Occur.MUST).add(filter, Occur.FILTER).build());
  }

  /**
   * The best ten of those that a walk through the graph finds.
   *
   * @param depth how many it looks for
   */
  String[] walk(Encoding.Dense user, Query filter, int depth) throws IOException {
    return best(new KnnFloatVectorQuery(user.field(), user.vector(), depth, filter));
  }

  private String[] best(Query query) throws IOException {
    ScoreDoc[] hits = searcher.search(query, CUT).scoreDocs;
    return Arrays.stream(hits).map(hit -> ids[hit.doc]).toArray(String[]::new);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    reader.directory().close();
  }
}
