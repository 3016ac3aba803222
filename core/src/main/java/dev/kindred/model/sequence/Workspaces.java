package dev.kindred.model.sequence;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Buffers that requests borrow and give back, so that a warm server allocates none: as many are
 * kept as there are processors. Thread-safe.
 */
final class Workspaces<T> {
  private final AtomicReferenceArray<T> idle =
      new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());
  private final Supplier<T> maker;

  Workspaces(Supplier<T> maker) {
    this.maker = maker;
  }

  T borrow() {
    for (int i = 0; i < idle.length(); i++) {
      T workspace = idle.get(i);
      if (workspace != null && idle.compareAndSet(i, workspace, null)) {
        return workspace;
      }
    }
    return maker.get();
  }

  void giveBack(T workspace) {
    for (int i = 0; i < idle.length(); i++) {
      if (idle.get(i) == null && idle.compareAndSet(i, null, workspace)) {
        return;
      }
    }
  }
}
