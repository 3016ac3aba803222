package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.sparse.WeightedTerms;
import dev.kindred.internal.text.FrequencyField;
import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value does not depend on how far apart the documents are that are asked for. */
class SparseValuesTest {
  private static final int DOCUMENTS = 20_000;
  private static final int TERMS = 40;

  private final SplittableRandom random = new SplittableRandom(5);
  private Directory directory;
  private DirectoryReader reader;
  private LeafReaderContext leaf;

  @BeforeEach
  void write() throws IOException {
    directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < DOCUMENTS; i++) {
        writer.addDocument(document(i));
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    leaf = reader.leaves().getFirst();
  }

  /** Term t is in one document of t + 1; every ninth document lacks its norm. */
  private Document document(int i) {
    Map<String, Integer> frequencies = new HashMap<>();
    for (int t = 0; t < TERMS; t++) {
      if (random.nextInt(t + 1) == 0 && i % 5 != 0) {
        frequencies.put("t" + t, 1 + random.nextInt(1 << 20));
      }
    }
    Document document = new Document();
    document.add(FrequencyField.of("f", frequencies, false));
    if (i % 9 != 0) {
      long norm = Double.doubleToRawLongBits(1 + random.nextDouble());
      document.add(new NumericDocValuesField("norm", norm));
    }
    return document;
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private static SparseSource source(int terms, String norm) {
    SplittableRandom random = new SplittableRandom(11);
    Map<String, Float> weights = new HashMap<>();
    for (int t = 0; t < terms; t++) {
      weights.put("t" + t, (float) random.nextGaussian());
    }
    weights.put("absent", 1f);
    return source(weights, norm);
  }

  private static SparseSource source(Map<String, Float> weights, String norm) {
    return new SparseSource(
        new Encoding.Sparse("f", weights, norm, Map.of()), new WeightedTerms("f", weights, norm));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 97, 700, 5000})
  void isTheSameWhateverTheDistance(int step) throws IOException {
    for (SparseSource source : new SparseSource[] {source(TERMS, ""), source(7, "norm")}) {
      DoubleValues values = source.getValues(leaf, null);
      int doc = 0;
      for (int n = 0; doc < DOCUMENTS && n < 400; n++) {
        check(source, values, doc);
        doc += 1 + random.nextInt(2 * step - 1);
      }
    }
  }

  @Test
  void isTheSameAfterTheDistanceChanges() throws IOException {
    SparseSource source = source(TERMS, "norm");
    DoubleValues values = source.getValues(leaf, null);
    for (int doc = 0; doc < DOCUMENTS; doc += doc % 6000 < 100 ? 1 : 1451) {
      check(source, values, doc);
    }
  }

  @Test
  void isTheSameOnceAllAreKnown() throws IOException {
    Map<String, Float> weights = Map.of("t0", 1.5f, "t3", -0.25f, "t9", 0.125f, "absent", 2f);
    WeightedTerms terms = new WeightedTerms("f", weights, "norm");
    SparseSource source =
        new SparseSource(new Encoding.Sparse("f", weights, "norm", Map.of()), terms);
    assertThat(terms.known(leaf)).isNull();
    assertThat(terms.all(leaf)).isSameAs(terms.known(leaf));
    assertThat(terms.all(leaf).values()).hasSize(DOCUMENTS);
    assertThat(source.getValues(leaf, null)).isInstanceOf(KnownValues.class);
    DoubleValues values = source.getValues(leaf, null);
    for (int doc = 0; doc < DOCUMENTS; doc += 7) {
      check(source, values, doc);
    }
  }

  @Test
  void withoutAnyOfTheTermsNothingHasAValue() throws IOException {
    Map<String, Float> weights = Map.of("absent", 1f);
    WeightedTerms terms = new WeightedTerms("f", weights, "");
    assertThat(terms.all(leaf).values()).isEmpty();
    assertThat(new WeightedTerms("g", weights, "").all(leaf).values()).isEmpty();
    DoubleValues values =
        new SparseSource(new Encoding.Sparse("f", weights, "", Map.of()), terms)
            .getValues(leaf, null);
    assertThat(values.advanceExact(5)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 20_000})
  void isTheSameHoweverManyAreWanted(int wanted) throws IOException {
    SparseSource source = source(TERMS, "norm");
    DoubleValues values = source.values(leaf, wanted);
    for (int doc = 3; doc < DOCUMENTS; doc += 173) {
      check(source, values, doc);
    }
  }

  private void check(SparseSource source, DoubleValues values, int doc) throws IOException {
    Explanation alone = source.explain(leaf, doc, null);
    assertThat(values.advanceExact(doc)).isEqualTo(alone.isMatch());
    if (alone.isMatch()) {
      assertThat(values.doubleValue()).isEqualTo(alone.getValue().doubleValue());
    }
  }

  @Test
  void aWeightOfNegativeZeroIsAValue() throws IOException {
    Map<String, Float> weights = Map.of("t0", -0.0f);
    SparseSource source = source(weights, "");
    DoubleValues values = source.getValues(leaf, null);
    for (int doc = 1; doc < 100; doc++) {
      assertThat(values.advanceExact(doc)).isEqualTo(doc % 5 != 0);
    }
  }
}
