package dev.kindred.tools.build;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.tools.read.EventSource;
import dev.kindred.tools.read.InputException;
import dev.kindred.tools.read.ReadReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands the events of a source to a running index, a batch at a time. Used once. */
public final class LiveEvents {
  private static final int BATCH = 1000;

  private final Target target;
  private final Instant now;
  private final List<Arrival> batch = new ArrayList<>(BATCH);
  private Receipt total = new Receipt(0, 0);

  /** Where events go, such as {@code recommender::receive}. */
  @FunctionalInterface
  public interface Target {
    /** Returns when the events are on the disk. */
    Receipt receive(List<Arrival> events) throws IOException;
  }

  /**
   * @param now the time of events that have none
   */
  public LiveEvents(Target target, Instant now) {
    this.target = target;
    this.now = now;
  }

  /**
   * Sends everything; what was read before a failure is sent too.
   *
   * @throws InputException when the input cannot be used or has more bad lines than are allowed
   */
  public ReadReport send(EventSource events) throws IOException {
    try {
      ReadReport report = events.arrivals(this::add);
      flush();
      return report;
    } catch (InputException e) {
      flush();
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What is on the disk so far. */
  public Receipt total() {
    return total;
  }

  private void add(Arrival arrival) {
    batch.add(arrival.event().time().equals(Instant.EPOCH) ? dated(arrival) : arrival);
    if (batch.size() == BATCH) {
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Arrival dated(Arrival arrival) {
    Event event = arrival.event();
    Event dated = new Event(event.userId(), event.itemId(), event.type(), event.value(), now);
    return new Arrival(dated, arrival.id(), arrival.requestId());
  }

  private void flush() throws IOException {
    if (!batch.isEmpty()) {
      Receipt receipt = target.receive(List.copyOf(batch));
      batch.clear();
      total = new Receipt(total.stored() + receipt.stored(), total.repeated() + receipt.repeated());
    }
  }
}
