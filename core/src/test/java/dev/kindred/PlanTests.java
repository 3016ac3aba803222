package dev.kindred;

import dev.kindred.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.search.CheckHits;
import org.apache.lucene.tests.search.QueryUtils;
import org.apache.lucene.tests.util.LuceneTestCase;

/** A plan is at once query, rescorer and explanation, and does not care how the index is cut. */
public class PlanTests extends LuceneTestCase {
  private static final int ITEMS = 400;

  private World world;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    world = new World(random().nextInt(1_000_000), ITEMS);
  }

  private interface Check {
    void run(IndexSearcher searcher) throws IOException;
  }

  private void on(int segment, int strangers, Check check) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      world.write(directory, segment, strangers);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        check.run(new IndexSearcher(reader));
      }
    }
  }

  private Plan plan(int window) {
    return World.profile(window).plan(world.request());
  }

  /** Item ids with scores, as text, so that differences can be read. */
  private static List<String> named(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
    List<String> named = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      var ids = MultiDocValues.getBinaryValues(searcher.getIndexReader(), "_id");
      assertTrue(ids.advanceExact(hit.doc));
      named.add(ids.binaryValue().utf8ToString() + "=" + hit.score);
    }
    return named;
  }

  private List<String> ranking(int segment, int strangers, int window) throws IOException {
    List<String> ranking = new ArrayList<>();
    on(segment, strangers, s -> ranking.addAll(named(s, plan(window).run(s))));
    return ranking;
  }

  public void testHoldsLucenesQueryContract() throws IOException {
    on(37, 0, s -> QueryUtils.check(random(), plan(ITEMS).asQuery(), s));
  }

  public void testExplanationEqualsScoreWithoutTolerance() throws IOException {
    on(
        37,
        0,
        searcher -> {
          Plan plan = plan(ITEMS);
          Query query = plan.asQuery();
          for (ScoreDoc hit : searcher.search(query, ITEMS).scoreDocs) {
            var explanation = searcher.explain(query, hit.doc);
            assertEquals(hit.score, explanation.getValue().floatValue(), 0f);
            CheckHits.verifyExplanation("", hit.doc, hit.score, true, explanation);
            var again = plan.asRescorer().explain(searcher, explanation, hit.doc);
            assertEquals(hit.score, again.getValue().floatValue(), 0f);
          }
        });
  }

  public void testQueryAndRescorerAgreeToTheLastBit() throws IOException {
    on(
        53,
        1,
        searcher -> {
          Plan plan = plan(60);
          TopDocs asQuery = searcher.search(plan.asQuery(), ITEMS);
          ScoreDoc[] byDoc = asQuery.scoreDocs.clone();
          ScoreDoc[] rescored = plan.asRescorer().rescore(searcher, asQuery, ITEMS).scoreDocs;
          assertEquals(byDoc.length, rescored.length);
          float[] scores = new float[searcher.getIndexReader().maxDoc()];
          for (ScoreDoc hit : byDoc) {
            scores[hit.doc] = hit.score;
          }
          for (ScoreDoc hit : rescored) {
            assertEquals(Float.floatToIntBits(scores[hit.doc]), Float.floatToIntBits(hit.score));
          }
        });
  }

  public void testRescorerLeavesTheCallersHitsAlone() throws IOException {
    on(
        100,
        0,
        searcher -> {
          ScoreDoc[] hits = {new ScoreDoc(7, 3f), new ScoreDoc(2, 2f), new ScoreDoc(210, 1f)};
          TotalHits total = new TotalHits(3, TotalHits.Relation.EQUAL_TO);
          plan(50).asRescorer().rescore(searcher, new TopDocs(total, hits), 2);
          assertEquals(7, hits[0].doc);
          assertEquals(3f, hits[0].score, 0f);
          assertEquals(210, hits[2].doc);
        });
  }

  public void testRankingDoesNotDependOnSegments() throws IOException {
    for (int window : new int[] {20, 60, ITEMS}) {
      List<String> whole = ranking(ITEMS, 0, window);
      assertFalse(whole.isEmpty());
      assertEquals(whole, ranking(1 + random().nextInt(100), 0, window));
      assertEquals(whole, ranking(7, 0, window));
    }
  }

  public void testDeletedDocumentsLeaveNoTraceBeyondTextStatistics() throws IOException {
    assertEquals(ranking(ITEMS, 0, ITEMS).size(), ranking(50, 2, ITEMS).size());
    String signals = withoutText(World.profile(ITEMS));
    assertEquals(ranking(ITEMS, 0, signals), ranking(50, 2, signals));
  }

  public void testSeveralAreExplainedAsEachAlone() throws IOException {
    on(
        60,
        30,
        searcher -> {
          Plan plan = plan(100);
          List<Integer> docs = new ArrayList<>();
          for (ScoreDoc hit : plan.run(searcher, 40).scoreDocs) {
            docs.add(hit.doc);
          }
          var together = plan.asRescorer().explain(searcher, docs);
          assertEquals(docs.size(), together.size());
          for (int doc : docs) {
            assertEquals(plan.asRescorer().explain(searcher, null, doc), together.get(doc));
          }
        });
  }

  private static String withoutText(Profile profile) {
    Profile bare =
        profile.withSignals(
            profile.signals().stream().filter(p -> !p.name().equals("text")).toList());
    return bare.toJson().toString();
  }

  private List<String> ranking(int segment, int strangers, String json) throws IOException {
    Profile profile =
        Profile.parse("bare", new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));
    List<String> ranking = new ArrayList<>();
    on(segment, strangers, s -> ranking.addAll(named(s, profile.plan(world.request()).run(s))));
    return ranking;
  }

  public void testBestFewAreTheHeadOfAll() throws IOException {
    on(
        29,
        1,
        searcher -> {
          Plan plan = plan(ITEMS);
          ScoreDoc[] all = plan.run(searcher);
          for (int n : new int[] {0, 1, 10, all.length - 1, all.length, all.length + 5}) {
            TopDocs best = plan.run(searcher, n);
            assertEquals(all.length, best.totalHits.value());
            assertEquals(
                named(searcher, Arrays.copyOf(all, Math.min(n, all.length))),
                named(searcher, best.scoreDocs));
          }
        });
  }

  public void testEqualScoresAreCutByTheTieField() throws IOException {
    String silent =
        """
        {"window": 1000, "retrievers": [{"all": {}}],
         "signals": [{"signal": {"model": {"model": "nobody"}}}]}
        """;
    List<String> all = ranking(ITEMS, 0, silent);
    Profile profile =
        Profile.parse("bare", new com.fasterxml.jackson.databind.ObjectMapper().readTree(silent));
    on(
        13,
        0,
        searcher -> {
          TopDocs best = profile.plan(world.request()).run(searcher, 7);
          assertEquals(all.subList(0, 7), named(searcher, best.scoreDocs));
        });
  }

  public void testThreadsDoNotChangeTheRanking() throws IOException {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try (Directory directory = new ByteBuffersDirectory()) {
      world.write(directory, 23);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher alone = new IndexSearcher(reader);
        IndexSearcher together = new IndexSearcher(reader, executor);
        for (int window : new int[] {30, ITEMS}) {
          assertEquals(
              named(alone, plan(window).run(alone)), named(together, plan(window).run(together)));
        }
      }
    } finally {
      executor.shutdown();
    }
  }

  public void testWindowIsReadByEveryRetriever() throws IOException {
    on(
        40,
        0,
        searcher -> {
          int found = plan(10).run(searcher).length;
          assertTrue(found + " of at most 4 × 10", found >= 10 && found <= 40);
        });
  }

  public void testPageBeyondTheWindowIsRefused() {
    for (int from : new int[] {5, Integer.MAX_VALUE}) {
      var request = world.request(Request.EMPTY.from(from).size(6));
      IllegalArgumentException refused =
          expectThrows(IllegalArgumentException.class, () -> World.profile(10).plan(request));
      String reason = "from + size = " + (from + 6L) + " exceeds window 10";
      assertTrue(refused.getMessage(), refused.getMessage().startsWith(reason));
    }
  }

  public void testEmptyIndexHasNoCandidates() throws IOException {
    world = new World(1, 0);
    on(1, 0, searcher -> assertEquals(0, plan(10).run(searcher).length));
  }
}
