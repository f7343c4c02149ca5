package dev.oddity.kernel.jshell;

/**
 * One text that may stand at the cursor.
 *
 * @param text takes the place of what was begun
 * @param type as front ends name it: {@code function}, {@code class}, {@code module}, {@code instance}
 * @param signature of a method, such as {@code Vae Vae.latent(int dimensions)}; empty where it is not known
 */
public record Completion(String text, String type, String signature) {}
