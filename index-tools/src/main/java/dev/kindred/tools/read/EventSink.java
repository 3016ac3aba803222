package dev.kindred.tools.read;

/** Takes the events of a source, one call each and without an object each. */
@FunctionalInterface
public interface EventSink {
  /**
   * @param user the user's id, 1 to 512 bytes of UTF-8
   * @param item the item's id, likewise; it need not be in the catalogue
   * @param type what happened, such as {@link dev.kindred.data.Event#RATING}
   * @param value finite
   * @param time milliseconds since the epoch, not negative; 0 when the source tells only the order
   */
  void accept(String user, String item, String type, float value, long time);
}
