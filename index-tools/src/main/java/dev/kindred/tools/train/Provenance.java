package dev.kindred.tools.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.Interactions;
import dev.kindred.internal.artifact.Digests;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.Manifest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a model's identity card: who trained it, how, on what. */
public final class Provenance {
  private static final int DIGEST_BYTES = 16;

  private Provenance() {}

  /**
   * @param kind what reads the artifact
   * @param trainer a record; its components become the provenance
   */
  public static Manifest manifest(
      String kind,
      Record trainer,
      Run run,
      Interactions data,
      Map<String, Double> metrics,
      List<Manifest.FieldSpec> fields) {
    Map<String, Object> parameters = parameters(trainer);
    parameters.put("trainer", algorithm(trainer));
    parameters.put("seed", run.seed() == (int) run.seed() ? (Object) (int) run.seed() : run.seed());
    return new Manifest(
        Manifest.FORMAT,
        kind,
        run.name(),
        run.version(),
        run.time(),
        parameters,
        describe(data),
        metrics,
        fields);
  }

  /** A digest of what decides a training: parameters, seed, events. */
  public static String identity(Record trainer, Run run, Interactions data) {
    return identity(trainer, run, data, "");
  }

  /**
   * A digest of what decides a training.
   *
   * @param more what does beside parameters, seed and events
   */
  public static String identity(Record trainer, Run run, Interactions data, String more) {
    String text = algorithm(trainer) + parameters(trainer) + run.seed() + digest(data) + more;
    byte[] hash = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
  }

  /** The name of an algorithm: that of its record, in lower case. */
  public static String algorithm(Record trainer) {
    return trainer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The record's components as JSON would give them back; what is null is left out. */
  private static Map<String, Object> parameters(Record trainer) {
    ObjectMapper json = Polymorphic.json();
    try {
      Map<String, Object> all =
          json.readValue(
              json.writeValueAsString(trainer), new TypeReference<TreeMap<String, Object>>() {});
      all.values().removeIf(value -> value == null);
      return all;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a trainer's parameters are always JSON", e);
    }
  }

  private static Map<String, Object> describe(Interactions data) {
    Map<String, Object> description = new TreeMap<>();
    description.put("users", data.users().size());
    description.put("items", data.items().size());
    description.put("events", data.size());
    description.put("explicit", data.explicit());
    if (data.size() > 0) {
      description.put("newest", Instant.ofEpochMilli(data.newest()).toString());
    }
    description.put("sha256", digest(data));
    return description;
  }

  /** The first half of a SHA-256 over ids and events. */
  private static String digest(Interactions data) {
    MessageDigest digest = Digests.sha256();
    for (List<String> ids : List.of(data.users().ids(), data.items().ids())) {
      for (String id : ids) {
        digest.update(id.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    for (int user = 0; user < data.users().size(); user++) {
      for (int p = data.from(user); p < data.to(user); p++) {
        buffer.putInt(user).putInt(data.item(p)).putFloat(data.value(p)).putLong(data.time(p));
        if (buffer.remaining() < 20) {
          digest.update(buffer.flip());
          buffer.clear();
        }
      }
    }
    digest.update(buffer.flip());
    return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
  }
}
