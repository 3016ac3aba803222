package dev.kindred.tools.train.sequence;

/** What a sequence model minimises. */
enum Loss {
  /** Cross-entropy of a softmax over all items. */
  SOFTMAX,
  /** The same over the true item and a sample, corrected for how items are sampled. */
  SAMPLED,
  /** Binary cross-entropy against a sample, calibrated: gSASRec. */
  GBCE,
  /** BPR-max against a sample. */
  BPR_MAX
}
