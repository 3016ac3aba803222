package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Activation;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import dev.kindred.tools.train.neural.layer.DenseBackward;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward and backward through a {@link JointModel}'s network for a batch of groups, with the
 * logistic loss (He et al. 2017, equation 7). An example is a target or one of the items it is told
 * from; all of a target's examples share the user, described without the target. Not thread-safe.
 */
final class JointPass {
  private final JointWeights weights;
  private final List<Dense> gradients = new ArrayList<>();
  private final Dense output;
  private final UserSide users;
  private final ItemSide items;
  private final int k;
  private final int m;
  private int targets;
  private int examples;
  private int[] targetOf;
  private float[][] activations;
  private float[][] deltas;
  private float[] userShare;
  private float[] dUserShare;
  private float[] dLogit;

  JointPass(JointModel.Settings settings, JointWeights weights, Rows rows) {
    this.weights = weights;
    this.k = settings.factors();
    this.m = settings.embedding();
    weights.hidden().forEach(layer -> gradients.add(Dense.zeros(layer.in(), layer.out())));
    this.output = Dense.zeros(weights.output().in(), 1);
    this.users = new UserSide(settings, weights, rows);
    this.items = new ItemSide(weights, rows);
  }

  /** The tables whose gradients {@link #run} fills. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>(users.tables());
    tables.addAll(items.tables());
    return tables;
  }

  /** The gradients of the layers, in the order of {@link #layers}. */
  List<Parameter> gradients() {
    return parameters(gradients, output);
  }

  /** The parameters of the layers. */
  List<Parameter> layers() {
    return parameters(weights.hidden(), weights.output());
  }

  private static List<Parameter> parameters(List<Dense> hidden, Dense output) {
    List<Parameter> all = new ArrayList<>();
    for (int l = 0; l < hidden.size(); l++) {
      all.addAll(hidden.get(l).parameters("hidden." + l));
    }
    all.addAll(output.parameters("output"));
    return all;
  }

  /**
   * Adds to all gradients those of the mean loss.
   *
   * @param crosses added to the logits, one for each example; receives their gradients
   * @return the sum of the losses
   */
  double run(List<Group> groups, float[] crosses, Noise noise) {
    forward(groups, crosses, noise);
    double loss = loss();
    System.arraycopy(dLogit, 0, crosses, 0, examples);
    backward(groups, noise);
    return loss;
  }

  /**
   * The logits of one target and of those it is told from, as they are when served.
   *
   * @param crosses added to them
   * @param out receives them, the target's first
   */
  void logits(Group group, float[] crosses, float[] out) {
    forward(List.of(group), crosses, Noise.NONE);
    System.arraycopy(dLogit, 0, out, 0, examples);
  }

  /** How many examples a batch has. */
  static int examples(List<Group> groups) {
    return groups.stream().mapToInt(group -> group.targets().length + group.others().length).sum();
  }

  private void forward(List<Group> groups, float[] crosses, Noise noise) {
    reserve(groups);
    users.forward(groups);
    items.forward(groups);
    Dense first = weights.hidden().getFirst();
    int width = first.out();
    Arrays.fill(userShare, 0, targets * width, 0);
    Kernels kernels = Kernels.get();
    kernels.gemm(
        targets,
        width,
        m,
        1,
        users.embedding(),
        0,
        m,
        first.weights(),
        0,
        width,
        userShare,
        0,
        width);
    float[] z = activations[0];
    for (int e = 0; e < examples; e++) {
      System.arraycopy(first.bias(), 0, z, e * width, width);
      kernels.axpy(1, userShare, targetOf[e] * width, z, e * width, width);
    }
    kernels.gemm(
        examples,
        width,
        m,
        1,
        items.embedding(),
        0,
        m,
        first.weights(),
        m * width,
        width,
        z,
        0,
        width);
    activate(0, noise);
    for (int l = 1; l < activations.length; l++) {
      weights.hidden().get(l).apply(examples, activations[l - 1], 0, activations[l], 0);
      activate(l, noise);
    }
    logits(crosses);
  }

  private void activate(int layer, Noise noise) {
    int width = weights.hidden().get(layer).out();
    float[] x = activations[layer];
    Activation.RELU.apply(x, 0, x, 0, examples * width);
    for (int e = 0; e < examples; e++) {
      noise.apply(layer, e, x, e * width, width);
    }
  }

  private void logits(float[] crosses) {
    Dense out = weights.output();
    float[] last = activations[activations.length - 1];
    int width = out.in() - k;
    for (int e = 0; e < examples; e++) {
      float logit = out.bias()[0] + items.bias()[e] + crosses[e];
      logit += Kernels.get().dot(out.weights(), k, last, e * width, width);
      int p = targetOf[e] * k;
      for (int f = 0; f < k; f++) {
        logit += out.weights()[f] * users.factors()[p + f] * items.factors()[e * k + f];
      }
      dLogit[e] = logit;
    }
  }

