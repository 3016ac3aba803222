package dev.kindred.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.Resolver;
import dev.kindred.data.Catalogue;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.request.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;

/**
 * An application with a Lucene index, documents and queries of its own, which adds two signals: how
 * fresh an item is, and what the reader likes. Nothing of its index changes but the fields that the
 * model writes.
 *
 * @param model a trained model with a vector field, such as {@code Models.load(folder)} reads
 */
record EmbedInLucene(Model model) {
  /** The two signals; weights and functions would come from {@code tune} or experience. */
  private static final String SIGNALS =
      """
      { "retrievers": [ { "all": {} } ],
        "signals": [
          { "name": "fresh", "signal": { "recency": { "field": "published", "half_life": "P3650D" } }, "weight": 0.2 },
          { "name": "taste", "signal": { "model": { "model": "als" } },
            "normalizer": { "logistic": { "midpoint": 0.3, "slope": 8 } }, "weight": 1 } ] }
      """;

  private static final Schema SCHEMA =
      new Schema(List.of("title"), List.of(), List.of(), "published", null, Map.of(), "english");

  /** The application's own way to index, with one line more. */
  void index(Directory directory, List<Item> items) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
      for (Item item : items) {
        Document document = new Document();
        document.add(new StringField("id", item.id(), Store.YES));
        document.add(new TextField("title", item.text("title"), Store.YES));
        document.add(new TextField("about", item.text("description"), Store.NO));
        document.add(new LongField("published", published(item), Store.NO));
        model.index(item, document::add);
        writer.addDocument(document);
      }
    }
  }

  private static long published(Item item) {
    int year = Integer.parseInt(item.text("published"));
    return Instant.EPOCH.toEpochMilli() + (year - 1970) * 31_556_952_000L;
  }

  /** What the signals say for this user and moment. */
  Plan signals(UserState user, Instant now) throws IOException {
    Profile profile = Profile.parse("signals", new ObjectMapper().readTree(SIGNALS));
    Resolver resolver = new Resolver(SCHEMA, Map.of("als", model), EventWeights.EQUAL);
    return profile.plan(resolver.resolve(Request.EMPTY.now(now), user, profile, Catalogue.EMPTY));
  }

  /** One query: the application's own score times what the signals say. */
  TopDocs asQuery(IndexSearcher searcher, String word, Plan signals) throws IOException {
    return searcher.search(FunctionScoreQuery.boostByValue(typed(word), signals.blend()), 10);
  }

  /** Two phases: the best hundred of the application's own query, in the order of the signals. */
  TopDocs asRescorer(IndexSearcher searcher, String word, Plan signals) throws IOException {
    TopDocs hundred = searcher.search(typed(word), 100);
    return signals.asRescorer().rescore(searcher, hundred, 10);
  }

  /** Lucene's own sort by one signal or all of them. */
  TopDocs asSort(IndexSearcher searcher, String word, Plan signals) throws IOException {
    var bySignals = signals.blend().rewrite(searcher).getSortField(true);
    return searcher.search(typed(word), 10, new org.apache.lucene.search.Sort(bySignals));
  }

  static Query typed(String word) {
    return new TermQuery(new Term("about", word));
  }
}
