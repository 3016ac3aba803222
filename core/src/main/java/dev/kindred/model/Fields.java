package dev.kindred.model;

/**
 * Names of the item fields that models write. The prefix keeps them apart from the catalogue's own
 * fields, which may have any name.
 */
public final class Fields {
  /** The name of the model that predicts vectors of other models. */
  public static final String PREDICTOR = "cold";

  private static final String PREFIX = "model.";

  private Fields() {}

  /** The field of the model with this name: {@code model.als}. */
  public static String of(String model) {
    return PREFIX + model;
  }

  /** The doc value that a sparse field's sums are divided by: {@code model.content.norm}. */
  public static String norm(String model) {
    return of(model) + ".norm";
  }

  /**
   * The doc value that says how much of an item's vector is predicted rather than learned, 1 for
   * all of it: {@code model.cold.als} for the field {@code model.als}.
   */
  public static String predicted(String vectorField) {
    String model =
        vectorField.startsWith(PREFIX) ? vectorField.substring(PREFIX.length()) : vectorField;
    return of(PREDICTOR) + "." + model;
  }
}
