package dev.kindred.tools.read;

import java.util.ArrayList;
import java.util.List;

/** Counts the bad lines of one pass over one file, and stops it when there are too many. */
final class Faults {
  static final String ADVICE = "correct it, or skip such lines with --skip-bad-lines N";
  private final String file;
  private final BadLines policy;
  private final List<String> examples = new ArrayList<>();
  private long bad;
  private long besides;

  Faults(String file, BadLines policy) {
    this.file = file;
    this.policy = policy;
  }

  /** Takes note of a bad line, or throws when no more are allowed. */
  void add(long line, BadLine fault) {
    if (bad == policy.allowed()) {
      String advice = bad == 0 ? ADVICE : ADVICE + " (" + bad + " were skipped before it)";
      throw new InputException(file, line, fault.getMessage(), advice);
    }
    bad++;
    String message = file + ":" + line + ": " + fault.getMessage();
    policy.each().accept(message);
    if (examples.size() < ReadReport.EXAMPLES) {
      examples.add(message);
    }
  }

  /** Takes note of a record that is sound but not for us. */
  void beside() {
    besides++;
  }

  /** Ends the pass. A file that held nothing of use is an error. */
  ReadReport report(String noun, long records) {
    if (records == 0) {
      String seen = bad == 0 ? "" : ", only " + bad + " bad lines";
      throw new InputException(
          file, 1, "there are no " + noun + " in it" + seen, "check that this is the right file");
    }
    return new ReadReport(file, records, bad, examples, besides);
  }
}
