package dev.oddity.deep;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** {@code selfsupervised.json}, which {@code selfsupervised.py} beside it wrote with PyTorch, on {@link DensityFixture#ROWS}. */
record SelfSupervisedFixture(OfIcl icl, OfAlad alad, OfSpectralNorm spectral) {

    record OfIcl(double[] scores, double loss, double[] gradient) {}

    record OfAlad(
            double makers,
            double critics,
            double[] makersGradient,
            double[] criticsGradient,
            double[] scores,
            double[] featureMatching) {}

    record OfSpectralNorm(double[] first, double[] second, double[] gradient) {}

    static SelfSupervisedFixture read() {
        try (Reader reader = new InputStreamReader(
                SelfSupervisedFixture.class.getResourceAsStream("selfsupervised.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, SelfSupervisedFixture.class);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
