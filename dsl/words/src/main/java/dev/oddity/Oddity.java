package dev.oddity;

import ai.djl.nn.Block;
import dev.oddity.classical.Cblof;
import dev.oddity.classical.Copod;
import dev.oddity.classical.Ecod;
import dev.oddity.classical.GaussianMixture;
import dev.oddity.classical.Hbos;
import dev.oddity.classical.Hdbscan;
import dev.oddity.classical.Iqr;
import dev.oddity.classical.IsolationForest;
import dev.oddity.classical.KMeans;
import dev.oddity.classical.Kde;
import dev.oddity.classical.Knn;
import dev.oddity.classical.LinearOneClass;
import dev.oddity.classical.Loda;
import dev.oddity.classical.Lof;
import dev.oddity.classical.LogisticRegression;
import dev.oddity.classical.Mahalanobis;
import dev.oddity.classical.Mcd;
import dev.oddity.classical.ModifiedZScore;
import dev.oddity.classical.OneClassSvm;
import dev.oddity.classical.Pca;
import dev.oddity.classical.RandomCutForest;
import dev.oddity.classical.RandomForest;
import dev.oddity.classical.XgBoost;
import dev.oddity.classical.ZScore;
import dev.oddity.core.Cleaning;
import dev.oddity.core.DataStage;
import dev.oddity.core.Experiment;
import dev.oddity.core.FittedDetector;
import dev.oddity.core.Report;
import dev.oddity.core.comparison.Comparison;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Score;
import dev.oddity.core.ensemble.Ensemble;
import dev.oddity.core.evaluation.CostMetrics;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.SeriesMetrics;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.core.evaluation.Thresholds;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import dev.oddity.core.runs.Runs;
import dev.oddity.datasets.CollectiveInjection;
import dev.oddity.datasets.Holdout;
import dev.oddity.datasets.Imputation;
import dev.oddity.datasets.Injection;
import dev.oddity.datasets.Injections;
import dev.oddity.datasets.KFold;
import dev.oddity.datasets.NormalOnly;
import dev.oddity.datasets.Official;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.PublishedParts;
import dev.oddity.datasets.Splits;
import dev.oddity.datasets.Stratified;
import dev.oddity.datasets.Temporal;
import dev.oddity.datasets.TrainOnAll;
import dev.oddity.datasets.catalogue.Bearing;
import dev.oddity.datasets.catalogue.BreastCancer;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.datasets.catalogue.CatalogueEntry;
import dev.oddity.datasets.catalogue.CreditCardFraud;
import dev.oddity.datasets.catalogue.CsvFile;
import dev.oddity.datasets.catalogue.Digits;
import dev.oddity.datasets.catalogue.Ecg5000;
import dev.oddity.datasets.catalogue.Kdd99;
import dev.oddity.datasets.catalogue.Mnist;
import dev.oddity.datasets.catalogue.Nab;
import dev.oddity.datasets.catalogue.NslKdd;
import dev.oddity.datasets.catalogue.QuerySource;
import dev.oddity.datasets.catalogue.SineSeries;
import dev.oddity.datasets.catalogue.Skab;
import dev.oddity.datasets.catalogue.Synthetic;
import dev.oddity.datasets.catalogue.TableSource;
import dev.oddity.datasets.catalogue.UnswNb15;
import dev.oddity.datasets.catalogue.YahooS5;
import dev.oddity.deep.Alad;
import dev.oddity.deep.Autoencoder;
import dev.oddity.deep.CnnClassifier;
import dev.oddity.deep.ComputeDevice;
import dev.oddity.deep.ConvAutoencoder;
import dev.oddity.deep.Dagmm;
import dev.oddity.deep.DeepSad;
import dev.oddity.deep.DeepSvdd;
import dev.oddity.deep.DevNet;
import dev.oddity.deep.DjlBlock;
import dev.oddity.deep.Gan;
import dev.oddity.deep.GruAutoencoder;
import dev.oddity.deep.Icl;
import dev.oddity.deep.Layers;
import dev.oddity.deep.LstmAutoencoder;
import dev.oddity.deep.LstmForecaster;
import dev.oddity.deep.MemoryAutoencoder;
import dev.oddity.deep.MlpClassifier;
import dev.oddity.deep.Neutral;
import dev.oddity.deep.NormalizingFlow;
import dev.oddity.deep.RobustAutoencoder;
import dev.oddity.deep.TemporalConvAutoencoder;
import dev.oddity.deep.TransformerAutoencoder;
import dev.oddity.deep.Vae;
import dev.oddity.deep.WganGp;
import dev.oddity.reproducibility.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tech.tablesaw.api.Table;

