/**
 * How candidates are scored: signals, what makes them comparable, and what combines them.
 *
 * <p>A {@link dev.kindred.rank.Signal} is a named opinion that binds to a request as a Lucene
 * {@code DoubleValuesSource}; a {@link dev.kindred.rank.Normalizer} fitted offline makes it
 * comparable; a {@link dev.kindred.rank.Combiner} joins the row of values; {@link
 * dev.kindred.rank.Blend} is all of it as one source, hence at once query, rescorer and
 * explanation. May use {@code request}, {@code model} and {@code data}; never {@code retrieve} or
 * {@code arrange}.
 */
package dev.kindred.rank;
