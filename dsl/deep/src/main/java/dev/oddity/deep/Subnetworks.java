package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import java.util.List;
import java.util.function.Supplier;

/**
 * The networks of a detector: those it was given, and its usual ones in the place of the others.
 *
 * @param parameters the detector's, with a parameter for each role
 * @param layout takes their tensors, in the order in which they are asked for
 */
record Subnetworks(Parameters parameters, Layout layout) {

    /** Declares a parameter for each of these roles, unset. */
    static Parameters define(Parameters parameters, String... roles) {
        Parameters more = parameters;
        for (String role : roles) {
            more = more.define(role, Subnetwork.NOTATION);
        }
        return more;
    }

    boolean given(String role) {
        return parameters.given(role, Subnetwork.class).isPresent();
    }

    /**
     * An encoder, whose code is as wide as the one that was given says, else {@code latent}.
     *
     * @throws IllegalArgumentException if {@code latent} was set to another width
     */
    Subnetwork.Code code(String role, long[] row, Limits limits, Supplier<Layer> usual) {
        int latent = parameters.integer("latent");
        return parameters
                .given(role, Subnetwork.class)
                .map(given -> {
                    Site site = site(role, row, limits);
                    Subnetwork.Code code = given.code(site, latent);
                    if (parameters.changed("latent") && latent != code.width()) {
                        throw site.refusal(
                                given,
                                "it gives " + Site.spell(new long[] {code.width()}) + ", but latent is " + latent
                                        + "; leave latent(" + latent + ") out, or let it give " + latent);
                    }
                    return code;
                })
                .orElseGet(() -> new Subnetwork.Code(usual.get(), latent));
    }

    /** A network that gives rows of the shape {@code out}. */
    Layer to(String role, long[] row, long[] out, Supplier<Layer> usual) {
        return to(role, role, row, out, usual);
    }

    /**
     * The same where a detector has several networks of one role, each with weights of its own.
     *
     * @param place what the names of its tensors begin with
     */
    Layer to(String role, String place, long[] row, long[] out, Supplier<Layer> usual) {
        return parameters
                .given(role, Subnetwork.class)
                .map(given -> given.to(new Site(layout, parameters.owner(), role, place, row, Limits.NONE), out))
                .orElseGet(usual);
    }

    Critic critic(String role, long[] row, Limits limits, Supplier<Critic> usual) {
        return parameters
                .given(role, Subnetwork.class)
                .map(given -> given.critic(site(role, row, limits)))
                .orElseGet(usual);
    }

    private Site site(String role, long[] row, Limits limits) {
        return new Site(layout, parameters.owner(), role, row, limits);
    }

    /** @throws IllegalArgumentException if all of {@code roles} are given, and one of {@code words}, which shape the usual ones */
    void refuseIdle(List<String> roles, String... words) {
        if (!roles.stream().allMatch(this::given)) {
            return;
        }
        for (String word : words) {
            if (parameters.changed(word)) {
                throw new IllegalArgumentException(parameters + ": " + word + "(..) shapes the usual networks, and "
                        + String.join("(..), ", roles) + "(..) stand in their place; leave " + word + " out");
            }
        }
    }
}
