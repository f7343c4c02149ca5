package dev.oddity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sentence in the wrong order is refused by the compiler, not at run time. */
class WordOrderTest {

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment(\"x\").data(breastCancer()).model(pca()).evaluate()",
                "experiment(\"x\").data(breastCancer()).models(pca(), knn(3)).seeds(2).evaluate(rocAuc())",
                "experiment(\"x\").data(digits()).model(vae()).score(reconstructionError()).model(pca()).seeds(2)"
                        + ".threshold(quantile(0.9)).evaluate(f1())",
                "experiment(\"x\").data(synthetic(100).local()).model(autoencoder().latent(2)).seeds(3)"
                        + ".score(modelScore()).plan(rocAuc()).identity()",
                "experiment(\"x\").data(csv(\"a.csv\").label(\"y\").split(holdout(0.7).validation(0.2))"
                        + ".prepare(impute(median()).oneHot().standard())).model(zScore()).threshold(bestF1()).fit()",
                "compare(experiment(\"x\").data(breastCancer()).models(pca(), vae()).threshold(peaksOverThreshold(1e-3))"
                        + ".evaluate(), experiment(\"x\").data(digits()).models(pca(), vae()).seeds(5)"
                        + ".threshold(alertBudget(20, 1_000)).evaluate()).by(averagePrecision()).tests()",
                "experiment(\"x\").data(nab(\"machine_temperature_system_failure\").windows(64)).model(autoencoder())"
                        + ".score(reconstructionError()).evaluate(rocAuc(), pointAdjustedF1(), rangeF1())",
                "experiment(\"x\").data(sine(100)).model(pca()).evaluate(vusPr(20), affiliationF1(), nabScoreLowFn(),"
                        + " detectionDelay(), brier(), precisionAt(10), fitSeconds(), throughput())",
                "experiment(\"x\").data(breastCancer()).models(tribuoBaselines()).model(isolationForest(50, 128)).evaluate()",
                "experiment(\"x\").data(breastCancer()).model(ensemble(pca(), knn(3), vae()).combine(\"meanRank\")).evaluate()",
                "experiment(\"x\").data(breastCancer()).models(autoencoder().encoder(layers().dense(64).relu().dense(8)),"
                        + " wganGp().critic(layers().dense(32).tanh()), vae().decoder(block(\"up\","
                        + " () -> new ai.djl.nn.SequentialBlock()))).evaluate()",
            })
    void a_sentence_in_order_compiles(String sentence) {
        assertThat(errors(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment(\"x\").model(pca())",
                "experiment(\"x\").evaluate()",
                "experiment(\"x\").data(breastCancer()).evaluate()",
                "experiment(\"x\").data(breastCancer()).score(modelScore())",
                "experiment(\"x\").data(breastCancer()).seeds(2)",
                "experiment(\"x\").data(breastCancer()).threshold(bestF1())",
                "experiment(\"x\").data(breastCancer()).model(pca()).data(digits())",
                "experiment(\"x\").data(breastCancer()).model(pca()).threshold(bestF1()).model(knn(3))",
                "experiment(\"x\").data(breastCancer()).model(pca()).threshold(bestF1()).seeds(2)",
                "experiment(\"x\").data(breastCancer()).model(rocAuc())",
                "experiment(\"x\").data(breastCancer()).model(ensemble(pca()))",
                "experiment(\"x\").data(breastCancer()).model(pca()).evaluate(pca())",
                "experiment(\"x\").data(breastCancer()).model(layers().dense(8))",
                "autoencoder().encoder(autoencoder())",
            })
    void a_sentence_out_of_order_does_not(String sentence) {
        assertThat(errors(sentence)).isNotEmpty();
    }

    private List<String> errors(String sentence) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String source =
                "import static dev.oddity.Oddity.*; class Sentence { Object said() { return " + sentence + "; } }";
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Sentence.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        compiler.getTask(null, null, found, options, null, List.of(file)).call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }
}
