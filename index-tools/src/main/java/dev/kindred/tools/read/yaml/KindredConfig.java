package dev.kindred.tools.read.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code kindred.yaml} says. Every part may be left out. Immutable but for the JSON nodes,
 * which are not to be changed.
 *
 * @param items what the fields of items mean; parts left out are inferred from the catalogue
 * @param events how events are read and what they are worth
 * @param models the models to train, in their order; empty when the file does not say
 * @param profiles rankings by name, as the rank package reads them; empty when the file does not
 *     say
 */
public record KindredConfig(
    ItemFields items, EventRules events, List<ModelChoice> models, Map<String, JsonNode> profiles) {
  /** An empty file. */
  public static final KindredConfig DEFAULTS =
      new KindredConfig(ItemFields.INFERRED, EventRules.COMMON, List.of(), Map.of());

  public KindredConfig {
    models = List.copyOf(models);
    profiles = Map.copyOf(profiles);
  }

  /**
   * Reads a configuration.
   *
   * @throws dev.kindred.tools.read.InputException naming file and line when it cannot be used
   */
  public static KindredConfig read(Path file) {
    return ConfigFile.read(file);
  }

  /** A configuration with every key, its default and what it does: {@code --print-config}. */
  public static String template() {
    try (InputStream in = KindredConfig.class.getResourceAsStream("kindred.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
