package dev.kindred;

import dev.kindred.data.UserState;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.vector.FloatsField;
import dev.kindred.model.Encoding;
import dev.kindred.model.Network;
import dev.kindred.model.deep.JointNetwork;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * A random catalogue with a field for every form of signal, and a request that every form answers.
 * Same seed, same world, however it is cut into segments.
 */
public final class World {
  public static final int DIMENSION = 16;
  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int WORDS = 12;

  /** Joins the item vectors with the request's inputs. */
  public static final Network NETWORK = network();

  private static final FieldType FREQUENCIES = new FieldType();

  static {
    FREQUENCIES.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    FREQUENCIES.setTokenized(true);
    FREQUENCIES.setOmitNorms(true);
    FREQUENCIES.freeze();
  }

  private final long seed;
  private final int items;

  public World(long seed, int items) {
    this.seed = seed;
    this.items = items;
  }

  @Override
  public String toString() {
    return items + " items of seed " + seed;
  }

  public static String id(int item) {
    return "item" + item;
  }

  /** Writes the catalogue with a flush after every {@code segment} items; deletes nothing. */
  public void write(Directory directory, int segment) throws IOException {
    write(directory, segment, 0);
  }

  /**
   * The same with strangers in between that are deleted again, {@code strangers} after each item.
   */
  public void write(Directory directory, int segment, int strangers) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < items; i++) {
        writer.addDocument(document(i));
        for (int s = 0; s < strangers; s++) {
          Document stranger = new Document();
          stranger.add(new StringField("stranger", "yes", Field.Store.NO));
          stranger.add(new NumericDocValuesField("_tie", s));
          writer.addDocument(stranger);
        }
        if ((i + 1) % segment == 0) {
          writer.flush();
        }
      }
      writer.deleteDocuments(new Term("stranger", "yes"));
      writer.commit();
    }
  }

  private Document document(int item) {
    SplittableRandom random = new SplittableRandom(seed * 31 + item);
    Document document = new Document();
    document.add(new StringField("_id", id(item), Field.Store.NO));
    document.add(new BinaryDocValuesField("_id", new BytesRef(id(item))));
    document.add(new NumericDocValuesField("_tie", random.nextLong()));
    document.add(new TextField("title", words(random), Field.Store.NO));
    if (item % 3 != 0) {
      document.add(
          new KnnFloatVectorField(
              "model.dense", vector(random), VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
    if (item % 4 != 0) {
      document.add(new Field("model.sparse", terms(random), FREQUENCIES));
    }
    if (item % 5 != 0) {
      document.add(
          new NumericDocValuesField(
              "model.popularity", Double.doubleToRawLongBits(random.nextDouble(5))));
    }
    document.add(
        new NumericDocValuesField(
            "published", NOW.toEpochMilli() - random.nextLong(86_400_000L * 1000)));
    if (item % 6 != 0) {
      document.add(FloatsField.of("model.learned", vector(random)));
    }
    return document;
  }

  private static String words(SplittableRandom random) {
    List<String> words = new ArrayList<>();
    for (int w = random.nextInt(1, 8); w > 0; w--) {
      words.add("w" + random.nextInt(WORDS));
    }
    return String.join(" ", words);
  }

  private static float[] vector(SplittableRandom random) {
    float[] vector = new float[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] = (float) (random.nextDouble() - 0.5);
    }
    return vector;
  }

  private static Frequencies terms(SplittableRandom random) {
    Map<String, Integer> frequencies = new HashMap<>();
    for (int t = 0; t < 5; t++) {
      frequencies.put("+t" + random.nextInt(20), random.nextInt(1, 1000));
    }
    return new Frequencies(frequencies);
  }

  /** Terms with given frequencies. */
  private static final class Frequencies extends org.apache.lucene.analysis.TokenStream {
    private final List<Map.Entry<String, Integer>> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private int at;

    Frequencies(Map<String, Integer> terms) {
      this.terms = List.copyOf(terms.entrySet());
    }

    @Override
    public boolean incrementToken() {
      if (at == terms.size()) {
        return false;
      }
      clearAttributes();
      term.append(terms.get(at).getKey());
      frequency.setTermFrequency(terms.get(at).getValue());
      at++;
      return true;
    }

    @Override
    public void reset() {
      at = 0;
    }
  }

  /** A request with text, a dense, a sparse and a learned encoding, and a clock. */
  public ResolvedRequest request(Request asked) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Float> weights = new HashMap<>();
    Map<String, String> causes = new HashMap<>();
    for (int t = 0; t < 8; t++) {
      String term = "+t" + random.nextInt(20);
      weights.put(term, (float) (random.nextDouble() / 1000));
      causes.put(term, term.substring(1));
    }
    weights.put("+t19", -0.0005f);
    float[] vector = vector(random);
    float[] half = vector.clone();
    for (int d = 0; d < half.length; d++) {
      half[d] /= 2;
    }
    Encoding dense =
        new Encoding.Dense("model.dense", vector, Map.of("liked", half, "loved", half));
    Encoding sparse = new Encoding.Sparse("model.sparse", weights, "", causes);
    return new ResolvedRequest(
            asked.now(NOW),
            UserState.UNKNOWN,
            Map.of(
                "dense",
                dense,
                "sparse",
                sparse,
                "sum",
                new Encoding.Sum(List.of(sparse, dense)),
                "learned",
                new Encoding.Learned("model.learned", NETWORK.id(), half),
                "silent",
                new Encoding.None("the history is empty")),
            new TermQuery(new Term("title", "w" + random.nextInt(WORDS))),
            null)
        .holding(Map.of(NETWORK.id(), NETWORK));
  }

  private static Network network() {
    SplittableRandom random = new SplittableRandom(5);
    Dense hidden = Dense.zeros(DIMENSION - 4, 6);
    Dense output = Dense.zeros(6, 1);
    for (float[] weights : List.of(hidden.weights(), hidden.bias(), output.weights())) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) random.nextDouble(-1, 1);
      }
    }
    return new JointNetwork("learned@1", 4, DIMENSION - 4, List.of(hidden), output);
  }

  /** The terms that the request's text and sparse encoding walk. */
  public List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    terms.add(((TermQuery) request().text()).getTerm());
    Encoding.Sparse sparse = (Encoding.Sparse) request().encodings().get("sparse");
    sparse.weights().keySet().forEach(term -> terms.add(new Term(sparse.field(), term)));
    return terms;
  }

  public ResolvedRequest request() {
    return request(Request.EMPTY);
  }

  /** A profile over every form of signal, reading retrievers to the given depth. */
  public static Profile profile(int window) {
    String json =
        """
        {"window": WINDOW,
         "retrievers": [{"text": {}}, {"model": {"model": "dense"}},
           {"model": {"model": "sparse"}}, {"popular": {"field": "model.popularity"}}],
         "signals": [
           {"signal": {"text": {}}, "weight": 1.0, "normalizer": {"saturation": {"pivot": 1.5}}},
           {"name": "dense", "signal": {"model": {"model": "dense"}}, "weight": 0.8,
            "normalizer": {"logistic": {"midpoint": 0.1, "slope": 2}}, "missing": 0.25},
           {"name": "sparse", "signal": {"model": {"model": "sparse"}}, "weight": 0.7,
            "normalizer": {"logistic": {"midpoint": 0, "slope": 3}}},
           {"signal": {"popularity": {"field": "model.popularity"}}, "weight": 0.3,
            "normalizer": {"saturation": {"pivot": 20}}},
           {"signal": {"recency": {"field": "published", "half_life": "P90D"}}, "weight": 0.2},
           {"name": "learned", "signal": {"model": {"model": "learned"}}, "weight": 0.5,
            "normalizer": {"logistic": {"midpoint": 0, "slope": 1}}, "missing": 0.1},
           {"name": "silent", "signal": {"model": {"model": "silent"}}, "weight": 0.4}]}
        """
            .replace("WINDOW", Integer.toString(window));
    try {
      return Profile.parse(
          "test", new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
