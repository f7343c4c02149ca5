package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Distances between alarms and anomalies as probabilities. Each anomaly J has a zone E: the points nearer to it than to
 * another. In it a distance counts as the share of the zone's points that, drawn at random, would be further away:
 *
 * <ul>
 *   <li>precision: for each moment of the alarms in E, at distance d from J: 1 − (|J| + min(d, a) + min(d, b)) / |E|, a and b
 *       being the room left and right of J; 1 inside J. The mean over them.
 *   <li>recall: for each moment y of J, at distance d from the nearest alarm in E: 1 − (min(d, y − e₀) + min(d, e₁ − y)) / |E|
 *       where E = [e₀, e₁]; 1 inside an alarm; 0 if there is none. The mean over J.
 * </ul>
 *
 * <p>A point i is the interval [i, i + 1], and all means are integrals, here in closed form. Linear in the number of points.
 */
final class Affiliation {

    private Affiliation() {}

    /** Mean over the anomalies with an alarm in their zone; 0 if no alarm is in any. */
    static double precision(Predictions predictions) {
        double sum = 0;
        int zones = 0;
        for (Zone zone : zones(predictions)) {
            if (!zone.alarms().isEmpty()) {
                sum += zone.precision();
                zones++;
            }
        }
        return zones == 0 ? 0 : sum / zones;
    }

    /** Mean over all anomalies. */
    static double recall(Predictions predictions) {
        return zones(predictions).stream().mapToDouble(Zone::recall).average().orElse(0);
    }

    private static List<Zone> zones(Predictions predictions) {
        List<Zone> zones = new ArrayList<>();
        for (Series series : predictions.series()) {
            List<Stretch> anomalies = series.anomalies();
            List<Stretch> alarms = series.alarms(predictions.threshold());
            int alarm = 0;
            double from = 0;
            for (int i = 0; i < anomalies.size(); i++) {
                Stretch anomaly = anomalies.get(i);
                double to = i + 1 == anomalies.size()
                        ? series.points()
                        : (anomaly.to() + anomalies.get(i + 1).from()) / 2.0;
                List<Interval> inside = new ArrayList<>();
                while (alarm < alarms.size() && alarms.get(alarm).to() <= from) {
                    alarm++;
                }
                for (int j = alarm; j < alarms.size() && alarms.get(j).from() < to; j++) {
                    inside.add(new Interval(
                            Math.max(from, alarms.get(j).from()),
                            Math.min(to, alarms.get(j).to())));
                }
                zones.add(new Zone(from, to, anomaly.from(), anomaly.to(), inside));
                from = to;
            }
        }
        return zones;
    }

    private record Interval(double from, double to) {}

    /** An anomaly [start, end] in its zone [from, to], and the alarms in that. */
    private record Zone(double from, double to, double start, double end, List<Interval> alarms) {

        double precision() {
            double sum = 0;
            double length = 0;
            for (Interval alarm : alarms) {
                sum += Math.max(0, Math.min(end, alarm.to) - Math.max(start, alarm.from));
                sum += outside(start - alarm.to, start - alarm.from);
                sum += outside(alarm.from - end, alarm.to - end);
                length += alarm.to - alarm.from;
            }
            return sum / length;
        }

        /** Integral over the distances from the anomaly, at least 0, that one side of an alarm spans. */
        private double outside(double nearest, double furthest) {
            if (furthest <= 0) {
                return 0;
            }
            double near = Math.max(0, nearest);
            double left = start - from;
            double right = to - end;
            double nearer = capped(furthest, left) - capped(near, left) + capped(furthest, right) - capped(near, right);
            return (furthest - near) * (1 - (end - start) / (to - from)) - nearer / (to - from);
        }

        /** ∫₀ᵈ min(x, cap) dx. */
        private static double capped(double d, double cap) {
            return d <= cap ? d * d / 2 : cap * cap / 2 + cap * (d - cap);
        }

        double recall() {
            double sum = 0;
            for (int i = 0; i < alarms.size(); i++) {
                Interval alarm = alarms.get(i);
                sum += Math.max(0, Math.min(end, alarm.to) - Math.max(start, alarm.from));
                double fromHere = i == 0 ? start : (alarms.get(i - 1).to + alarm.from) / 2;
                double untilHere = i + 1 == alarms.size() ? end : (alarm.to + alarms.get(i + 1).from) / 2;
                sum += before(alarm.from, Math.max(start, fromHere), Math.min(end, alarm.from), from, to);
                // The other side is the same in the mirror.
                sum += before(-alarm.to, Math.max(-end, -untilHere), Math.min(-start, -alarm.to), -to, -from);
            }
            return sum / (end - start);
        }

        /** Integral over moments y in [first, last], before an alarm that starts at {@code alarm}, in the zone [low, high]. */
        private static double before(double alarm, double first, double last, double low, double high) {
            if (last <= first) {
                return 0;
            }
            double distances = (last - first) * (alarm - (first + last) / 2);
            double nearer = tent(last - low, alarm - low) - tent(first - low, alarm - low);
            return last - first - (distances + nearer) / (high - low);
        }

        /** ∫₀ᵘ min(x, width − x) dx. */
        private static double tent(double u, double width) {
            double half = width / 2;
            return u <= half ? u * u / 2 : half * half - (width - u) * (width - u) / 2;
        }
    }
}
