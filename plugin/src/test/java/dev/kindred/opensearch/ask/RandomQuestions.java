package dev.kindred.opensearch.ask;

import static org.apache.lucene.tests.util.LuceneTestCase.random;

import dev.kindred.model.Encoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensearch.test.OpenSearchTestCase;

/** Questions of every form that may be sent. */
public final class RandomQuestions {
  private RandomQuestions() {}

  private static boolean coin() {
    return random().nextBoolean();
  }

  private static List<String> ids() {
    return OpenSearchTestCase.randomList(
        0, 5, () -> OpenSearchTestCase.randomAlphaOfLengthBetween(1, 12));
  }

  /** Not yet resolved, or resolved. */
  public static Question question() {
    return new Question(ask(), coin(), coin() ? null : resolved(), null, null);
  }

  /** As it came from a body. */
  public static Question unresolved() {
    return new Question(ask(), false);
  }

  static Ask ask() {
    Map<String, String> context = new HashMap<>();
    ids().forEach(key -> context.put(key, OpenSearchTestCase.randomAlphaOfLength(3)));
    return new Ask(
        OpenSearchTestCase.randomFrom("", "home", "similar"),
        OpenSearchTestCase.randomFrom("", "gothic castle", "a \"quoted\" word", "Ünïcödé 🦇"),
        coin() ? null : "u42",
        ids(),
        ids(),
        ids(),
        context,
        coin(),
        coin() ? null : OpenSearchTestCase.randomLongBetween(0, 4_000_000_000_000L),
        OpenSearchTestCase.randomLong());
  }

  static Resolved resolved() {
    Map<String, Encoding> encodings = new HashMap<>();
    encodings.put("none", new Encoding.None(OpenSearchTestCase.randomAlphaOfLength(8)));
    Encoding dense = new Encoding.Dense("model.als", vector(), Map.of("cause", vector()));
    Encoding sparse =
        new Encoding.Sparse(
            "model.ease", Map.of("+a", random().nextFloat()), "", Map.of("+a", "a"));
    encodings.put("als", dense);
    encodings.put("ease/user", sparse);
    Encoding learned = new Encoding.Learned("model.neumf", "neumf@7", vector());
    encodings.put("gfcf", new Encoding.Sum(List.of(sparse, dense)));
    encodings.put("neumf", learned);
    encodings.put("widedeep", new Encoding.Sum(List.of(learned, sparse)));
    return new Resolved(OpenSearchTestCase.randomNonNegativeLong(), encodings, Set.copyOf(ids()));
  }

  private static float[] vector() {
    float[] vector = new float[1 + random().nextInt(8)];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random().nextFloat();
    }
    return vector;
  }
}
