/**
 * Trees of other libraries: models that LightGBM, XGBoost and RankLib train and predict with here,
 * kept as fixtures of the readers' tests, and how fast our reading of them judges.
 */
package dev.kindred.benchmarks.trees;
