/**
 * Model files: a directory with {@code manifest.json} and one file of tensors in the Hugging Face
 * safetensors format.
 *
 * <p>Knows files and arrays, not models. May use Jackson and nothing of Kindred.
 */
package dev.kindred.internal.artifact;