/**
 * The words of the language, for one {@code import static dev.oddity.Oddity.*;}.
 *
 * <pre>{@code
 * experiment("deep against classical")
 *         .data(kdd99().dagmmProtocol())
 *         .models(autoencoder(), vae(), oneClassSvm(), kMeans(), pca())
 *         .seeds(5)
 *         .threshold(contamination(0.2))
 *         .evaluate(rocAuc(), averagePrecision(), f1());
 * }</pre>
 *
 * <p>Every noun is a value: making one runs nothing, and a modifier gives a new one. What each means, its parameters and
 * its source stand at the type it returns.
 */
public final class Oddity {

    private Oddity() {}

    /** Begins a sentence; the name heads the report. */
    public static DataStage experiment(String name) {
        return Experiment.experiment(name);
    }

    /**
     * Reports side by side: ranks, intervals, and tests whether one model is better than another. {@code compare(report)} of
     * one report compares its models over the seeds; of several on different data sets, over these.
     */
    public static Comparison compare(Report... reports) {
        return Comparison.of(reports);
    }

    /**
     * The runs that were kept: every {@code evaluate(..)} and {@code fit()}, newest first; {@code runs().of("credit-card
     * fraud").best(rocAuc())}. They lie in {@code ~/.oddity/runs}, or where {@code ODDITY_RUNS} says.
     */
    public static Runs runs() {
        return Runs.kept();
    }

    /** The runs that were kept in another folder. */
    public static Runs runs(String folder) {
        return Runs.in(RunStore.at(Path.of(folder)));
    }

    /** Makes a run again and compares every figure with its record: on the same machine they are equal to the bit. */
    public static Repetition rerun(RecordedRun run) {
        return Remade.rerun(run);
    }

    /**
     * Makes a run again and compares every figure with its record.
     *
     * @param file its {@code run.json}, or the folder it lies in
     */
    public static Repetition rerun(String file) {
        return Remade.rerun(RecordedRun.read(Path.of(file)));
    }

    /** The detector that {@code .fit()} gave and {@link FittedDetector#save} wrote to this folder. */
    public static FittedDetector load(String folder) {
        return FittedDetector.load(Path.of(folder));
    }

    /** The detector that {@code .fit()} gave and {@link FittedDetector#save} wrote to this folder. */
    public static FittedDetector load(Path folder) {
        return FittedDetector.load(folder);
    }

    /**
     * Reads a fitted detector that holds a {@link #block}, or is to run elsewhere: give it as it was fitted, for a file keeps
     * no Java, with another {@code device(..)} if you like.
     */
    public static FittedDetector load(String folder, Detector detector) {
        return FittedDetector.load(Path.of(folder), detector);
    }

    /**
     * Reads a fitted detector that holds a {@link #block}, or is to run elsewhere: give it as it was fitted, for a file keeps
     * no Java, with another {@code device(..)} if you like.
     */
    public static FittedDetector load(Path folder, Detector detector) {
        return FittedDetector.load(folder, detector);
    }

    // Data

    /** Credit-card transactions of two days in 2013: the full file, or the real subset of it that is on this machine. */
    public static CreditCardFraud creditCardFraud() {
        return Catalogue.creditCardFraud();
    }

    /** KDD Cup 1999, the 10 % file: 494,021 connections, attack or normal. */
    public static Kdd99 kdd99() {
        return Catalogue.kdd99();
    }

    /** Handwritten digits, 8 × 8 pixels, in the jar: one digit is normal, the others are anomalies. */
    public static Digits digits() {
        return Catalogue.digits();
    }

    /** Breast cancer Wisconsin (diagnostic), in the jar: malignant is the anomaly. */
    public static BreastCancer breastCancer() {
        return Catalogue.breastCancer();
    }

    /** Generated rows, normal and anomalous together, at least 2. */
    public static Synthetic synthetic(int rows) {
        return Catalogue.synthetic(rows);
    }

    /** A file of your own: {@code csv("orders.csv").label("fraud")}. */
    public static CsvFile csv(String path) {
        return Catalogue.csv(path);
    }

    /** A file of your own. */
    public static CsvFile csv(Path path) {
        return Catalogue.csv(path);
    }

    /** A table of your own: {@code table(orders).label("fraud")}. */
    public static TableSource table(Table table) {
        return Catalogue.table(table);
    }

    /** NSL-KDD: KDD Cup 1999 without its repeats, with its official test part. */
    public static NslKdd nslKdd() {
        return Catalogue.nslKdd();
    }

    /** UNSW-NB15, the partition of 82,332 connections. */
    public static UnswNb15 unswNb15() {
        return Catalogue.unswNb15();
    }

