package dev.kindred.rank.combine.trees;

import java.util.List;

/**
 * What a file of trees holds. Immutable.
 *
 * @param source the library and what it was asked to learn, such as {@code lightgbm lambdarank}
 * @param features their names in the order of rows; empty when the file has none
 * @param forest the trees
 */
public record TreeModel(String source, List<String> features, Forest forest) {
  public TreeModel {
    features = List.copyOf(features);
  }
}
