package dev.kindred.internal.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Records of several kinds as JSON objects with one key, the kind's name: {@code {"recency":
 * {"field": "published", "half_life": "P30D"}}}. Unknown kinds and unknown parameters are errors
 * that name the known ones.
 *
 * @param <T> the interface the kinds implement
 */
public final class Polymorphic<T> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(
              com.fasterxml.jackson.databind.SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final String noun;
  private final Registry<Class<? extends T>> kinds;

  public Polymorphic(String noun, Map<String, Class<? extends T>> kinds) {
    this.noun = noun;
    this.kinds = new Registry<>(noun, kinds);
  }

  /**
   * The same with kinds that others add, such as those of a {@link java.util.ServiceLoader}.
   *
   * @param added what tells a kind's name and type, which is a record
   * @throws IllegalStateException when a name is taken or a type is no record, saying which
   */
  public <K> Polymorphic<T> with(
      Iterable<K> added, Function<K, String> name, Function<K, Class<? extends T>> type) {
    Map<String, Class<? extends T>> all = new TreeMap<>();
    kinds.names().forEach(known -> all.put(known, kinds.get(known)));
    for (K kind : added) {
      Class<? extends T> own = type.apply(kind);
      if (!own.isRecord()) {
        throw new IllegalStateException(
            own.getName()
                + " is to be a "
                + noun
                + ": make it a record, whose components are its parameters");
      }
      Class<? extends T> other = all.put(name.apply(kind), own);
      if (other != null) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "two kinds of %s are named '%s': %s and %s; name one of them otherwise",
                noun,
                name.apply(kind),
                other.getName(),
                own.getName()));
      }
    }
    return new Polymorphic<>(noun, all);
  }

  /** The mapper used for parameters: strict, times as ISO-8601. */
  public static ObjectMapper json() {
    return JSON;
  }

  /**
   * @throws IllegalArgumentException saying what is wrong and what is known
   */
  public T read(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %s is an object with one key, its kind; got %s; known kinds: %s",
              noun,
              node,
              String.join(", ", kinds.names())));
    }
    String name = node.fieldNames().next();
    Class<? extends T> kind = kinds.get(name);
    requireKnown(name, kind, node.get(name));
    try {
      return JSON.treeToValue(node.get(name), kind);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(noun + " '" + name + "': " + cause.getMessage(), e);
    }
  }

  private void requireKnown(String name, Class<? extends T> kind, JsonNode parameters) {
    var known = new TreeSet<String>();
    for (var component : kind.getRecordComponents()) {
      known.add(component.getName());
    }
    parameters
        .fieldNames()
        .forEachRemaining(
            given -> {
              if (!known.contains(given)) {
                throw new IllegalArgumentException(
                    Unknown.message("parameter of " + noun + " " + name, given, known));
              }
            });
  }

  /** The inverse of {@link #read}. */
  public ObjectNode write(T value) {
    @SuppressWarnings("unchecked")
    Class<? extends T> kind = (Class<? extends T>) value.getClass();
    ObjectNode node = JSON.createObjectNode();
    node.set(kinds.nameOf(kind), JSON.valueToTree(value));
    return node;
  }
}
