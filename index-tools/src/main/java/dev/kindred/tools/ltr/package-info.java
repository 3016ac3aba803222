/**
 * Learning to rank: judgments made of what was shown and chosen, or of held-out events; files of
 * them; and trees learned from them, which a profile then judges by.
 *
 * <p>{@link dev.kindred.tools.ltr.Shown} and {@link dev.kindred.tools.ltr.Served} make {@link
 * dev.kindred.tools.ltr.Judged} requests, {@link dev.kindred.tools.ltr.LetorWriter} and {@link
 * dev.kindred.tools.ltr.LetorFile} keep them, {@link dev.kindred.tools.ltr.LambdaMart} learns. May
 * use core, {@code tools.evaluate} and {@code tools.tune}; used by {@code cli}.
 */
package dev.kindred.tools.ltr;
