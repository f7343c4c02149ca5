package dev.oddity.core.evaluation;

/**
 * The metrics of series: they judge points in the order of time, an anomaly being a stretch of anomalous points. Each is
 * checked against its authors' program. An experiment that gives no order of time is refused before anything trains: the
 * rows must be seen through windows, or be split in time.
 *
 * <p>Seen through windows, a point scores the mean of the windows that hold it, and is called an anomaly when that is greater
 * than the threshold of the windows; metrics that are not of series judge the windows themselves. Several series, or one with
 * gaps, count together: no stretch, zone or buffer reaches over a gap.
 */
public final class SeriesMetrics {

    private SeriesMetrics() {}

    /**
     * F1 of the points at the threshold, all points of an anomaly counting as found once one is, in [0, 1]; higher is
     * better. The papers' figure, and an optimistic one: a random score reaches high values, the more the longer the
     * anomalies (Kim, Choi, Choi, Lee, Yoon 2022, Towards a Rigorous Evaluation of Time-series Anomaly Detection); the
     * report says so. From Xu et al. 2018, Unsupervised Anomaly Detection via Variational Auto-Encoder for Seasonal KPIs.
     */
    public static Metric pointAdjustedF1() {
        return new PointAdjustedF1();
    }

    /**
     * {@link #pointAdjustedF1()} at the threshold that makes it highest, as the tables of OmniAnomaly, USAD and many later
     * papers have it: chosen by the test labels, and so more optimistic still. In [0, 1]; higher is better.
     */
    public static Metric bestPointAdjustedF1() {
        return new BestPointAdjustedF1();
    }

    /**
     * How near alarms are to anomalies, in [0, 1]; higher is better. Each anomaly has a zone, the points nearer to it than to
     * another; a moment of an alarm counts the probability that a random point of the zone is further from the anomaly; the
     * mean over the alarm's length, then over the anomalies with an alarm in their zone. A random alarm gives about ½, not 0.
     * 0 if nothing is called. An alarm in a series without an anomaly has no zone and does not count. Huet, Navarro, Rossi
     * 2022, Local Evaluation of Time Series Anomaly Detection Algorithms (KDD).
     */
    public static Metric affiliationPrecision() {
        return new AffiliationPrecision();
    }

    /**
     * How near anomalies are to alarms, in [0, 1]; higher is better: for each moment of an anomaly the probability that a
     * random point of its zone is further away than its nearest alarm there; the mean over its length, then over all
     * anomalies; 0 for one without an alarm in its zone. Source as {@link #affiliationPrecision()}.
     */
    public static Metric affiliationRecall() {
        return new AffiliationRecall();
    }

    /** Harmonic mean of {@link #affiliationPrecision()} and {@link #affiliationRecall()}, in [0, 1]; higher is better. */
    public static Metric affiliationF1() {
        return new AffiliationF1();
    }

    /**
     * Mean over the alarms of the share of the alarm's points that are anomalous, divided by the number of anomalies it
     * touches; in [0, 1], 0 if nothing is called; higher is better. An alarm is a stretch of called points. The flat positional
     * bias and the cardinality factor γ(x) = 1/x of Tatbul, Lee, Zdonik, Alam, Gottschlich 2018, Precision and Recall for
     * Time Series (NeurIPS), eq. 7.
     */
    public static Metric rangePrecision() {
        return new RangePrecision();
    }

    /** {@link #rangeRecall(double)} without a reward for noticing an anomaly at all, α = 0: what is covered counts. */
    public static Metric rangeRecall() {
        return rangeRecall(0);
    }

    /**
     * Mean over the anomalies of α, if any of its points is called, + (1 − α) times the share of its points that are, divided
     * by the number of alarms that do it; in [0, 1]; higher is better. Source and choices as {@link #rangePrecision()}, eq. 4.
     *
     * @param existence the weight α in [0, 1]
     */
    public static Metric rangeRecall(double existence) {
        return new RangeRecall(existence);
    }

    /** Harmonic mean of {@link #rangePrecision()} and {@link #rangeRecall()}, in [0, 1]; higher is better. */
    public static Metric rangeF1() {
        return rangeF1(0);
    }

    /**
     * Harmonic mean of {@link #rangePrecision()} and {@link #rangeRecall(double)}, in [0, 1]; higher is better.
     *
     * @param existence the weight α in [0, 1] of noticing an anomaly at all; precision has none
     */
    public static Metric rangeF1(double existence) {
        return new RangeF1(existence);
    }

    /** {@link #vusRoc(int)} with the median length of the test anomalies as buffer, the authors' advice where labels are known. */
    public static Metric vusRoc() {
        return new VusRoc(null);
    }

    /**
     * Volume under the surface of range-based ROC curves over buffers of 0 to so many points: the area under ROC, forgiving
     * towards alarms a little early or late. In [0, 1]; higher is better; chance lies above ½. It ignores the threshold.
     * Paparrizos, Boniol, Palpanas, Tsay, Elmore, Franklin 2022, Volume Under the Surface (VLDB).
     *
     * @param buffer the widest, half of it on each side, at least 0: the period of the series, or the length of an anomaly
     */
    public static Metric vusRoc(int buffer) {
        return new VusRoc(buffer);
    }

    /** {@link #vusPr(int)} with the median length of the test anomalies as buffer, the authors' advice where labels are known. */
    public static Metric vusPr() {
        return new VusPr(null);
    }

    /**
     * As {@link #vusRoc(int)}, under precision-recall curves: in [0, 1]; higher is better; chance is near the share of
     * anomalous points. The figure that TSB-AD ranks by.
     *
     * @param buffer the widest, half of it on each side, at least 0
     */
    public static Metric vusPr(int buffer) {
        return new VusPr(buffer);
    }

    /**
     * The score of the Numenta Anomaly Benchmark at the threshold: 100 finds every anomaly at its first point with no false
     * alarm, 0 calls nothing, and many false alarms go below; higher is better. An anomaly counts its first alarm only,
     * 2 / (1 + e^(5x)) − 1 at position x from −1 at its start to 0 at its end, standardised to 1 at the start, or −1 if
     * missed; each false alarm costs .11, less close behind an anomaly. Lavin, Ahmad 2015.
     *
     * <p>Unlike the benchmark's runner it takes the experiment's threshold, not the best one on the test labels, and has no
     * probationary points: the training rows are those. In a window of one point, which the benchmark lacks, every alarm
     * behind it costs in full.
     */
    public static Metric nabScore() {
        return new NabScore(NabProfile.STANDARD);
    }

    /** {@link #nabScore()} in the profile that rewards few false positives: a false alarm costs .22. */
    public static Metric nabScoreLowFp() {
        return new NabScore(NabProfile.LOW_FALSE_POSITIVES);
    }

    /** {@link #nabScore()} in the profile that rewards few false negatives: a missed anomaly costs 2. */
    public static Metric nabScoreLowFn() {
        return new NabScore(NabProfile.LOW_FALSE_NEGATIVES);
    }

    /**
     * Mean number of points from an anomaly's first to the first that is called, at least 0; lower is better. A missed
     * anomaly counts its whole length, as if the alarm came with its end, so that missing one is never better than finding
     * it late. False alarms do not count: read it beside a precision.
     */
    public static Metric detectionDelay() {
        return new DetectionDelay();
    }
}