  /** Turns logits into gradients of the mean loss. The first example of each target is liked. */
  private double loss() {
    double loss = 0;
    int before = -1;
    for (int e = 0; e < examples; e++) {
      boolean liked = targetOf[e] != before;
      before = targetOf[e];
      double signed = liked ? dLogit[e] : -dLogit[e];
      double wrong = 1 / (1 + Math.exp(signed));
      loss += signed > -30 ? Math.log1p(Math.exp(-signed)) : -signed;
      dLogit[e] = (float) ((liked ? -wrong : wrong) / targets);
    }
    return loss;
  }

  private void backward(List<Group> groups, Noise noise) {
    backwardOutput();
    for (int l = activations.length - 1; l >= 0; l--) {
      int width = weights.hidden().get(l).out();
      for (int e = 0; e < examples; e++) {
        noise.apply(l, e, deltas[l], e * width, width);
      }
      Activation.RELU.gradient(
          activations[l], 0, activations[l], 0, deltas[l], 0, examples * width);
      if (l > 0) {
        DenseBackward.run(
            weights.hidden().get(l),
            gradients.get(l),
            examples,
            activations[l - 1],
            0,
            deltas[l],
            0,
            deltas[l - 1]);
      }
    }
    backwardFirst();
    users.backward(groups);
    items.backward();
  }

  private void backwardOutput() {
    Dense out = weights.output();
    Kernels kernels = Kernels.get();
    int last = activations.length - 1;
    int width = out.in() - k;
    Arrays.fill(deltas[last], 0, examples * width, 0);
    users.clear();
    items.clear();
    for (int e = 0; e < examples; e++) {
      float d = dLogit[e];
      output.bias()[0] += d;
      items.dBias()[e] = d;
      kernels.axpy(d, activations[last], e * width, output.weights(), k, width);
      kernels.axpy(d, out.weights(), k, deltas[last], e * width, width);
      int p = targetOf[e] * k;
      for (int f = 0; f < k; f++) {
        float user = users.factors()[p + f];
        float item = items.factors()[e * k + f];
        output.weights()[f] += d * user * item;
        users.dFactors()[p + f] += d * out.weights()[f] * item;
        items.dFactors()[e * k + f] = d * out.weights()[f] * user;
      }
    }
  }

  /** The first layer's two halves. */
  private void backwardFirst() {
    Dense first = weights.hidden().getFirst();
    Dense gradient = gradients.getFirst();
    int width = first.out();
    Kernels kernels = Kernels.get();
    float[] dz = deltas[0];
    Arrays.fill(dUserShare, 0, targets * width, 0);
    for (int e = 0; e < examples; e++) {
      kernels.axpy(1, dz, e * width, dUserShare, targetOf[e] * width, width);
      kernels.axpy(1, dz, e * width, gradient.bias(), 0, width);
    }
    float[] weightsGradient = gradient.weights();
    kernels.gemmTransA(
        m,
        width,
        targets,
        1,
        users.embedding(),
        0,
        m,
        dUserShare,
        0,
        width,
        weightsGradient,
        0,
        width);
    kernels.gemmTransA(
        m,
        width,
        examples,
        1,
        items.embedding(),
        0,
        m,
        dz,
        0,
        width,
        weightsGradient,
        m * width,
        width);
    kernels.gemmTransB(
        targets,
        m,
        width,
        1,
        dUserShare,
        0,
        width,
        first.weights(),
        0,
        width,
        users.dEmbedding(),
        0,
        m);
    kernels.gemmTransB(
        examples,
        m,
        width,
        1,
        dz,
        0,
        width,
        first.weights(),
        m * width,
        width,
        items.dEmbedding(),
        0,
        m);
  }

  /** Room for the batch, and which target each example belongs to. */
  private void reserve(List<Group> groups) {
    targets = groups.stream().mapToInt(group -> group.targets().length).sum();
    examples = examples(groups);
    if (targetOf == null || targetOf.length < examples) {
      targetOf = new int[examples];
      dLogit = new float[examples];
      activations = new float[weights.hidden().size()][];
      deltas = new float[activations.length][];
      for (int l = 0; l < activations.length; l++) {
        activations[l] = new float[examples * weights.hidden().get(l).out()];
        deltas[l] = new float[activations[l].length];
      }
    }
    int width = weights.hidden().getFirst().out();
    if (userShare == null || userShare.length < targets * width) {
      userShare = new float[targets * width];
      dUserShare = new float[targets * width];
    }
    int target = 0;
    int e = 0;
    for (Group group : groups) {
      for (int t = 0; t < group.targets().length; t++) {
        Arrays.fill(targetOf, e, e + 1 + group.negatives(), target++);
        e += 1 + group.negatives();
      }
    }
  }
}
