package dev.oddity.reproducibility;

/** A number somebody has accepted, and how far a later one may be from it. */
public record ApprovedNumber(double value, Tolerance tolerance) {

    boolean allows(double received) {
        return tolerance.allows(value, received);
    }
}
