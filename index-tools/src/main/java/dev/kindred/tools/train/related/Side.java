package dev.kindred.tools.train.related;

/** Whose neighbours count. */
enum Side {
  /** A candidate is scored by its own nearest items: a rare item has as good a chance as any. */
  CANDIDATE,
  /** An item of the history speaks for its own nearest items. */
  HISTORY;

  /** Links found for each item, as links of the candidates. */
  Links candidates(Links found) {
    return this == CANDIDATE ? found : found.transpose();
  }
}
