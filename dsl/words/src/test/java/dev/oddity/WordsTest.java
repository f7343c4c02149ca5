package dev.oddity;

import static dev.oddity.Oddity.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Score;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.DataSource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record says of an experiment can be read back: every noun's own words make the same noun. */
class WordsTest {

    static Stream<DataSource> sources() {
        return Stream.of(
                creditCardFraud(),
                creditCardFraud().sample(5_000),
                kdd99(),
                kdd99().dagmmProtocol(),
                nslKdd(),
                unswNb15(),
                ecg5000(),
                ecg5000().split(official().flipped()),
                nab("machine_temperature_system_failure").windows(64),
                skab("valve1/3").windows(8).stride(2),
                bearing(),
                mnist(),
                digits(),
                breastCancer(),
                breastCancer().split(normalOnly(.6).validation(.2)).prepare(standard()),
                breastCancer().split(holdout(.7).validation(.2).normalOnly()),
                breastCancer().split(stratified(.8).keep(3).contaminate(.02)),
                breastCancer().split(stratified(.8).noise(.1).withoutRepeats()),
                breastCancer().split(kFold(5)),
                breastCancer().split(trainOnAll()),
                breastCancer().split(official(300)),
                breastCancer().split(temporal(.5)),
                breastCancer().prepare(impute(median()).oneHot().standard()),
                breastCancer().prepare(impute(constant(-1.5)).logScale().clip(3).minMax()),
                breastCancer().prepare(passthrough()),
                breastCancer().prepare(rare(.01).ordinal("a", "b").robust()),
                synthetic(100).local(),
                synthetic(1_000).features(3).anomalies(.2).clustered().seed(7),
                sine(200)
                        .channels(2)
                        .seed(3)
                        .inject(point(.01))
                        .inject(collective(.02).length(9)),
                sine(200).windows(16).inject(contextual(.05)),
                csv("orders.csv").label("fraud"),
                csv("a folder/o'rders.csv")
                        .label("is it \"fraud\"?")
                        .positive("yes", "y")
                        .drop("id"),
                csv("C:\\new\\orders.csv").separator('\t').label("fraud"),
                csv("orders.csv").unlabelled().categorical("zip"));
    }

    static Stream<Metric> metrics() {
        return nouns(Metric.class);
    }

    static Stream<Threshold> thresholds() {
        return nouns(Threshold.class);
    }

    static Stream<Score> scores() {
        return nouns(Score.class);
    }

    static Stream<Detector> detectors() {
        return Stream.concat(
                nouns(Detector.class),
                Stream.of(
                        vae().hidden(64, 32).latent(8).epochs(20).learningRate(1e-4),
                        oneClassSvm().kernel("linear").nu(.1),
                        knn(3),
                        ensemble(pca(), knn(3), vae().latent(2)).combine("meanRank")));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void data_are_read_back(DataSource source) {
        DataSource read = Words.read(source.toString(), DataSource.class);

        assertThat(read.describe()).isEqualTo(source.describe());
        assertThat(read).hasToString(source.toString());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void metrics_are_read_back(Metric metric) {
        Metric read = Words.read(metric.toString(), Metric.class);

        assertThat(read.key()).isEqualTo(metric.key());
        assertThat(read.describe()).isEqualTo(metric.describe());
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void thresholds_are_read_back(Threshold threshold) {
        Threshold read = Words.read(threshold.toString(), Threshold.class);

        assertThat(read.name()).isEqualTo(threshold.name());
        assertThat(read.describe()).isEqualTo(threshold.describe());
    }

    @ParameterizedTest
    @MethodSource("scores")
    void scores_are_read_back(Score score) {
        assertThat(Words.read(score.toString(), Score.class)).isEqualTo(score);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void detectors_are_read_back(Detector detector) {
        assertThat(Words.read(detector.toString(), Detector.class).describe()).isEqualTo(detector.describe());
    }

    @Test
    void there_are_enough_nouns_to_speak_of() {
        assertThat(metrics().count()).isGreaterThan(25);
        assertThat(thresholds().count()).isGreaterThan(8);
        assertThat(scores().count()).isGreaterThan(6);
        assertThat(detectors().count()).isGreaterThan(35);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime.getRuntime().exec(\"rm\")",
                "breastCancer().load()",
                "breastCancer().getClass()",
                "load(\"somewhere\")",
                "runs()",
                "rerun(\"somewhere\")",
                "experiment(\"x\")",
                "pca().fit(pca())",
                "table(orders).label(\"fraud\")",
                "csv(\"orders.csv",
                "breastCancer() breastCancer()",
                "1.2.3",
                "",
            })
    void what_is_no_noun_is_refused(String text) {
        assertThatThrownBy(() -> Words.read(text, DataSource.class)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every word that gives one, with numbers that suit where it takes some. */
    private static <T> Stream<T> nouns(Class<T> kind) {
        return Arrays.stream(Oddity.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> kind.isAssignableFrom(method.getReturnType()))
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .allMatch(type -> type == int.class || type == double.class))
                .map(method -> kind.cast(made(method)));
    }

    private static Object made(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == int.class ? (Object) (20 * (i + 1)) : (Object) .01;
        }
        try {
            return method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method.toString(), e);
        }
    }
}
