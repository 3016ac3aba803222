package dev.kindred.tools.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NCF's file of sampled negatives: {@code (user,item)}, a tab, then items with tabs between. */
final class NegativesFile {
  private NegativesFile() {}

  static List<SplitFiles.Candidates> read(Path file, BadLines badLines) {
    Input input = Input.file(file);
    Faults faults = new Faults(input.name(), badLines);
    List<SplitFiles.Candidates> all = new ArrayList<>();
    long at = 0;
    try (LineReader lines = new LineReader(input.name(), input.utf8(), StandardCharsets.UTF_8)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        at = lines.line();
        try {
          all.add(parse(line));
        } catch (BadLine bad) {
          faults.add(at, bad);
        }
      }
    } catch (IOException e) {
      throw input.broken(at, e);
    }
    faults.report("negatives", all.size());
    return all;
  }

  private static SplitFiles.Candidates parse(String line) throws BadLine {
    String[] parts = Texts.split(line, "\t");
    String pair = parts[0].strip();
    int comma = pair.indexOf(',');
    if (!pair.startsWith("(") || !pair.endsWith(")") || comma < 0) {
      throw new BadLine(
          "the line begins with " + BadLine.quoted(pair) + ", expected a pair as (user,item)");
    }
    String user = Ids.check("user", pair.substring(1, comma));
    String item = Ids.check("item", pair.substring(comma + 1, pair.length() - 1));
    List<String> negatives = new ArrayList<>();
    int repeated = 0;
    for (int i = 1; i < parts.length; i++) {
      String negative = Ids.check("item", parts[i]);
      if (negative.equals(item)) {
        repeated++;
      } else {
        negatives.add(negative);
      }
    }
    if (negatives.isEmpty()) {
      throw new BadLine("the pair " + BadLine.quoted(pair) + " has no negatives, expected some");
    }
    return new SplitFiles.Candidates(user, item, negatives, repeated);
  }
}
