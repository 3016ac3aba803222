/**
 * Results as pages: one HTML file each, with charts, that needs nothing beside it.
 *
 * <p>May use the evaluation's results and charts; the command line uses it.
 */
package dev.kindred.tools.report;
