package dev.kindred.internal.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class FloatsFieldTest {
  private static final float[] VECTOR = {1.5f, -0f, Float.MIN_VALUE, -3e30f};

  @Test
  void readsWhatItWrites() {
    IndexableField field = FloatsField.of("v", VECTOR);
    BytesRef stored = field.binaryValue();
    byte[] shifted = new byte[stored.length + 5];
    System.arraycopy(stored.bytes, stored.offset, shifted, 3, stored.length);
    float[] read = new float[VECTOR.length];
    FloatsField.read("v", new BytesRef(shifted, 3, stored.length), read);
    assertThat(read).containsExactly(VECTOR);
  }

  @Test
  void isLittleEndian() {
    assertThat(FloatsField.of("v", new float[] {1}).binaryValue().bytes)
        .containsExactly(0, 0, 0x80, 0x3f);
  }

  @Test
  void refusesAnotherLength() {
    BytesRef stored = FloatsField.of("v", VECTOR).binaryValue();
    assertThatThrownBy(() -> FloatsField.read("v", stored, new float[3]))
        .hasMessageStartingWith("field 'v' holds 16 bytes; expected 3 floats");
  }
}
