package dev.kindred.rank.combine.trees;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads trees that a library saved, and tells by their beginning which library that was. */
public final class TreeFiles {
  private TreeFiles() {}

  /**
   * @param file LightGBM's text, XGBoost's JSON or RankLib's XML
   * @throws IllegalArgumentException naming the file, the line or part, and what was expected there
   */
  public static TreeModel read(Path file) throws IOException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(
          file + ": is not text in UTF-8; save LightGBM's text, XGBoost's JSON or RankLib's XML",
          e);
    }
  }

  /**
   * @param name of the file, for errors
   */
  public static TreeModel parse(String name, String text) {
    String start = text.stripLeading();
    if (start.startsWith("tree")) {
      return new LightGbmText(name, text).read();
    }
    if (start.startsWith("{")) {
      return new XgboostJson(name).read(text);
    }
    if (start.startsWith("<") || start.startsWith("##")) {
      return new RankLibXml(name).read(text);
    }
    String head = start.lines().findFirst().orElse("");
    throw new IllegalArgumentException(
        name
            + ":1: begins with \""
            + head.substring(0, Math.min(40, head.length()))
            + "\", expected \"tree\" (LightGBM's text), \"{\" (XGBoost's JSON) or \"## LambdaMART\""
            + " (RankLib's XML)");
  }
}
