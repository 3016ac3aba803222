package dev.kindred.tools.read.config;

/**
 * Which column, or key in JSON, holds which part of an event. A part left null is looked for under
 * its common names. A JSON key inside objects is written with dots. Immutable.
 *
 * @param user the user's id
 * @param item the item's id
 * @param type what happened
 * @param value the rating or amount
 * @param time when
 */
public record EventColumns(String user, String item, String type, String value, String time) {
  /** Every part under its common names. */
  public static final EventColumns COMMON = new EventColumns(null, null, null, null, null);
}
