/**
 * Detectors that are neural networks, on DJL's PyTorch engine. Begin at {@link dev.oddity.deep.Autoencoder}; the one loop
 * that trains them all is {@code TrainingLoop}.
 *
 * <p>A new detector is a public class like {@code Autoencoder}, which inherits the words of training from {@code
 * DeepDetector}, and a {@code Network}: its tensors (a {@code Layout}, filled by {@code Layer}s), its objectives and its
 * scores. Seeds, device and training come with {@code Fitting}, keeping with {@code DeepModel}, scoring in blocks with
 * {@code Blockwise}. Adversaries are parts of one layout with an objective each. Detectors of one family share their words
 * too: {@code RecurrentAutoencoder}, {@code SemiSupervised}, {@code Classifier}.
 *
 * <p>Networks of images and windows get their rows flat, as all do, and give them their shape back ({@code ImageShape},
 * {@code WindowShape}, {@code Reshape}); those that rebuild are an {@code EncoderDecoder} of layers.
 *
 * <p>A part of a network that users may give, {@code encoder(layers().dense(64).relu())} or a DJL block, is asked of {@code
 * Subnetworks} by its role, with the usual part to fall back on; both kinds are a {@code Subnetwork}, and what they learn
 * lies in the same layout.
 *
 * <p>What a network does with numbers it does with operands from {@code Pass.number}, never with {@code array.mul(0.5f)}:
 * DJL lets go of such a number before the backward pass reads it.
 *
 * <p>How DJL's arrays look in notebooks stands here too, in {@code NDArrayView}: no other module knows the engine.
 *
 * <p>System property {@code oddity.deep.threads}: threads inside one native operation, 1 unless set. Read once, when the
 * engine starts. System property {@code oddity.deep.budget}: bytes that training rows may take on the device; beyond them
 * they are sent in pieces.
 */
@NullMarked
package dev.oddity.deep;

import org.jspecify.annotations.NullMarked;
