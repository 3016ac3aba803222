package dev.kindred.internal.math;

/** A matrix that had to be symmetric positive definite is not, or is too close to singular. */
public final class NotPositiveDefiniteException extends ArithmeticException {

  private static final long serialVersionUID = 1L;

  private final int pivot;

  NotPositiveDefiniteException(int pivot, float value) {
    super("matrix is not positive definite: pivot " + pivot + " is " + value);
    this.pivot = pivot;
  }

  private NotPositiveDefiniteException(int pivot, NotPositiveDefiniteException cause) {
    super(cause.getMessage().replaceFirst("pivot \\d+", "pivot " + pivot));
    initCause(cause);
    this.pivot = pivot;
  }

  /** The row, from 0, whose pivot was not above zero. */
  public int pivot() {
    return pivot;
  }

  /** The same failure seen from a matrix in which this one starts at row {@code offset}. */
  NotPositiveDefiniteException shifted(int offset) {
    return offset == 0 ? this : new NotPositiveDefiniteException(pivot + offset, this);
  }
}
