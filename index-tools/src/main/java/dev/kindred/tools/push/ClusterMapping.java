package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profiles;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Manifest.FieldSpec;
import dev.kindred.model.Model;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

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
    mappings.put("dynamic", "false");
    mappings.putObject("_tie").put("enabled", true);
    mappings.putObject("_meta").set("kindred", meta(users));
    ObjectNode properties = mappings.putObject("properties");
    addCatalogue(properties);
    models.forEach(model -> addModel(properties, model.manifest()));
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

  private static void addModel(ObjectNode properties, Manifest manifest) {
    Set<String> names = manifest.fields().stream().map(FieldSpec::name).collect(Collectors.toSet());
    String norm = Fields.norm(manifest.name());
    for (FieldSpec field : manifest.fields()) {
      // A norm is part of its sparse field.
      if (!field.name().equals(norm)) {
        ObjectNode parent = parent(properties, field.name());
        String leaf = field.name().substring(field.name().lastIndexOf('.') + 1);
        switch (field.type()) {
          case "vector" -> {
            requireAlone(field.name(), names);
            addVector(parent, leaf, field.dimension());
          }
          case "floats" -> {
            requireAlone(field.name(), names);
            parent.putObject(leaf).put("type", "kindred_floats").put("dims", field.dimension());
          }
          case "sparse" -> addSparse(parent, leaf, names.contains(norm));
          default -> parent.putObject(leaf).put("type", "kindred_number");
        }
      }
    }
  }

  /** JSON has no place for an array and for what lies below it. */
  private static void requireAlone(String field, Set<String> names) {
    for (String name : names) {
      if (name.startsWith(field + ".")) {
        throw new IllegalArgumentException(
            "a model writes "
                + field
                + " and "
                + name
                + ", which a cluster's document cannot hold together; build the index without that"
                + " model to push it");
      }
    }
  }

  private static void addSparse(ObjectNode properties, String field, boolean lengths) {
    properties.putObject(field).put("type", "kindred_sparse").put("lengths", lengths);
  }

  private static void addVector(ObjectNode properties, String field, int dimension) {
    properties.putObject(field).put("type", "kindred_vector").put("dims", dimension);
  }

  /** The properties of the object that holds a field named with dots. */
  private static ObjectNode parent(ObjectNode properties, String name) {
    ObjectNode parent = properties;
    String[] path = name.split("\\.");
    for (int i = 0; i + 1 < path.length; i++) {
      parent = parent.withObjectProperty(path[i]).withObjectProperty("properties");
    }
    return parent;
  }
}
