package dev.kindred.tools.train.sequence;

import java.util.List;

/**
 * So many steps of sessions in parallel (Hidasi et al. 2016, section 3.1.1): each lane reads one
 * session after another, and when one ends the next begins in its place, so nothing is padded until
 * sessions run out. A lane that has none left reads nothing. Not thread-safe.
 */
final class Stretch {
  private final List<int[]> sessions;
  private final int[] order;
  private final int lanes;
  private final int steps;
  private final int[] session;
  private final int[] position;
  private final int[] tokens;
  private final int[] targets;
  private final boolean[] starts;
  private int next;
  private long first;

  /**
   * @param order in which sessions are taken
   */
  Stretch(List<int[]> sessions, int[] order, int lanes, int steps) {
    this.sessions = sessions;
    this.order = order;
    this.lanes = lanes;
    this.steps = steps;
    this.session = new int[lanes];
    this.position = new int[lanes];
    this.tokens = new int[lanes * steps];
    this.targets = new int[lanes * steps];
    this.starts = new boolean[lanes * steps];
    for (int lane = 0; lane < lanes; lane++) {
      take(lane);
    }
  }

  private void take(int lane) {
    session[lane] = next < order.length ? order[next++] : -1;
    position[lane] = 0;
  }

  /** Goes on by its steps; returns how many of them read something: 0 at the end. */
  int advance() {
    int rows = 0;
    for (int step = 0; step < steps; step++) {
      for (int lane = 0; lane < lanes; lane++) {
        rows += read(step * lanes + lane, lane) ? 1 : 0;
      }
    }
    first += (long) lanes * steps;
    return rows;
  }

  private boolean read(int at, int lane) {
    if (session[lane] >= 0 && position[lane] + 1 >= sessions.get(session[lane]).length) {
      take(lane);
    }
    starts[at] = position[lane] == 0;
    if (session[lane] < 0) {
      tokens[at] = -1;
      return false;
    }
    int[] items = sessions.get(session[lane]);
    tokens[at] = items[position[lane]++];
    targets[at] = items[position[lane]];
    return true;
  }

  /** The item that is read; negative for none. */
  int token(int step, int lane) {
    return tokens[step * lanes + lane];
  }

  /** The item that comes after. */
  int target(int step, int lane) {
    return targets[step * lanes + lane];
  }

  /** Whether it is a session's first, or none. */
  boolean starts(int step, int lane) {
    return starts[step * lanes + lane];
  }

  /** Of the row, counted through the epoch. */
  long number(int step, int lane) {
    return first + (long) step * lanes + lane;
  }
}
