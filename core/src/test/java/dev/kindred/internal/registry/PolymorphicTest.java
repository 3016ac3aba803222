package dev.kindred.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolymorphicTest {
  interface Shape {}

  record Circle(double radius) implements Shape {
    Circle {
      if (radius < 0) {
        throw new IllegalArgumentException("radius must not be negative, was " + radius);
      }
    }
  }

  record Pause(Duration length) implements Shape {}

  private static final Polymorphic<Shape> SHAPES =
      new Polymorphic<>("shape", Map.of("circle", Circle.class, "pause", Pause.class));

  private static Shape read(String json) {
    try {
      JsonNode node = Polymorphic.json().readTree(json);
      return SHAPES.read(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readsWhatItWrites() {
    assertThat(read("{\"circle\": {\"radius\": 2}}")).isEqualTo(new Circle(2));
    assertThat(SHAPES.write(new Pause(Duration.ofDays(30))).toString())
        .isEqualTo("{\"pause\":{\"length\":\"PT720H\"}}");
    assertThat(read("{\"pause\": {\"length\": \"P30D\"}}"))
        .isEqualTo(new Pause(Duration.ofDays(30)));
  }

  @Test
  void namesWhatIsKnown() {
    assertThatThrownBy(() -> read("{\"cirle\": {}}"))
        .hasMessage("unknown shape \"cirle\"; did you mean circle? known: circle, pause");
    assertThatThrownBy(() -> read("{\"circle\": {\"raduis\": 1}}"))
        .hasMessage(
            "unknown parameter of shape circle \"raduis\"; did you mean radius? known: radius");
  }

  @Test
  void saysWhatIsWrongWithAValue() {
    assertThatThrownBy(() -> read("{\"circle\": {\"radius\": -1}}"))
        .hasMessage("shape 'circle': radius must not be negative, was -1.0");
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("an object with one key");
    assertThatThrownBy(() -> read("{\"circle\": {}, \"pause\": {}}"))
        .hasMessageContaining("an object with one key");
  }

  /** From outside. */
  private record Added(String name, Class<? extends Shape> type) {}

  record Square(double side) implements Shape {}

  static final class Blob implements Shape {}

  private static Polymorphic<Shape> with(Added... added) {
    return SHAPES.with(List.of(added), Added::name, Added::type);
  }

  @Test
  void othersMayAddKinds() throws JsonProcessingException {
    Polymorphic<Shape> more = with(new Added("square", Square.class));
    assertThat(more.read(Polymorphic.json().readTree("{\"square\": {\"side\": 3}}")))
        .isEqualTo(new Square(3));
    assertThat(more.write(new Square(2)).toString()).isEqualTo("{\"square\":{\"side\":2.0}}");
    assertThat(more.write(new Circle(1)).has("circle")).isTrue();
    assertThatThrownBy(() -> read("{\"square\": {}}")).hasMessageContaining("unknown shape");
  }

  @Test
  void aTakenNameAndAKindThatIsNoRecordAreRefused() {
    assertThatThrownBy(() -> with(new Added("circle", Square.class)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two kinds of shape are named 'circle'")
        .hasMessageContaining("Circle")
        .hasMessageContaining("Square");
    assertThatThrownBy(() -> with(new Added("blob", Blob.class)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Blob is to be a shape: make it a record");
  }
}
