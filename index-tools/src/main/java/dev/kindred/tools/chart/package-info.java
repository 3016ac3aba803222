/**
 * Charts for reports, as SVG.
 *
 * <p>Uses nothing of Kindred; {@code tools} and {@code benchmarks} use it.
 */
package dev.kindred.tools.chart;
