package dev.kindred.model;

/** A model whose encodings are {@link Encoding.Learned}. */
public interface LearnedModel extends Model {
  /** What joins its encodings with the vectors it writes. */
  Network network();
}
