package dev.oddity.core.evaluation;

/** What a false alarm and a missed anomaly cost, where an anomaly found at once is worth 1; NAB's config/profiles.json. */
enum NabProfile {
    STANDARD("nabScore", "NAB", .11, 1),
    LOW_FALSE_POSITIVES("nabScoreLowFp", "NAB low FP", .22, 1),
    LOW_FALSE_NEGATIVES("nabScoreLowFn", "NAB low FN", .11, 2);

    private final String noun;
    private final String label;
    private final double falseAlarm;
    private final double missed;

    NabProfile(String noun, String label, double falseAlarm, double missed) {
        this.noun = noun;
        this.label = label;
        this.falseAlarm = falseAlarm;
        this.missed = missed;
    }

    String noun() {
        return noun;
    }

    String label() {
        return label;
    }

    double falseAlarm() {
        return falseAlarm;
    }

    double missed() {
        return missed;
    }
}
