package dev.kindred.request;

/** Which part of a request a model encodes. */
public enum View {
  /** The liked and unliked items when there are any, else the user. */
  AUTO,
  /** The user's history and session, whatever items are named. */
  USER,
  /** The liked and unliked items and nothing else. */
  SEEDS
}