    /** ECG5000: 5,000 heartbeats of 140 samples. */
    public static Ecg5000 ecg5000() {
        return Catalogue.ecg5000();
    }

    /**
     * A series of the Numenta Anomaly Benchmark.
     *
     * @param name such as {@code machine_temperature_system_failure}, with or without its folder
     */
    public static Nab nab(String name) {
        return Catalogue.nab(name);
    }

    /**
     * A run of the Skoltech Anomaly Benchmark.
     *
     * @param name such as {@code valve1/3}
     */
    public static Skab skab(String name) {
        return Catalogue.skab(name);
    }

    /** Bearing vibration of Case Western Reserve University. */
    public static Bearing bearing() {
        return Catalogue.bearing();
    }

    /** MNIST, 70,000 images of 28 × 28 pixels: one digit is normal. */
    public static Mnist mnist() {
        return Catalogue.mnist();
    }

    /**
     * A real series of Yahoo S5, which its owner gives on request only.
     *
     * @param folder the one that holds {@code A1Benchmark}
     */
    public static YahooS5 yahooS5(String folder) {
        return Catalogue.yahooS5(folder);
    }

    /**
     * A generated series without anomalies, to {@code inject} some into.
     *
     * @param points at least 2
     */
    public static SineSeries sine(int points) {
        return Catalogue.sine(points);
    }

    /** What there is: rows, features, anomaly share, kind, licence, where found, how to get it. Nothing is loaded. */
    public static Table datasets() {
        return Catalogue.datasets();
    }

    /**
     * All that is known of one data set: the words that load it, its source, licence, citation, files with their SHA-256,
     * and its traps. Nothing is loaded.
     *
     * @param name such as {@code kdd99}, {@code NSL-KDD} or, of a series, {@code nyc_taxi}
     */
    public static CatalogueEntry datasets(String name) {
        return Catalogue.datasets(name);
    }

    /** Values that occur nowhere else, this share of the points: {@code sine(2_000).inject(point(0.01))}. */
    public static Injection point(double share) {
        return Injections.point(share);
    }

    /** Values that are ordinary, but not where they stand, this share of the points; for {@code .inject(..)}. */
    public static Injection contextual(double share) {
        return Injections.contextual(share);
    }

    /** Stretches that stand still, this share of the points; for {@code .inject(..)}. */
    public static CollectiveInjection collective(double share) {
        return Injections.collective(share);
    }

    /** The rows a database gives for a query: {@code query(database, "select * from orders").label("FRAUD")}. */
    public static QuerySource query(DataSource database, String sql) {
        return Catalogue.query(database, sql);
    }

    // Splits

    /** Trains on this share of all rows; tests on the others. */
    public static Holdout holdout(double trainShare) {
        return Splits.holdout(trainShare);
    }

    /** Trains on this share of the normal rows; tests on the other normal rows and all anomalies. */
    public static NormalOnly normalOnly(double trainShareOfNormals) {
        return Splits.normalOnly(trainShareOfNormals);
    }

    /** Trains on this share of the normal rows and of the anomalies; tests on the others. */
    public static Stratified stratified(double trainShare) {
        return Splits.stratified(trainShare);
    }

    /** Tests on one of k folds, trains on the others; {@code .seeds(k)} walks the folds. */
    public static KFold kFold(int folds) {
        return Splits.kFold(folds);
    }

    /** Trains on the earlier rows, tests on the later ones; {@code .by("time")} for another order than that of the rows. */
    public static Temporal temporal(double trainShare) {
        return Splits.temporal(trainShare);
    }

    /** Trains on the first rows, tests on the others, as a data set was published. */
    public static Official official(int trainRows) {
        return Splits.official(trainRows);
    }

    /** Trains on the part published for training, tests on the other; {@code official().flipped()} the other way round. */
    public static PublishedParts official() {
        return Splits.official();
    }

    /** Trains on every row and tests on none, to {@code fit()} a detector for other rows; so unlabelled data are taken. */
    public static TrainOnAll trainOnAll() {
        return Splits.trainOnAll();
    }

    // Preparation

    /** Fills missing values; a first step of {@code .prepare(..)}. */
    public static Preparation impute(Imputation value) {
        return Preparations.impute(value);
    }

    /** Text columns to one column per category; a first step of {@code .prepare(..)}. */
    public static Preparation oneHot() {
        return Preparations.oneHot();
    }

    /** Number columns to z-scores; a first step of {@code .prepare(..)}. */
    public static Preparation standard() {
        return Preparations.standard();
    }

