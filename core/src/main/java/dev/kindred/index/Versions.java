package dev.kindred.index;

import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;

/**
 * What an items index was written with, kept in its commit, so that an index is never read with
 * models or profiles that do not belong to it.
 */
public final class Versions {
  /** The key of the profiles' digest in a commit. */
  public static final String PROFILES = "profiles";

  private static final String SCHEMA = "schema";

  private Versions() {}

  /** The schema's digest, each model's version under {@code model.NAME}, and what is extra. */
  static Map<String, String> of(
      Schema schema, Collection<? extends Model> models, Map<String, String> extra) {
    Map<String, String> versions = new TreeMap<>(extra);
    versions.put(SCHEMA, schema.digest());
    for (Model model : models) {
      Manifest manifest = model.manifest();
      versions.put(Schema.MODEL + manifest.name(), manifest.version());
    }
    return versions;
  }

  /** SHA-256 of a file, in hex; {@link #PROFILES} is that of {@code profiles.json}. */
  public static String digest(Path file) throws IOException {
    return Digests.sha256(file);
  }

  /**
   * Refuses an index that was written with another schema, other models or other extras.
   *
   * @param extra what else must agree, such as {@link #PROFILES}; keys it leaves out are not
   *     compared
   * @throws IllegalStateException saying what differs and how to mend it
   */
  public static void require(
      DirectoryReader index,
      Schema schema,
      Collection<? extends Model> models,
      Map<String, String> extra)
      throws IOException {
    require(
        index.directory().toString(),
        index.getIndexCommit().getUserData(),
        of(schema, models, extra));
  }

  static void require(String index, Map<String, String> written, Map<String, String> present) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(present.keySet());
    written.keySet().stream().filter(key -> key.startsWith(Schema.MODEL)).forEach(keys::add);
    for (String key : keys) {
      String before = written.get(key);
      String now = present.get(key);
      if (before == null || !before.equals(now)) {
        differences.add(difference(key, before, now));
      }
    }
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s: the items do not belong to the files beside them: %s; build the index again, or go back with rollback",
              index,
              String.join("; ", differences)));
    }
  }

  private static String difference(String key, String before, String now) {
    String what =
        key.startsWith(Schema.MODEL) ? "model " + key.substring(Schema.MODEL.length()) : key;
    if (before == null) {
      return what + " is " + now + ", but the items were written without it";
    }
    return now == null
        ? what + " is missing; the items were written with " + before
        : what + " is " + now + ", but the items were written with " + before;
  }
}
