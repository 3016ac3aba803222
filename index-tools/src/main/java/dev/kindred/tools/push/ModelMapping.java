package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest.FieldSpec;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a cluster keeps what models write: the fields of the models that are pushed, and templates
 * for those of models that come later. Immutable.
 */
final class ModelMapping {
  /** The object that holds what models write. */
  static final String OBJECT = "model";

  private static final String NUMBER = "kindred_number";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ModelFields fields;

  ModelMapping(ModelFields fields) {
    this.fields = fields;
  }

  /**
   * The object's mapping; without it the engine would leave out all that lies in it.
   *
   * @throws IllegalArgumentException when a field lies below a number, which no document can hold
   */
  ObjectNode object() {
    ObjectNode root = NODES.objectNode();
    ObjectNode properties = root.putObject("properties").putObject(OBJECT);
    properties.putObject("properties");
    tops().forEach((name, mapping) -> parent(root, name).set(leaf(name), mapping));
    return properties;
  }

  /** The mappings of the fields that lie below no other. */
  private Map<String, ObjectNode> tops() {
    Map<String, ObjectNode> mappings = new TreeMap<>();
    for (FieldSpec field : fields.all()) {
      String name = field.name();
      mappings.put(name, mapping(field));
      fields
          .above(name)
          .ifPresent(
              above -> {
                requireHolder(name, above, mappings.get(above));
                mappings
                    .get(above)
                    .withObjectProperty("fields")
                    .set(name.substring(above.length() + 1), mappings.get(name));
              });
    }
    mappings.keySet().removeIf(name -> fields.above(name).isPresent());
    return mappings;
  }

  private static void requireHolder(String name, String above, ObjectNode mapping) {
    if (mapping.path("type").asText().equals(NUMBER)) {
      throw new IllegalArgumentException(
          "models write "
              + above
              + ", a number, and "
              + name
              + ", which a cluster's document cannot hold together; name one of the models anew");
    }
  }

  private ObjectNode mapping(FieldSpec field) {
    ObjectNode mapping = NODES.objectNode();
    return switch (field.type()) {
      case "vector" -> mapping.put("type", "kindred_vector").put("dims", field.dimension());
      case "floats" -> mapping.put("type", "kindred_floats").put("dims", field.dimension());
      case "sparse" -> terms(fields.isNormed(field.name()));
      default -> mapping.put("type", NUMBER);
    };
  }

  private static ObjectNode terms(boolean lengths) {
    return NODES.objectNode().put("type", "kindred_sparse").put("lengths", lengths);
  }

  /**
   * Templates, of which the first that matches counts. A field named after one that was pushed,
   * {@code model.als-next} after {@code model.als}, is of its type, with its dims. Any other object
   * in {@code model} is weighted terms, and any number is one. The engine matches arrays as
   * objects, and shows a template no value: so a vector with a name of its own has no template, and
   * is refused, by the type of weighted terms, until it is mapped.
   */
  ArrayNode templates() {
    ArrayNode templates = NODES.arrayNode();
    ObjectNode number = NODES.objectNode().put("type", NUMBER);
    ObjectNode terms = terms(false);
    tops()
        .forEach(
            (name, mapping) -> {
              if (!mapping.equals(number) && !mapping.equals(terms)) {
                String model = name.substring(OBJECT.length() + 1);
                add(templates, "kindred_like_" + model, name + "-*", "object", mapping);
              }
            });
    ObjectNode object = NODES.objectNode().put("type", "object");
    add(templates, "kindred_shares", Fields.of(Fields.PREDICTOR), "object", object);
    add(templates, "kindred_terms", Fields.of("*"), "object", terms);
    add(templates, "kindred_whole_numbers", Fields.of("*"), "long", number);
    add(templates, "kindred_numbers", Fields.of("*"), "double", number);
    return templates;
  }

  private static void add(
      ArrayNode templates, String name, String path, String type, ObjectNode mapping) {
    templates
        .addObject()
        .putObject(name)
        .put("path_match", path)
        .put("match_mapping_type", type)
        .set("mapping", mapping);
  }

  /** The properties of the object that holds a field named with dots. */
  private static ObjectNode parent(ObjectNode root, String name) {
    ObjectNode parent = root.withObjectProperty("properties");
    String[] path = name.split("\\.");
    for (int i = 0; i + 1 < path.length; i++) {
      parent = parent.withObjectProperty(path[i]).withObjectProperty("properties");
    }
    return parent;
  }

  private static String leaf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