    /** Number columns to 0 … 1; a first step of {@code .prepare(..)}. */
    public static Preparation minMax() {
        return Preparations.minMax();
    }

    /** Number columns by median and interquartile range; a first step of {@code .prepare(..)}. */
    public static Preparation robust() {
        return Preparations.robust();
    }

    /** Text columns to numbers of categories, in alphabetical order; a first step of {@code .prepare(..)}. */
    public static Preparation ordinal(String... columns) {
        return Preparations.ordinal(columns);
    }

    /** Number columns to their logarithms, sign kept; a first step of {@code .prepare(..)}. */
    public static Preparation logScale() {
        return Preparations.logScale();
    }

    /** Categories of less than this share of the training rows to one; a first step of {@code .prepare(..)}. */
    public static Preparation rare(double share) {
        return Preparations.rare(share);
    }

    /** Numbers held within ±limit; a first step of {@code .prepare(..)}. */
    public static Preparation clip(double limit) {
        return Preparations.clip(limit);
    }

    /** Numbers as they are; the preparation of data that need none. */
    public static Preparation passthrough() {
        return Preparations.passthrough();
    }

    /** The mean of the training rows, for {@code impute(mean())}. */
    public static Imputation mean() {
        return Preparations.mean();
    }

    /** The median of the training rows, for {@code impute(median())}. */
    public static Imputation median() {
        return Preparations.median();
    }

    /** A given number, for {@code impute(constant(0))}. */
    public static Imputation constant(double value) {
        return Preparations.constant(value);
    }

    // Deep models

    /** An autoencoder: what it cannot rebuild is unusual. */
    public static Autoencoder autoencoder() {
        return new Autoencoder();
    }

    /** A variational autoencoder: what is improbable under it is unusual. */
    public static Vae vae() {
        return new Vae();
    }

    /** An autoencoder that is not led astray by anomalies among its training rows. */
    public static RobustAutoencoder robustAutoencoder() {
        return new RobustAutoencoder();
    }

    /** An autoencoder that rebuilds from what it remembers of usual rows, and from nothing else. */
    public static MemoryAutoencoder memoryAutoencoder() {
        return new MemoryAutoencoder();
    }

    /** Deep autoencoding Gaussian mixture model: what lies far from all components of a learnt mixture is unusual. */
    public static Dagmm dagmm() {
        return new Dagmm();
    }

    /** RealNVP: what has a low density, exactly computed, is unusual. */
    public static NormalizingFlow normalizingFlow() {
        return new NormalizingFlow();
    }

    /** Deep support vector data description: what a network puts far from a common centre is unusual. */
    public static DeepSvdd deepSvdd() {
        return new DeepSvdd();
    }

    /** A convolutional autoencoder of images: what it cannot rebuild is unusual. */
    public static ConvAutoencoder convAutoencoder() {
        return new ConvAutoencoder();
    }

    /** An LSTM that reads a window and writes it down again: what it cannot rebuild is unusual. */
    public static LstmAutoencoder lstmAutoencoder() {
        return new LstmAutoencoder();
    }

    /** As {@link #lstmAutoencoder()}, with gated recurrent units: three quarters of the weights. */
    public static GruAutoencoder gruAutoencoder() {
        return new GruAutoencoder();
    }

    /** An LSTM that forecasts the next steps of a series: what it forecasts badly is unusual. */
    public static LstmForecaster lstmForecaster() {
        return new LstmForecaster();
    }

    /** An autoencoder of windows by dilated convolutions: what it cannot rebuild is unusual. */
    public static TemporalConvAutoencoder temporalConvAutoencoder() {
        return new TemporalConvAutoencoder();
    }

    /** An autoencoder of windows by attention: what it cannot rebuild is unusual. */
    public static TransformerAutoencoder transformerAutoencoder() {
        return new TransformerAutoencoder();
    }

    /** A convolutional network that learns from labels which images are anomalies: an upper bound for the others. */
    public static CnnClassifier cnnClassifier() {
        return new CnnClassifier();
    }

    /** A Wasserstein GAN with gradient penalty: what its generator cannot make is unusual. */
    public static WganGp wganGp() {
        return new WganGp();
    }

    /** Adversarially learned anomaly detection: a row that is not itself after an encoder and a generator is unusual. */
    public static Alad alad() {
        return new Alad();
    }

    /** A generative adversarial network, as AnoGAN: what its generator cannot make is unusual. */
    public static Gan gan() {
        return new Gan();
    }

    /** A deviation network, which learns from few labelled anomalies how far above the usual they lie. */
    public static DevNet devNet() {
        return new DevNet();
    }

    /** Deep SAD: usual rows lie near a centre, the few labelled anomalies far from it. */
    public static DeepSad deepSad() {
        return new DeepSad();
    }

