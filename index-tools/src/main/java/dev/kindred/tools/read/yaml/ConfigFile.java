package dev.kindred.tools.read.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.tools.read.InputException;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file itself: its keys as records, and its errors with their lines. */
record ConfigFile(
    ItemFields items, EventsPart events, List<ModelChoice> models, Map<String, JsonNode> profiles) {

  /** Where the parser met something, after where it began with what it was about. */
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column");

  private static final YAMLMapper YAML = mapper();

  private static YAMLMapper mapper() {
    YAMLMapper mapper =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    // A key with nothing after it is an empty text to Jackson, and a key left out to people.
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull);
    return mapper;
  }

  static KindredConfig read(Path file) {
    String text = text(file);
    try {
      if (YAML.readTree(text).isMissingNode()) {
        return KindredConfig.DEFAULTS;
      }
      ConfigFile config = YAML.readValue(text, ConfigFile.class);
      return config == null ? KindredConfig.DEFAULTS : config.config();
    } catch (JsonProcessingException e) {
      throw new InputException(
          file.toString(),
          line(text, e),
          problem(e),
          "correct it; build --print-config shows every key",
          e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), 0, "it cannot be read (" + e + ")", "check the path", e);
    }
  }

  private KindredConfig config() {
    return new KindredConfig(
        items == null ? ItemFields.INFERRED : items,
        events == null ? EventRules.COMMON : events.rules(),
        models == null ? List.of() : models,
        profiles == null ? Map.of() : profiles);
  }

  /** The parser has read on when it finds a mistake, so the key is looked for backwards. */
  private static int line(String text, JsonProcessingException e) {
    if (e.getLocation() == null) {
      return 0;
    }
    int at = e.getLocation().getLineNr();
    for (Matcher place = PLACE.matcher(e.getOriginalMessage()); place.find(); ) {
      at = Integer.parseInt(place.group(1));
    }
    List<String> lines = text.lines().toList();
    String key = lastKey(e);
    for (int line = Math.min(at, lines.size()); key != null && line > 0; line--) {
      if (lines.get(line - 1).contains(key + ":")) {
        return line;
      }
    }
    return at;
  }

  private static String lastKey(JsonProcessingException e) {
    String last = null;
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        last = step.getFieldName() == null ? last : step.getFieldName();
      }
    }
    return last;
  }

  private static String problem(JsonProcessingException e) {
    String where = e instanceof JsonMappingException mapping ? path(mapping) : "";
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      return Unknown.message("key", unknown.getPropertyName(), known);
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return where + e.getCause().getMessage();
    }
    return where
        + e.getOriginalMessage()
            .lines()
            // What the parser was about, before what it met.
            .filter(line -> !line.startsWith("while "))
            .findFirst()
            .orElse("this is no YAML");
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    return path.isEmpty() ? "" : path + ": ";
  }
}
