/**
 * Models written as <a href="https://onnx.ai">ONNX</a> graphs, for other languages and runtimes. Begin at {@link
 * dev.oddity.core.onnx.OnnxGraph}.
 *
 * <p>An ONNX file is one protocol-buffer message of a dozen kinds of field whose numbers never change, so it is written
 * here as it stands in the specification (onnx.proto3, IR version 8, operators of opset 17 and ai.onnx.ml 2). Of Tribuo's
 * {@code tribuo-util-onnx} 4.3.2 the operators stop short of what networks take (no Relu, Tanh, Exp, Sqrt or
 * BatchNormalization), and its generated classes and protobuf would weigh 2.3 MB for a few hundred bytes of framing.
 */
@NullMarked
package dev.oddity.core.onnx;

import org.jspecify.annotations.NullMarked;
