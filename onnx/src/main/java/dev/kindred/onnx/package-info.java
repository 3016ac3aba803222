/**
 * Encoders trained elsewhere, run by ONNX Runtime: a model kind that {@code Models} finds when this
 * module is on the class path.
 *
 * <p>May use {@code data}, {@code model} and {@code internal}.
 */
package dev.kindred.onnx;