    /** A multilayer perceptron that learns from every label: an upper bound for detectors that see none. */
    public static MlpClassifier mlpClassifier() {
        return new MlpClassifier();
    }

    /** NeuTraL AD: a row whose learnt transformations are unlike it, or like each other, is unusual. */
    public static Neutral neutral() {
        return new Neutral();
    }

    /** Internal contrastive learning: a row whose windows do not tell which rest of it they belong to is unusual. */
    public static Icl icl() {
        return new Icl();
    }

    /** A network in words, for a detector's encoder, decoder, generator or critic: {@code layers().dense(64).relu().dense(8)}. */
    public static Layers layers() {
        return new Layers();
    }

    /**
     * A DJL block for a detector's encoder, decoder, generator or critic: {@code block("residual", () -> new
     * SequentialBlock()…)}.
     *
     * @param name what records of an experiment tell of it: blocks of the same name are held to be equal
     * @param made gives a new block each time it is asked
     */
    public static DjlBlock block(String name, Supplier<? extends Block> made) {
        return new DjlBlock(name, made);
    }

    /** The first GPU if the engine sees one, else the CPU: where deep models run unless told otherwise. */
    public static ComputeDevice auto() {
        return ComputeDevice.auto();
    }

    /** The CPU: {@code vae().device(cpu())}. */
    public static ComputeDevice cpu() {
        return ComputeDevice.cpu();
    }

    /** A GPU by its number, from 0: {@code vae().device(gpu(0))}. */
    public static ComputeDevice gpu(int number) {
        return ComputeDevice.gpu(number);
    }

    // Tribuo's baselines

    /** Tribuo's baselines with their defaults, for {@code .models(tribuoBaselines())}. */
    public static List<Detector> tribuoBaselines() {
        return List.of(oneClassSvm(), linearOneClass(), kMeans(), hdbscan(), knn());
    }

    /** One-class support vector machine (LibSVM), with a Gaussian kernel unless {@code .kernel(..)} says otherwise. */
    public static OneClassSvm oneClassSvm() {
        return new OneClassSvm();
    }

    /** One-class support vector machine without a kernel (LibLinear). */
    public static LinearOneClass linearOneClass() {
        return new LinearOneClass();
    }

    /** Distance to the nearest of k centroids, 8 unless {@code .k(..)} says otherwise. */
    public static KMeans kMeans() {
        return new KMeans();
    }

    /** Distance to the nearest of k centroids. */
    public static KMeans kMeans(int k) {
        return new KMeans().k(k);
    }

    /** Distance to the k-th nearest training row, the 5th unless {@code .k(..)} says otherwise. */
    public static Knn knn() {
        return new Knn();
    }

    /** Distance to the k-th nearest training row. */
    public static Knn knn(int k) {
        return new Knn().k(k);
    }

    /** GLOSH, the outlier score of the density hierarchy HDBSCAN*. */
    public static Hdbscan hdbscan() {
        return new Hdbscan();
    }

    /** Logistic regression on the labels (LibLinear): a linear upper bound. */
    public static LogisticRegression logisticRegression() {
        return new LogisticRegression();
    }

    /** A random forest on the labels (CART): an upper bound. */
    public static RandomForest randomForest() {
        return new RandomForest();
    }

    /** Gradient-boosted trees on the labels (XGBoost): an upper bound. */
    public static XgBoost xgboost() {
        return new XgBoost();
    }

    // Forests

    /** Isolation forest of 100 trees with 256 rows each: what random cuts part early is unusual. */
    public static IsolationForest isolationForest() {
        return new IsolationForest();
    }

    /**
     * Isolation forest.
     *
     * @param trees how many
     * @param sample training rows in each
     */
    public static IsolationForest isolationForest(int trees, int sample) {
        return new IsolationForest().trees(trees).sample(sample);
    }

    /** Amazon's random cut forest of 50 trees with 256 rows each: what would change the trees most is unusual. */
    public static RandomCutForest randomCutForest() {
        return new RandomCutForest();
    }

    // Several as one

    /** Detectors whose scores of a row become one: their mean on a common scale, unless {@code .combine(..)} differs. */
    public static Ensemble ensemble(Detector first, Detector second, Detector... more) {
        return new Ensemble(
                Stream.concat(Stream.of(first, second), Stream.of(more)).toList());
    }

    // Statistics

    /** The largest distance of a value from its column's mean, in standard deviations. */
    public static ZScore zScore() {
        return new ZScore();
    }

    /** The largest distance of a value from its column's median, in median absolute deviations. */
    public static ModifiedZScore modifiedZScore() {
        return new ModifiedZScore();
    }

