/**
 * What the world is: items, events, users, and the user-by-item matrix that trainers read.
 *
 * <p>Plain immutable values and two small interfaces; no Lucene, no files. This package may use
 * nothing of Kindred; every other package may use it.
 */
package dev.kindred.data;
