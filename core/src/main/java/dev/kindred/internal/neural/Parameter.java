package dev.kindred.internal.neural;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import java.io.IOException;
import java.util.List;

/**
 * A named array of a network.
 *
 * @param name the tensor's name in artifacts
 * @param values row-major; the layer's own array, not a copy
 * @param shape its dimensions
 */
public record Parameter(String name, float[] values, long... shape) {

  /** Fills the arrays with the artifact's tensors of the same names and shapes, all finite. */
  public static void read(ArtifactReader artifact, List<Parameter> parameters) throws IOException {
    for (Parameter parameter : parameters) {
      float[] numbers = artifact.numbers(parameter.name, parameter.shape);
      System.arraycopy(numbers, 0, parameter.values, 0, parameter.values.length);
    }
  }

  /** The same whatever the numbers are: those of an optimiser may be infinite. */
  public static void readAny(ArtifactReader artifact, List<Parameter> parameters)
      throws IOException {
    for (Parameter parameter : parameters) {
      Tensor tensor = artifact.tensor(parameter.name, DType.F32, parameter.shape);
      System.arraycopy(tensor.floats(), 0, parameter.values, 0, parameter.values.length);
    }
  }

  /** Adds the arrays to an artifact. */
  public static void write(ArtifactWriter artifact, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      artifact.tensor(parameter.name, Tensor.of(parameter.values, parameter.shape));
    }
  }
}