    /** The largest distance of a value beyond its column's quartiles, in interquartile ranges. */
    public static Iqr iqr() {
        return new Iqr();
    }

    /** How far out in the tails of its columns a row lies, by their empirical distributions. */
    public static Ecod ecod() {
        return new Ecod();
    }

    /** How improbable a row's tails are under the empirical copula. */
    public static Copod copod() {
        return new Copod();
    }

    /** How thinly a row's values are populated in histograms of 10 bins, unless {@code .bins(..)} says otherwise. */
    public static Hbos hbos() {
        return new Hbos();
    }

    /** How thinly a row's values are populated in histograms of so many bins. */
    public static Hbos hbos(int bins) {
        return new Hbos().bins(bins);
    }

    /** How thinly a row is populated in histograms of random projections. */
    public static Loda loda() {
        return new Loda();
    }

    /** How improbable a row is under a Gaussian kernel density, its bandwidth by Scott's rule. */
    public static Kde kde() {
        return new Kde();
    }

    /** How improbable a row is under a Gaussian kernel density of this bandwidth. */
    public static Kde kde(double bandwidth) {
        return new Kde().bandwidth(bandwidth);
    }

    /** What principal components do not rebuild: the linear yardstick of every autoencoder. */
    public static Pca pca() {
        return new Pca();
    }

    /** Squared distance from the mean, in the training rows' own spread. */
    public static Mahalanobis mahalanobis() {
        return new Mahalanobis();
    }

    /** The same with a mean and a covariance that outliers among the training rows cannot bend. */
    public static Mcd mcd() {
        return new Mcd();
    }

    /** Negative log-probability under 4 Gaussians, unless {@code .k(..)} says otherwise. */
    public static GaussianMixture gaussianMixture() {
        return new GaussianMixture();
    }

    /** Negative log-probability under k Gaussians. */
    public static GaussianMixture gaussianMixture(int k) {
        return new GaussianMixture().k(k);
    }

    // Neighbours and clusters

    /** How much denser a row's 20 nearest training rows lie than the row itself, unless {@code .k(..)} says otherwise. */
    public static Lof lof() {
        return new Lof();
    }

    /** How much denser a row's k nearest training rows lie than the row itself. */
    public static Lof lof(int k) {
        return new Lof().k(k);
    }

    /** Distance to the nearest of the large clusters. */
    public static Cblof cblof() {
        return new Cblof();
    }

    // Scores

    /** The model's own score: the one that is used when none is named. */
    public static Score modelScore() {
        return new Score.ModelScore();
    }

    /** Euclidean length of the difference between a row and its reconstruction. */
    public static Score reconstructionError() {
        return new Score.ReconstructionError();
    }

    /** Negative log-probability of the row under the decoder, over 10 draws of the latent variable. */
    public static Score reconstructionProbability() {
        return reconstructionProbability(10);
    }

    /** Negative log-probability of the row under the decoder, over so many draws of the latent variable. */
    public static Score reconstructionProbability(int samples) {
        return new Score.ReconstructionProbability(samples);
    }

    /** Negative evidence lower bound of the row, over 10 draws of the latent variable. */
    public static Score elbo() {
        return elbo(10);
    }

    /** Negative evidence lower bound of the row, over so many draws of the latent variable. */
    public static Score elbo(int samples) {
        return new Score.Elbo(samples);
    }

    /** How far a row's latent distribution is from the prior, in nats. */
    public static Score klDivergence() {
        return new Score.KlDivergence();
    }

    /** How far a row's place in the latent space is from the mean of the prior. */
    public static Score latentDistance() {
        return new Score.LatentDistance();
    }

    /** How far a GAN's critic puts a row from the training rows. */
    public static Score criticScore() {
        return new Score.CriticScore();
    }

    /** Distance between a row and its reconstruction in the last hidden layer of a GAN's critic. */
    public static Score featureMatching() {
        return new Score.FeatureMatching();
    }

    /** AnoGAN's residual after a search of the latent space in so many steps; the paper takes 500. */
    public static Score latentSearch(int steps) {
        return new Score.LatentSearch(steps);
    }

    // Thresholds

    /** Calls this share of rows anomalies, by the validation scores if the split keeps some, else by the training scores. */
    public static Threshold contamination(double share) {
        return Thresholds.contamination(share);
    }

    /** The q-quantile of the training scores. */
    public static Threshold quantile(double q) {
        return Thresholds.quantile(q);
    }

    /** The threshold with the highest F1 on the validation rows. */
    public static Threshold bestF1() {
        return Thresholds.bestF1();
    }

