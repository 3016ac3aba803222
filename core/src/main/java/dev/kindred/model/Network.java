package dev.kindred.model;

import java.util.Map;

/**
 * The part of a learned signal that is the same for every user: a small function of an item's
 * stored vector and a request's inputs. Too large to travel with each request, small enough for
 * every node to hold. Immutable and thread-safe.
 */
public interface Network {
  /** {@code name@version} of the model it belongs to. */
  String id();

  /** How many numbers an item's stored vector has. */
  int itemSize();

  /** How many numbers a request brings. */
  int inputSize();

  /**
   * The function of one request.
   *
   * @param inputs of {@link #inputSize} numbers; not changed
   */
  Join join(float[] inputs);

  /** A network with one side given. For one thread; allocates nothing per item. */
  interface Join {
    /**
     * The raw value of an item.
     *
     * @param item of {@link #itemSize} numbers
     */
    double apply(float[] item);

    /**
     * What the last value was made of, in words, in the order of summation: added up they are the
     * value to the last bit.
     */
    Map<String, Double> terms();
  }
}
