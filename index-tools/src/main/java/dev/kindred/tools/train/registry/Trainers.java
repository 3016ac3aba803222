package dev.kindred.tools.train.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.internal.registry.Registry;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.cold.Cold;
import dev.kindred.tools.train.cold.ColdUsers;
import dev.kindred.tools.train.content.Content;
import dev.kindred.tools.train.content.Preference;
import dev.kindred.tools.train.deep.NeuMf;
import dev.kindred.tools.train.deep.TwoTower;
import dev.kindred.tools.train.deep.WideDeep;
import dev.kindred.tools.train.demand.Popularity;
import dev.kindred.tools.train.demand.Trend;
import dev.kindred.tools.train.domain.CrossDomain;
import dev.kindred.tools.train.factor.Als;
import dev.kindred.tools.train.factor.Autorec;
import dev.kindred.tools.train.factor.Bpr;
import dev.kindred.tools.train.rating.Bias;
import dev.kindred.tools.train.rating.Fm;
import dev.kindred.tools.train.rating.Mf;
import dev.kindred.tools.train.rating.SvdPp;
import dev.kindred.tools.train.related.Cco;
import dev.kindred.tools.train.related.Ease;
import dev.kindred.tools.train.related.GfCf;
import dev.kindred.tools.train.related.ItemKnn;
import dev.kindred.tools.train.related.Rp3Beta;
import dev.kindred.tools.train.related.Rules;
import dev.kindred.tools.train.related.UserKnn;
import dev.kindred.tools.train.sequence.Gru;
import dev.kindred.tools.train.sequence.SasRec;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every algorithm by the name that configurations and the command line use. */
public final class Trainers {
  private static final ObjectMapper JSON =
      Polymorphic.json().copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private static final Registry<Trainer<?>> DEFAULTS =
      new Registry<>(
          "model",
          Map.<String, Trainer<?>>ofEntries(
              Map.entry("als", Als.DEFAULT),
              Map.entry("autorec", Autorec.DEFAULT),
              Map.entry("bias", Bias.DEFAULT),
              Map.entry("bpr", Bpr.DEFAULT),
              Map.entry("cco", Cco.DEFAULT),
              Map.entry("cold", Cold.DEFAULT),
              Map.entry("coldusers", ColdUsers.DEFAULT),
              Map.entry("content", Content.DEFAULT),
              Map.entry("crossdomain", CrossDomain.DEFAULT),
              Map.entry("ease", Ease.DEFAULT),
              Map.entry("gfcf", GfCf.DEFAULT),
              Map.entry("fm", Fm.DEFAULT),
              Map.entry("gru", Gru.DEFAULT),
              Map.entry("itemknn", ItemKnn.DEFAULT),
              Map.entry("neumf", NeuMf.DEFAULT),
              Map.entry("mf", Mf.DEFAULT),
              Map.entry("svdpp", SvdPp.DEFAULT),
              Map.entry("popularity", Popularity.DEFAULT),
              Map.entry("preference", Preference.DEFAULT),
              Map.entry("rp3beta", Rp3Beta.DEFAULT),
              Map.entry("rules", Rules.DEFAULT),
              Map.entry("sasrec", SasRec.DEFAULT),
              Map.entry("trend", Trend.DEFAULT),
              Map.entry("twotower", TwoTower.DEFAULT),
              Map.entry("userknn", UserKnn.DEFAULT),
              Map.entry("widedeep", WideDeep.DEFAULT)));

  private Trainers() {}

  /** The names of all algorithms. */
  public static Set<String> names() {
    return DEFAULTS.names();
  }

  /** The algorithm with every parameter at its default. */
  public static Trainer<?> create(String name) {
    return DEFAULTS.get(name);
  }

  /**
   * The algorithm with these parameters and the defaults for the others.
   *
   * @param parameters as text: numbers, ISO-8601 durations, lists separated by commas; empty text
   *     switches an optional parameter off
   * @throws IllegalArgumentException naming the parameter, its value and what was expected
   */
  public static Trainer<?> create(String name, Map<String, String> parameters) {
    Trainer<?> standard = DEFAULTS.get(name);
    ObjectNode json = JSON.valueToTree(standard);
    Map<String, Class<?>> known = new TreeMap<>();
    for (RecordComponent component : standard.getClass().getRecordComponents()) {
      known.put(component.getName(), component.getType());
    }
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      Class<?> type = known.get(parameter.getKey());
      if (type == null) {
        throw new IllegalArgumentException(
            Unknown.message("parameter of " + name, parameter.getKey(), known.keySet()));
      }
      if (parameter.getValue().isEmpty() && !mayBeOff(type)) {
        throw new IllegalArgumentException(
            "model '" + name + "': " + wrong(parameter.getKey(), type, "empty"));
      }
      put(json, parameter.getKey(), type, parameter.getValue());
    }
    try {
      return JSON.treeToValue(json, standard.getClass());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("model '" + name + "': " + problem(e), e);
    }
  }

  private static String problem(JsonProcessingException e) {
    if (e instanceof InvalidFormatException wrong) {
      String parameter = wrong.getPath().getFirst().getFieldName();
      return wrong(parameter, wrong.getTargetType(), wrong.getValue());
    }
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : cause.getMessage();
  }

  private static String wrong(String parameter, Class<?> type, Object value) {
    return parameter + " must be " + expected(type) + ", was " + value;
  }

  /** Whether an algorithm can do without a value of the type. */
  private static boolean mayBeOff(Class<?> type) {
    return !type.isPrimitive() && !type.isEnum() && type != String.class;
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return "a duration such as P30D or PT12H";
    }
    if (type == String.class) {
      return "a name";
    }
    return type == int.class || type == long.class ? "a whole number" : "a number";
  }

  /**
   * The parameters of an algorithm with their defaults, in their order, as {@link #create} reads.
   */
  public static Map<String, String> parameters(String name) {
    Map<String, String> parameters = new LinkedHashMap<>();
    JSON.<ObjectNode>valueToTree(DEFAULTS.get(name))
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), text(entry.getValue())));
    return parameters;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(element.asText()));
      return String.join(",", elements);
    }
    return value.isNull() ? "" : value.asText();
  }

  private static void put(ObjectNode json, String name, Class<?> type, String value) {
    if (type == List.class) {
      ArrayNode list = json.putArray(name);
      for (String element : value.split(",", -1)) {
        if (!element.isBlank()) {
          list.add(element.strip());
        }
      }
    } else if (value.isEmpty()) {
      json.putNull(name);
    } else {
      json.put(name, value);
    }
  }
}
