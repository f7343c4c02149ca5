package dev.oddity.reproducibility;

import java.util.Optional;

/**
 * One number of two trees, side by side.
 *
 * @param approved empty if nobody has approved a number of this name
 * @param received empty if no such number was measured
 */
public record ComparedNumber(MetricName name, Optional<ApprovedNumber> approved, Optional<Double> received) {

    /** Whether the received number may stand for the approved one. A number without a counterpart never may. */
    public boolean holds() {
        return approved.isPresent() && received.isPresent() && approved.get().allows(received.get());
    }

    String oldText() {
        return approved.map(number -> Double.toString(number.value())).orElse("-");
    }

    String newText() {
        return received.map(number -> Double.toString(number)).orElse("-");
    }

    String allowedText() {
        return approved.map(number ->
                        "±" + number.tolerance().around(number.value()).doubleValue())
                .orElse("-");
    }
}
