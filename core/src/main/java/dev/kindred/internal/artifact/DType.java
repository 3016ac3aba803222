package dev.kindred.internal.artifact;

/** What a tensor's elements are; the constants are named as in safetensors headers. */
public enum DType {
  F32(4),
  F64(8),
  I32(4),
  I64(8),
  U8(1);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes an element takes. */
  public int bytes() {
    return bytes;
  }
}