    /** The threshold with the highest Fβ on the validation rows; β above 1 weighs recall more, below 1 precision. */
    public static Threshold bestFBeta(double beta) {
        return Thresholds.bestFBeta(beta);
    }

    /** The mean of the training scores and three standard deviations. */
    public static Threshold meanPlusSd() {
        return Thresholds.meanPlusSd();
    }

    /** The mean of the training scores and k standard deviations. */
    public static Threshold meanPlusSd(double k) {
        return Thresholds.meanPlusSd(k);
    }

    /** The median of the training scores and three of their scaled median absolute deviations. */
    public static Threshold mad() {
        return Thresholds.mad();
    }

    /** The median of the training scores and k of their scaled median absolute deviations. */
    public static Threshold mad(double k) {
        return Thresholds.mad(k);
    }

    /** The third quartile of the training scores and 1.5 interquartile ranges. */
    public static Threshold iqrRule() {
        return Thresholds.iqrRule();
    }

    /** The third quartile of the training scores and k interquartile ranges. */
    public static Threshold iqrRule(double k) {
        return Thresholds.iqrRule(k);
    }

    /** The score that one normal row in 10,000 exceeds, by extreme-value theory from the training scores. */
    public static Threshold peaksOverThreshold() {
        return Thresholds.peaksOverThreshold();
    }

    /** The score that this share of normal rows exceeds, by extreme-value theory from the training scores. */
    public static Threshold peaksOverThreshold(double q) {
        return Thresholds.peaksOverThreshold(q);
    }

    /** The same, with the tail beginning at another quantile of the training scores than 0.98. */
    public static Threshold peaksOverThreshold(double q, double level) {
        return Thresholds.peaksOverThreshold(q, level);
    }

    /** The threshold whose false alarms and misses on the validation rows cost least. */
    public static Threshold cost(double falseAlarm, double miss) {
        return Thresholds.cost(falseAlarm, miss);
    }

    /** At most so many alerts in so many rows, by the validation scores if the split keeps some, else by the training scores. */
    public static Threshold alertBudget(int alerts, int perRows) {
        return Thresholds.alertBudget(alerts, perRows);
    }

    // After detection

    /** Leaves out the rows that are called anomalies: {@code report.clean(remove())}. */
    public static Cleaning remove() {
        return new Cleaning.Remove();
    }

    /** Adds the columns {@code score} and {@code anomaly}: {@code report.clean(flag())}. */
    public static Cleaning flag() {
        return new Cleaning.Flag();
    }

    /** Numbers of anomalies become the other rows' {@code median()}, {@code mean()} or {@code constant(0)}. */
    public static Cleaning replaceWith(Imputation value) {
        return new Cleaning.Replace(value);
    }

    /** Numbers of anomalies become what the model makes of them: {@code report.clean(replaceWith(reconstruction()))}. */
    public static Cleaning replaceWith(Cleaning.Rebuild reconstruction) {
        return reconstruction;
    }

    /** What a model that rebuilds its input makes of a row, for {@code replaceWith(reconstruction())}. */
    public static Cleaning.Rebuild reconstruction() {
        return new Cleaning.Rebuild();
    }

    // Metrics

    /** Area under the ROC curve. */
    public static Metric rocAuc() {
        return Metrics.rocAuc();
    }

    /** Average precision, step-wise. */
    public static Metric averagePrecision() {
        return Metrics.averagePrecision();
    }

    /** Precision at the threshold. */
    public static Metric precision() {
        return Metrics.precision();
    }

    /** Recall at the threshold. */
    public static Metric recall() {
        return Metrics.recall();
    }

    /** F1 at the threshold. */
    public static Metric f1() {
        return Metrics.f1();
    }

    /** Accuracy at the threshold. */
    public static Metric accuracy() {
        return Metrics.accuracy();
    }

    /** F1 with as many rows called anomalies as there are, cut by the test labels: a yardstick between papers. */
    public static Metric f1AtTrueRate() {
        return Metrics.f1AtTrueRate();
    }

    /** F1 with recall weighing β times as much as precision, at the threshold. */
    public static Metric fBeta(double beta) {
        return Metrics.fBeta(beta);
    }

    /** Share of the normal rows that pass the threshold. */
    public static Metric specificity() {
        return Metrics.specificity();
    }

    /** Mean of recall and specificity at the threshold. */
    public static Metric balancedAccuracy() {
        return Metrics.balancedAccuracy();
    }

    /** Matthews' correlation coefficient at the threshold. */
    public static Metric mcc() {
        return Metrics.mcc();
    }

