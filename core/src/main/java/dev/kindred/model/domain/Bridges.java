package dev.kindred.model.domain;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import java.io.IOException;

/**
 * The bridges between domains, by source and target. Immutable by agreement.
 *
 * @param width of users' vectors
 * @param table null where there is no bridge
 */
record Bridges(int width, Bridge[][] table) {
  private static final String PAIRS = "bridges";

  /** Null when there is none. */
  Bridge of(int source, int target) {
    return table[source][target];
  }

  /** The tensor {@code bridges}: source and target of each, its reach, its temperature or 0. */
  void save(ArtifactWriter artifact) {
    int count = 0;
    double[] pairs = new double[table.length * table.length * 4];
    for (int source = 0; source < table.length; source++) {
      for (int target = 0; target < table.length; target++) {
        Bridge bridge = table[source][target];
        if (bridge != null) {
          Bridge.Companions companions = bridge.companions();
          pairs[count * 4] = source;
          pairs[count * 4 + 1] = target;
          pairs[count * 4 + 2] = bridge.reach();
          pairs[count * 4 + 3] = companions == null ? 0 : companions.temperature();
          save(artifact, count++, bridge);
        }
      }
    }
    artifact.tensor(PAIRS, Tensor.of(java.util.Arrays.copyOf(pairs, count * 4), count, 4));
  }

  private void save(ArtifactWriter artifact, int number, Bridge bridge) {
    artifact
        .tensor(name(number, "matrix"), Tensor.of(bridge.matrix(), width, width))
        .tensor(name(number, "offset"), Tensor.of(bridge.offset(), width));
    Bridge.Companions companions = bridge.companions();
    if (companions != null) {
      int users = companions.keys().length / width;
      artifact
          .tensor(name(number, "keys"), Tensor.of(companions.keys(), users, width))
          .tensor(name(number, "rests"), Tensor.of(companions.rests(), users, width));
    }
  }

  private static String name(int number, String what) {
    return "bridge." + number + "." + what;
  }

  static Bridges read(ArtifactReader artifact, int domains, int width) throws IOException {
    Bridge[][] table = new Bridge[domains][domains];
    double[] pairs = artifact.tensor(PAIRS, DType.F64, -1, 4).doubles();
    for (int i = 0; i < pairs.length / 4; i++) {
      table[(int) pairs[i * 4]][(int) pairs[i * 4 + 1]] =
          read(artifact, width, i, pairs[i * 4 + 2], pairs[i * 4 + 3]);
    }
    return new Bridges(width, table);
  }

  private static Bridge read(
      ArtifactReader artifact, int width, int number, double reach, double temperature)
      throws IOException {
    Bridge.Companions companions =
        temperature == 0
            ? null
            : new Bridge.Companions(
                artifact.tensor(name(number, "keys"), DType.F32, -1, width).floats(),
                artifact.tensor(name(number, "rests"), DType.F32, -1, width).floats(),
                temperature);
    return new Bridge(
        width,
        artifact.tensor(name(number, "matrix"), DType.F32, width, width).floats(),
        artifact.tensor(name(number, "offset"), DType.F32, width).floats(),
        reach,
        companions);
  }
}
