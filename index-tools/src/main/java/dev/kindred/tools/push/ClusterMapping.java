package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profiles;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.Model;
import java.util.Collection;

/**
 * The body that creates an index of items: settings, a mapping that writes the same Lucene fields
 * as an embedded index, and all that nodes need to know of it under {@code _meta.kindred}.
 */
public final class ClusterMapping {
  /** The layout of {@code _meta.kindred}. */
  private static final int FORMAT = 1;

  private final Schema schema;
  private final Profiles profiles;
  private final Collection<? extends Model> models;

  public ClusterMapping(Schema schema, Profiles profiles, Collection<? extends Model> models) {
    this.schema = schema;
    this.profiles = profiles;
    this.models = models;
  }

  /**
   * @param users the index of users
   */
  public ObjectNode body(int shards, int replicas, String users) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings")
        .putObject("index")
        .put("number_of_shards", shards)
        .put("number_of_replicas", replicas);
    ObjectNode mappings = body.putObject("mappings");
    // What no template matches is kept in the document and not indexed.
    mappings.put("dynamic", "false_allow_templates");
    mappings.putObject("_tie").put("enabled", true);
    mappings.putObject("_meta").set("kindred", meta(users));
    ObjectNode properties = mappings.putObject("properties");
    addCatalogue(properties);
    ModelMapping mapping = new ModelMapping(new ModelFields(models));
    properties.set(ModelMapping.OBJECT, mapping.object());
    mappings.set("dynamic_templates", mapping.templates());
    return body;
  }

  /** The body that creates the index of users. */
  public static ObjectNode users(int replicas) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings").putObject("index").put("number_of_replicas", replicas);
    body.putObject("mappings").put("dynamic", "false");
    return body;
  }

  private ObjectNode meta(String users) {
    ObjectNode meta = JsonNodeFactory.instance.objectNode();
    meta.put("format", FORMAT).put("users", users);
    meta.set("schema", Polymorphic.json().valueToTree(schema));
    meta.set("ranking", profiles.toJson());
    ObjectNode versions = meta.putObject("models");
    models.forEach(model -> versions.put(model.manifest().name(), model.manifest().id()));
    return meta;
  }

  private void addCatalogue(ObjectNode properties) {
    String analyzer = "kindred_" + schema.analyzer();
    for (String field : schema.text()) {
      properties.putObject(field).put("type", "text").put("analyzer", analyzer);
    }
    for (String field : schema.keywords()) {
      properties
          .putObject(field)
          .put("type", "keyword")
          .putObject("fields")
          .putObject("text")
          .put("type", "text")
          .put("analyzer", analyzer)
          .put("index_options", "freqs");
    }
    if (schema.domain() != null) {
      properties.putObject(schema.domain()).put("type", "keyword");
    }
    for (String field : schema.numbers()) {
      properties.putObject(field).put("type", "double");
    }
    if (schema.time() != null) {
      properties.putObject(schema.time()).put("type", "date");
    }
    schema.vectors().forEach((field, dimension) -> addVector(properties, field, dimension));
  }

  private static void addVector(ObjectNode properties, String field, int dimension) {
    properties.putObject(field).put("type", "kindred_vector").put("dims", dimension);
  }
}
