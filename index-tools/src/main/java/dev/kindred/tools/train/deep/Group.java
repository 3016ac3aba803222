package dev.kindred.tools.train.deep;

/**
 * Some of one user's liked items, each to be told from items that are not: the rest of the history
 * describes the user.
 *
 * @param history the user's latest liked items
 * @param targets positions in the history, ascending
 * @param context features of the moment of each target, rows of the context's table
 * @param others for each target so many items not liked, one target's after another
 */
record Group(int[] history, int[] targets, int[][] context, int[] others) {
  int negatives() {
    return others.length / targets.length;
  }

  /** The item at a target. */
  int target(int t) {
    return history[targets[t]];
  }
}
