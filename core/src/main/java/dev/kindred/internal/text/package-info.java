/** Analysis of text. May use {@code internal}. */
package dev.kindred.internal.text;
