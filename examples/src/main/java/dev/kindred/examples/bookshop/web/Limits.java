package dev.kindred.examples.bookshop.web;

/**
 * What one client may ask of the server. Immutable.
 *
 * @param bodyBytes of a request
 * @param queryCharacters after the question mark
 * @param perSecond requests to the API that are answered in the long run
 * @param burst requests to the API that are answered at once after a pause
 * @param threads that answer
 */
record Limits(int bodyBytes, int queryCharacters, double perSecond, int burst, int threads) {
  /** Ample for a person, tight for a script gone wild. */
  static final Limits USUAL = new Limits(4096, 2000, 50, 150, 16);

  /** Without a bound on the rate, for measuring. */
  Limits unhurried() {
    return new Limits(bodyBytes, queryCharacters, 1e9, Integer.MAX_VALUE, threads);
  }
}
