/**
 * The data that flows: what is asked, what it was resolved to, and what is answered.
 *
 * <p>Plain values. May use {@code data} and {@code model}.
 */
package dev.kindred.request;
