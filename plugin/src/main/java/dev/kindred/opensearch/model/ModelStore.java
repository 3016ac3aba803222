package dev.kindred.opensearch.model;

import java.util.Map;
import org.opensearch.action.admin.indices.create.CreateIndexRequest;
import org.opensearch.common.settings.Settings;

/** Where model artifacts lie: one document a chunk of a file, one more that says it is whole. */
public final class ModelStore {
  /** The system index. */
  public static final String INDEX = ".kindred-models";

  /** No chunk is larger, in bytes before encoding. */
  public static final int CHUNK = 4 << 20;

  static final String NAME = "name";
  static final String VERSION = "version";
  static final String DATA = "data";
  static final String FILES = "files";

  private ModelStore() {}

  /** One copy on every node that asks, for every node may coordinate. */
  static CreateIndexRequest creation() {
    return new CreateIndexRequest(INDEX)
        .settings(
            Settings.builder()
                .put("index.number_of_shards", 1)
                .put("index.auto_expand_replicas", "0-1")
                .put("index.hidden", true))
        .mapping(Map.of("_doc", Map.of("dynamic", "false", "properties", properties())));
  }

  private static Map<String, Object> properties() {
    return Map.of(
        NAME, Map.of("type", "keyword"),
        VERSION, Map.of("type", "keyword"),
        DATA, Map.of("type", "binary"));
  }

  /** The id of the document that says what a model consists of. */
  static String id(String version) {
    return version;
  }

  /** The id of a chunk's document. */
  static String id(String version, String file, int chunk) {
    return version + "/" + file + "/" + chunk;
  }
}
