package dev.kindred.tools.train.deep;

import dev.kindred.internal.neural.Parameter;
import dev.kindred.tools.train.neural.Adam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One step of all parameters by their gradients: tables row by row, layers by Adam. */
final class Update {
  private final List<Table> tables;
  private final List<Parameter> gradients;
  private final double regularization;
  private final Adam layers;

  /**
   * @param gradients of the layers, in their order
   * @param regularization of the tables
   */
  Update(
      List<Table> tables,
      List<Parameter> layers,
      List<Parameter> gradients,
      double regularization) {
    this.tables = tables;
    this.gradients = gradients;
    this.regularization = regularization;
    this.layers = new Adam(layers, 0);
  }

  /** Steps; gradients are 0 then. */
  void step(double rate) {
    for (Table table : tables) {
      table.step(rate, regularization);
    }
    layers.step(gradients, rate, 1);
    gradients.forEach(gradient -> Arrays.fill(gradient.values(), 0));
  }

  /** What must be kept to go on from here. */
  List<Parameter> state() {
    List<Parameter> state = new ArrayList<>(layers.state());
    state.addAll(Table.state(tables));
    return state;
  }
}
