package dev.kindred.model.content;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.text.CommonWords;
import dev.kindred.internal.text.FrequencyField;
import dev.kindred.internal.text.TermBag;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;

/**
 * "More like this": the cosine between an item's TF-IDF vector and the user's, which is the
 * strength-weighted sum of the unit vectors of the items in the history, disliked ones subtracted
 * (Rocchio 1971). {@code tf} is the plain count, {@code idf = 1 + ln((N+1)/(df+1))} as in Lucene's
 * ClassicSimilarity but frozen at training, so that a score depends on no shard and no deletion.
 *
 * <p>The field {@code model.NAME} holds counts, the doc value {@code model.NAME.norm} the length of
 * the item's vector as double bits. An item that came after training is described just as well; a
 * term that did counts as seen nowhere. Immutable and thread-safe.
 */
public final class ContentModel implements Model {
  /** A word in a larger share of the items, and in more items, tells nobody why one is here. */
  private static final double COMMON_SHARE = 0.2;

  private static final int COMMON_COUNT = 20;

  private final Manifest manifest;
  private final Settings settings;
  private final IdMap terms;
  private final int[] documents;

  /**
   * @param analyzer what makes terms of text, such as {@code english}
   * @param text text fields, analysed
   * @param keywords keyword fields; each value is one term
   * @param count N, the number of items at training
   * @param history how many of the latest items are looked up, at least 1
   * @param terms how many of the user's terms are kept, the heaviest, at least 1
   * @param half_life after which an event of the history counts half; null when they do not age
   */
  public record Settings(
      String analyzer,
      List<String> text,
      List<String> keywords,
      int count,
      int history,
      int terms,
      Duration half_life) {
    public Settings {
      text = List.copyOf(text);
      keywords = List.copyOf(keywords);
    }

    /** The terms of an item and how often each occurs. */
    public TermBag bag(Item item) {
      TermBag bag = new TermBag();
      text.forEach(field -> bag.addText(analyzer, item.text(field)));
      keywords.forEach(field -> item.values(field).forEach(value -> bag.addValue(field, value)));
      return bag;
    }
  }

  /**
   * @param terms the vocabulary
   * @param documents how many items have each term, in the order of {@code terms}
   */
  public ContentModel(Manifest manifest, Settings settings, IdMap terms, int[] documents) {
    this.manifest = manifest;
    this.settings = settings;
    this.terms = terms;
    this.documents = documents;
  }

  /** What a model of this name writes. */
  public static List<Manifest.FieldSpec> fields(String name) {
    return List.of(
        new Manifest.FieldSpec(Fields.of(name), "sparse", 0),
        new Manifest.FieldSpec(Fields.norm(name), "number", 0));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap terms = IdMap.of(artifact.strings("terms"));
    Tensor documents = artifact.tensor("documents", DType.I32, terms.size());
    return new ContentModel(manifest, artifact.settings(Settings.class), terms, documents.ints());
  }

  @Override
  public void save(Path directory) throws IOException {
    new ArtifactWriter()
        .strings("terms", terms.ids())
        .tensor("documents", Tensor.of(documents))
        .write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  private double idf(String term) {
    int ordinal = terms.ordinal(term);
    int df = ordinal < 0 ? 0 : documents[ordinal];
    return 1 + Math.log((settings.count + 1.0) / (df + 1.0));
  }

  private double norm(SortedMap<String, Integer> counts) {
    double squares = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      double weight = entry.getValue() * idf(entry.getKey());
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    SortedMap<String, Integer> counts = settings.bag(item).counts();
    if (!counts.isEmpty()) {
      String name = manifest.name();
      document.accept(FrequencyField.of(Fields.of(name), counts, true));
      long norm = Double.doubleToRawLongBits(norm(counts));
      document.accept(new NumericDocValuesField(Fields.norm(name), norm));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) throws IOException {
    List<Liking> likings = Liking.of(user, situation, settings.half_life);
    Rocchio sum = new Rocchio();
    for (Liking liking : likings.subList(0, Math.min(settings.history, likings.size()))) {
      Optional<Item> item = situation.catalogue().find(liking.itemId());
      item.ifPresent(found -> add(sum, settings.bag(found), liking.weight()));
    }
    if (!situation.text().isBlank()) {
      add(sum, new TermBag().addText(settings.analyzer, situation.text()), 1);
    }
    return sum.isZero()
        ? Liking.none(likings, "has words in the catalogue")
        : sum.encoding(Fields.of(manifest.name()), Fields.norm(manifest.name()), settings.terms);
  }

  private void add(Rocchio sum, TermBag bag, double weight) {
    double norm = norm(bag.counts());
    bag.counts()
        .forEach(
            (term, count) -> {
              double idf = idf(term);
              sum.add(term, cause(term, bag.word(term)), weight * count * idf / norm, idf);
            });
  }

  /** What explains a score that the term is part of; a value of a keyword field always may. */
  private String cause(String term, String word) {
    boolean value = settings.keywords.stream().anyMatch(field -> term.startsWith(field + "="));
    boolean says = value || !(isCommon(term) || CommonWords.contains(settings.analyzer, word));
    return says ? word : Encoding.NO_CAUSE;
  }

  private boolean isCommon(String term) {
    int ordinal = terms.ordinal(term);
    return ordinal >= 0
        && documents[ordinal] > Math.max(COMMON_COUNT, COMMON_SHARE * settings.count);
  }
}
