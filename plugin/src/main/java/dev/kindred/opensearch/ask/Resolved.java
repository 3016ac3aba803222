package dev.kindred.opensearch.ask;

import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;

/**
 * What the coordinating node found out: all that a shard needs beside the question itself.
 * Immutable.
 *
 * @param now the clock, in milliseconds since the epoch
 * @param encodings what each model says of the user
 * @param hidden ids of items that are not news
 */
public record Resolved(long now, Map<String, Encoding> encodings, Set<String> hidden)
    implements Writeable {
  public Resolved {
    encodings = Map.copyOf(encodings);
    hidden = Set.copyOf(hidden);
  }

  public Resolved(StreamInput in) throws IOException {
    this(
        in.readLong(),
        in.readMap(StreamInput::readString, EncodingWire::read),
        Set.copyOf(in.readStringList()));
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeLong(now);
    out.writeMap(new TreeMap<>(encodings), StreamOutput::writeString, EncodingWire::write);
    out.writeStringCollection(new TreeSet<>(hidden));
  }

  /** The same, hiding these items and no others. */
  public Resolved hiding(Set<String> others) {
    return new Resolved(now, encodings, others);
  }

  /** The networks that the encodings are joined with items by: {@code name@version}. */
  Set<String> networks() {
    Set<String> networks = new TreeSet<>();
    encodings.values().forEach(encoding -> collect(encoding, networks));
    return networks;
  }

  private static void collect(Encoding encoding, Set<String> networks) {
    switch (encoding) {
      case Encoding.Learned learned -> networks.add(learned.network());
      case Encoding.Sum sum -> sum.parts().forEach(part -> collect(part, networks));
      case Encoding.Dense dense -> {
        // It needs nothing but the index.
      }
      case Encoding.Sparse sparse -> {
        // It needs nothing but the index.
      }
      case Encoding.None none -> {
        // It is no opinion at all.
      }
    }
  }
}
