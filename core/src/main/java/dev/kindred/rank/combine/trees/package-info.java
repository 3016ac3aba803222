/**
 * Decision trees that others trained, in one layout: {@link dev.kindred.rank.combine.trees.Forest}
 * judges a row of signals, {@link dev.kindred.rank.combine.trees.TreeFiles} reads the files of
 * LightGBM, XGBoost and RankLib.
 *
 * <p>May use {@code internal}; used by the parent package and by tools.
 */
package dev.kindred.rank.combine.trees;
