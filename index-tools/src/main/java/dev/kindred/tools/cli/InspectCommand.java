package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "inspect",
    description = "Print what an index holds: sizes, schema, models, profiles, generations.",
    footerHeading = "%nExample:%n",
    footer = {"  kindred inspect --index index", "  kindred inspect --index index --json"})
final class InspectCommand extends Action {
  @Mixin private IndexOption index;

  @Override
  protected void run() throws Exception {
    Path current = index.current();
    try (Recommender recommender = Recommender.open(index.folder, console().clock())) {
      ObjectNode json = new Inspection(index.generations(), current, recommender).json();
      if (globals().json()) {
        out().println(Json.line(json));
      } else {
        print(json);
      }
    }
  }

  private void print(ObjectNode json) {
    line("items", number(json, "items"));
    line("users", number(json, "users"));
    line("size on disk", megabytes(json.path("bytes").asLong()));
    line("schema", Json.line(json.path("schema")));
    for (JsonNode model : json.path("models")) {
      line("model", model.path("id").asText() + " (" + model.path("kind").asText() + ")");
      line("  trained with", Json.line(model.path("params")));
      line("  on", Json.line(model.path("data")));
      if (!model.path("metrics").isEmpty()) {
        line("  measured", Json.line(model.path("metrics")));
      }
    }
    json.path("profiles")
        .properties()
        .forEach(profile -> line("profile", profile.getKey() + ": " + signals(profile.getValue())));
    for (JsonNode generation : json.path("generations")) {
      String mark = generation.path("current").asBoolean() ? " (current)" : "";
      line("generation", generation.path("number").asInt() + mark);
    }
    json.path("commit")
        .properties()
        .forEach(entry -> line("commit", entry.getKey() + " = " + entry.getValue().asText()));
  }

  private static String signals(JsonNode profile) {
    StringBuilder words = new StringBuilder();
    for (JsonNode part : profile.path("signals")) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(part.path("name").asText()).append(" × ");
      words.append(String.format(Locale.ROOT, "%.3g", part.path("weight").asDouble()));
    }
    return words + "; window " + profile.path("window").asInt();
  }

  private static String number(ObjectNode json, String field) {
    return String.format(Locale.ROOT, "%,d", json.path(field).asLong());
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  private void line(String name, String value) {
    out().println(String.format(Locale.ROOT, "%-16s%s", name, value));
  }
}
