package dev.kindred.model;

/**
 * Names of the item fields that models write. The prefix keeps them apart from the catalogue's own
 * fields, which may have any name.
 */
public final class Fields {
  private Fields() {}

  /** The field of the model with this name: {@code model.als}. */
  public static String of(String model) {
    return "model." + model;
  }

  /** The doc value that a sparse field's sums are divided by: {@code model.content.norm}. */
  public static String norm(String model) {
    return of(model) + ".norm";
  }
}
