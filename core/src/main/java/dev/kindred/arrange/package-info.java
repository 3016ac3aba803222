/**
 * The final page: diversity and whatever else looks at items together rather than one by one.
 *
 * <p>May use {@code request}, {@code model} and {@code data}; never {@code rank} or {@code
 * retrieve}.
 */
package dev.kindred.arrange;
