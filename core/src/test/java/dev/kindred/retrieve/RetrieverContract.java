package dev.kindred.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.World;
import dev.kindred.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What every retriever promises; a new retriever's test extends this and names an instance. */
abstract class RetrieverContract {
  private static final int ITEMS = 300;

  final World world = new World(77, ITEMS);

  /** An instance that proposes some items of the {@link World}. */
  abstract Retriever retriever();

  List<String> best(int segment, int depth) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      world.write(directory, segment);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Proposal proposal = retriever().propose(world.request(), depth);
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(proposal.query(), depth, proposal.sort()).scoreDocs) {
          var values = MultiDocValues.getBinaryValues(reader, "_id");
          assertThat(values.advanceExact(hit.doc)).isTrue();
          ids.add(values.binaryValue().utf8ToString());
        }
        return ids;
      }
    }
  }

  @Test
  void proposesSomething() throws IOException {
    assertThat(best(ITEMS, 10)).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void theBestAreTheSameHoweverTheIndexIsCut() throws IOException {
    List<String> whole = best(ITEMS, 25);
    assertThat(best(13, 25)).isEqualTo(whole);
    assertThat(best(111, 25)).isEqualTo(whole);
  }

  @Test
  void askingDeeperKeepsTheTop() throws IOException {
    List<String> top = best(50, 10);
    assertThat(best(50, 40)).startsWith(top.toArray(String[]::new));
  }

  @Test
  void equalRequestsProposeEqualQueries() {
    assertThat(retriever().propose(world.request(Request.EMPTY), 10))
        .isEqualTo(retriever().propose(world.request(Request.EMPTY), 10));
  }

  @Test
  void isItsOwnJson() {
    assertThat(Retrievers.JSON.read(Retrievers.JSON.write(retriever()))).isEqualTo(retriever());
  }
}
