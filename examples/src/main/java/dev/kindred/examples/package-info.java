/**
 * Example applications, each in one file, and the main class that the launcher starts. May use core
 * and the tools; nothing uses it.
 *
 * <ul>
 *   <li>{@link dev.kindred.examples.MoreLikeThis}: open an index and ask
 *   <li>{@link dev.kindred.examples.LiveShop}: events while serving
 *   <li>{@link dev.kindred.examples.EmbedInLucene}: signals in an index of one's own
 *   <li>{@link dev.kindred.examples.BringYourOwnVectors}: a model in one file
 *   <li>{@link dev.kindred.examples.CustomSignal}: a signal in one file
 *   <li>{@code bookshop}: a whole web application
 * </ul>
 */
package dev.kindred.examples;
