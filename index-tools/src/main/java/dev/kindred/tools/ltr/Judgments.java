package dev.kindred.tools.ltr;

import java.util.List;

/**
 * Judged requests over the same signals. Immutable.
 *
 * @param signals their names, in the order of rows
 * @param requests in the order in which they were made
 */
public record Judgments(List<String> signals, List<Judged> requests) {
  public Judgments {
    signals = List.copyOf(signals);
    requests = List.copyOf(requests);
  }

  /** All rows of all requests. */
  public int rows() {
    return requests.stream().mapToInt(Judged::size).sum();
  }

  /** The requests before that share, and those after it. */
  public List<Judgments> split(double share) {
    int cut = (int) Math.round(share * requests.size());
    return List.of(
        new Judgments(signals, requests.subList(0, cut)),
        new Judgments(signals, requests.subList(cut, requests.size())));
  }
}
