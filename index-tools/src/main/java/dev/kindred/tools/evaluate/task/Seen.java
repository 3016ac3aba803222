package dev.kindred.tools.evaluate.task;

/** Whether what the user already had may be recommended again. */
public enum Seen {
  /** Seen items are neither recommended nor asked for: item recommendation. */
  FILTERED("seen items are filtered: neither recommended nor asked for"),
  /** Seen items stay: repeat consumption, as in sessions of music or groceries. */
  KEPT("seen items are kept: they may be recommended and asked for again");

  private final String rule;

  Seen(String rule) {
    this.rule = rule;
  }

  /** The rule as a sentence of the report. */
  public String rule() {
    return rule;
  }
}
