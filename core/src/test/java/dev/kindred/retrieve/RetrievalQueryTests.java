package dev.kindred.retrieve;

import dev.kindred.World;
import dev.kindred.internal.sparse.WeightedTerms;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.search.CheckHits;
import org.apache.lucene.tests.search.QueryUtils;
import org.apache.lucene.tests.util.LuceneTestCase;

/** The queries of this package hold Lucene's contract for queries. */
public class RetrievalQueryTests extends LuceneTestCase {
  private static final int ITEMS = 500;

  private Directory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    directory = new ByteBuffersDirectory();
    new World(random().nextInt(1000), ITEMS).write(directory, 90);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @Override
  public void tearDown() throws Exception {
    reader.close();
    directory.close();
    super.tearDown();
  }

  private static Query anyOf(Query... clauses) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query clause : clauses) {
      any.add(clause, Occur.SHOULD);
    }
    return any.build();
  }

  private static Query frequency(String term, float weight) {
    return new FrequencyQuery(new Term("model.sparse", term), weight, false);
  }

  public void testFrequencyQuery() throws IOException {
    QueryUtils.check(random(), frequency("+t3", 0.01f), searcher);
    QueryUtils.check(random(), new FrequencyQuery(new Term("title", "w3"), 0.5f, true), searcher);
  }

  public void testFrequencyQueryExplainsItsScore() throws IOException {
    CheckHits.checkExplanations(
        anyOf(frequency("+t3", 0.01f), frequency("+t4", 0.5f)), "model.sparse", searcher);
  }

  public void testScoreIsWeightTimesFrequency() throws IOException {
    ScoreDoc[] hits = searcher.search(frequency("+t5", 0.25f), ITEMS).scoreDocs;
    assertTrue(hits.length > 0);
    for (ScoreDoc hit : hits) {
      float quarter = hit.score * 4;
      assertEquals("a whole frequency", Math.rint(quarter), quarter, 0);
      assertTrue(quarter >= 1 && quarter < 1000);
    }
  }

  public void testSkippingDoesNotLoseTheBest() throws IOException {
    Query any = anyOf(frequency("+t1", 0.7f), frequency("+t2", 0.2f), frequency("+t7", 0.4f));
    ScoreDoc[] all = searcher.search(any, ITEMS).scoreDocs;
    ScoreDoc[] top = searcher.search(any, 5).scoreDocs;
    for (int i = 0; i < top.length; i++) {
      assertEquals(all[i].doc, top[i].doc);
      assertEquals(all[i].score, top[i].score, 0);
    }
  }

  public void testWithoutPositiveWeightNothingMatches() throws IOException {
    assertEquals(0, searcher.count(frequency("+t1", 0)));
  }

  public void testNearestIsExactOnSmallIndexes() throws IOException {
    float[] vector = new float[World.DIMENSION];
    vector[0] = 1;
    vector[3] = -2;
    ScoreDoc[] ours =
        searcher.search(new NearestQuery("model.dense", vector, 20, null), 20).scoreDocs;
    ScoreDoc[] lucenes =
        searcher.search(new KnnFloatVectorQuery("model.dense", vector, ITEMS), 20).scoreDocs;
    for (int i = 0; i < ours.length; i++) {
      assertEquals(lucenes[i].doc, ours[i].doc);
      assertEquals(lucenes[i].score, ours[i].score, 1e-6);
    }
  }

  private static final Map<String, Float> TERMS = Map.of("+t1", 0.7f, "+t2", 0.2f, "+t7", 0.4f);

  private static SparseQuery sparse(Map<String, Float> weights) {
    return new SparseQuery(new WeightedTerms("model.sparse", weights, ""));
  }

  public void testSparseQuery() throws IOException {
    QueryUtils.check(random(), sparse(TERMS), searcher);
    CheckHits.checkExplanations(sparse(TERMS), "model.sparse", searcher);
    QueryUtils.check(random(), sparse(Map.of("absent", 1f)), searcher);
  }

  public void testAddingUpAndSkippingAgree() throws IOException {
    requireSame(sparse(TERMS));
  }

  public void testWhatSpeaksAgainstAnItemCounts() throws IOException {
    SparseQuery both = sparse(Map.of("+t1", 1f, "+t2", -1f));
    assertEquals(searcher.count(frequency("+t1", 1)), searcher.count(both));
    int against = 0;
    for (ScoreDoc hit : searcher.search(both, ITEMS).scoreDocs) {
      assertTrue(hit.score >= 0);
      against += hit.score == 0 ? 1 : 0;
    }
    assertTrue("some are spoken against", against > 0);
  }

  public void testAddingUpIsForSmallIndexesAndLongHistories() {
    assertTrue(SparseQuery.summedUp(100_000, 0));
    assertFalse(SparseQuery.summedUp(1_000_000, 5_904));
    assertTrue(SparseQuery.summedUp(1_000_000, 57_033));
  }

  public void testTheHeaviestTermsSkip() throws IOException {
    Map<String, Float> many = new HashMap<>(TERMS);
    for (int i = 0; i < 2000; i++) {
      many.put("absent" + i, 1e-3f);
    }
    requireSame(sparse(many));
  }

  private void requireSame(SparseQuery query) throws IOException {
    ScoreDoc[] summed = searcher.search(query, ITEMS).scoreDocs;
    ScoreDoc[] skipped = searcher.search(query.disjunction(), ITEMS).scoreDocs;
    assertEquals(skipped.length, summed.length);
    float[] scores = new float[ITEMS];
    for (ScoreDoc hit : skipped) {
      scores[hit.doc] = hit.score;
    }
    for (ScoreDoc hit : summed) {
      assertEquals(scores[hit.doc], hit.score, 1e-5 * scores[hit.doc]);
    }
  }

  public void testNearestQuery() throws IOException {
    float[] vector = new float[World.DIMENSION];
    vector[1] = 1;
    QueryUtils.check(random(), new NearestQuery("model.dense", vector, 20, null), searcher);
  }
}