    /** Share of anomalies among the n highest scores; equal scores are never split. */
    public static Metric precisionAt(int n) {
        return Metrics.precisionAt(n);
    }

    /** Share of the anomalies that are among the n highest scores; equal scores are never split. */
    public static Metric recallAt(int n) {
        return Metrics.recallAt(n);
    }

    /** False-positive rate where this share of the anomalies is found; lower is better. */
    public static Metric fprAt(double tpr) {
        return Metrics.fprAt(tpr);
    }

    /** Area under the ROC curve up to a false-positive rate, ½ being chance. */
    public static Metric partialAuc(double maxFpr) {
        return Metrics.partialAuc(maxFpr);
    }

    /** Logarithmic loss of calibrated probabilities; lower is better. */
    public static Metric logLoss() {
        return Metrics.logLoss();
    }

    /** Mean squared error of calibrated probabilities; lower is better. */
    public static Metric brier() {
        return Metrics.brier();
    }

    // Metrics of series: of points in the order of time

    /** F1 of points where one found point counts for its whole anomaly: the papers' figure, optimistic. */
    public static Metric pointAdjustedF1() {
        return SeriesMetrics.pointAdjustedF1();
    }

    /** The point-adjusted F1 at the best threshold for the test labels: more optimistic still. */
    public static Metric bestPointAdjustedF1() {
        return SeriesMetrics.bestPointAdjustedF1();
    }

    /** How near alarms are to anomalies; a random alarm has about ½. */
    public static Metric affiliationPrecision() {
        return SeriesMetrics.affiliationPrecision();
    }

    /** How near anomalies are to alarms. */
    public static Metric affiliationRecall() {
        return SeriesMetrics.affiliationRecall();
    }

    /** Harmonic mean of affiliation precision and recall. */
    public static Metric affiliationF1() {
        return SeriesMetrics.affiliationF1();
    }

    /** How much of the alarms is anomalous, alarm by alarm. */
    public static Metric rangePrecision() {
        return SeriesMetrics.rangePrecision();
    }

    /** How much of the anomalies is covered by alarms, anomaly by anomaly. */
    public static Metric rangeRecall() {
        return SeriesMetrics.rangeRecall();
    }

    /** Range recall with a weight for noticing an anomaly at all. */
    public static Metric rangeRecall(double existence) {
        return SeriesMetrics.rangeRecall(existence);
    }

    /** Harmonic mean of range precision and recall. */
    public static Metric rangeF1() {
        return SeriesMetrics.rangeF1();
    }

    /** Range F1 whose recall has a weight for noticing an anomaly at all. */
    public static Metric rangeF1(double existence) {
        return SeriesMetrics.rangeF1(existence);
    }

    /** Volume under the surface of ROC curves, with a buffer as long as the median anomaly. */
    public static Metric vusRoc() {
        return SeriesMetrics.vusRoc();
    }

    /** Volume under the surface of ROC curves over buffers of up to so many points. */
    public static Metric vusRoc(int buffer) {
        return SeriesMetrics.vusRoc(buffer);
    }

    /** Volume under the surface of precision-recall curves, with a buffer as long as the median anomaly. */
    public static Metric vusPr() {
        return SeriesMetrics.vusPr();
    }

    /** Volume under the surface of precision-recall curves over buffers of up to so many points. */
    public static Metric vusPr(int buffer) {
        return SeriesMetrics.vusPr(buffer);
    }

    /** The Numenta Anomaly Benchmark's score: 100 is perfect, 0 calls nothing. */
    public static Metric nabScore() {
        return SeriesMetrics.nabScore();
    }

    /** The benchmark's score where false alarms cost double. */
    public static Metric nabScoreLowFp() {
        return SeriesMetrics.nabScoreLowFp();
    }

    /** The benchmark's score where missed anomalies cost double. */
    public static Metric nabScoreLowFn() {
        return SeriesMetrics.nabScoreLowFn();
    }

    /** Mean number of points until an anomaly is called, its length if it is missed; lower is better. */
    public static Metric detectionDelay() {
        return SeriesMetrics.detectionDelay();
    }

    // Metrics of cost: never the same twice, and never approved

    /** Wall time of fitting. */
    public static Metric fitSeconds() {
        return CostMetrics.fitSeconds();
    }

    /** Wall time of scoring the test part. */
    public static Metric scoreSeconds() {
        return CostMetrics.scoreSeconds();
    }

    /** Examples scored in a second. */
    public static Metric throughput() {
        return CostMetrics.throughput();
    }

    /** The most of the Java heap in use while fitting and scoring, in megabytes; native memory is not in it. */
    public static Metric peakMemory() {
        return CostMetrics.peakMemory();
    }
}
