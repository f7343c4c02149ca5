package dev.oddity.deep;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.norm.BatchNorm;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.DetectorContract;
import dev.oddity.core.ensemble.Ensemble;
import java.util.List;
import java.util.stream.Stream;

class DeepContractTest extends DetectorContract {

    @Override
    protected Stream<Detector> detectors() {
        return Stream.of(
                new Autoencoder().latent(2).batchSize(32).epochs(10),
                new Vae().with("latent", 2).with("batchSize", 32).with("epochs", 10),
                new Dagmm().hidden(16).latent(3).k(2).batchSize(32).epochs(30).learningRate(0.01),
                new DeepSvdd().hidden(16).latent(8).batchSize(32).epochs(10),
                new DeepSvdd().hidden(16).latent(8).batchSize(32).epochs(5).pretraining(5),
                new NormalizingFlow().couplings(4).hidden(16).batchSize(32).epochs(10),
                new RobustAutoencoder().latent(2).batchSize(32).epochs(10),
                new MemoryAutoencoder().latent(3).slots(20).batchSize(32).epochs(30),
                new Autoencoder()
                        .latent(2)
                        .batchSize(32)
                        .epochs(10)
                        .denoising(0.1)
                        .masking(0.1)
                        .sparse(1e-3)
                        .contractive(1e-3),
                new WganGp().hidden(32, 32).latent(4).batchSize(32).epochs(20),
                new Gan().hidden(32, 32).latent(4).batchSize(32).epochs(20),
                new Alad().hidden(32).latent(4).batchSize(32).learningRate(5e-4).spectralNorm(true),
                new DevNet().epochs(20),
                new DeepSad().hidden(16).latent(4).epochs(10),
                new MlpClassifier().hidden(16).epochs(10),
                new Neutral().transformHidden(16).hidden(32).latent(16),
                new Autoencoder()
                        .batchSize(32)
                        .epochs(10)
                        .encoder(new Layers().dense(16).layerNorm().gelu().dense(2))
                        .decoder(new Layers().dense(16).batchNorm().relu().dropout(0.05)),
                new Vae()
                        .latent(2)
                        .batchSize(32)
                        .epochs(20)
                        .encoder(new DjlBlock("encoder", () -> dense(4)))
                        .decoder(new Layers().dense(32).relu()),
                new DeepSvdd()
                        .batchSize(32)
                        .epochs(10)
                        .encoder(new Layers().dense(16).elu().dense(8)),
                new Gan()
                        .hidden(32, 32)
                        .latent(4)
                        .batchSize(32)
                        .epochs(20)
                        .generator(new Layers().dense(32).leakyRelu())
                        .critic(new DjlBlock("critic", () -> dense(16))),
                new Icl().width(32).permutations(2).batchSize(32),
                new MemoryAutoencoder()
                        .slots(20)
                        .batchSize(32)
                        .epochs(30)
                        .encoder(new Layers().dense(32).tanh().dense(3))
                        .decoder(new Layers().dense(32).tanh()),
                new RobustAutoencoder()
                        .batchSize(32)
                        .epochs(10)
                        .encoder(new Layers().dense(32).layerNorm().elu().dense(2))
                        .decoder(new Layers().dense(32).elu()),
                new Alad()
                        .latent(4)
                        .batchSize(32)
                        .learningRate(5e-4)
                        .encoder(new Layers().dense(32).leakyRelu())
                        .generator(new Layers().dense(32).leakyRelu())
                        .jointCritic(new Layers().dense(128).leakyRelu())
                        .rowCritic(new Layers().dense(128).leakyRelu())
                        .codeCritic(new Layers().dense(128).leakyRelu()),
                new Neutral()
                        .encoder(new Layers().dense(32).gelu().dense(16))
                        .transformation(new Layers().dense(16).tanh()),
                new Icl()
                        .width(32)
                        .permutations(3)
                        .batchSize(32)
                        .restEncoder(new Layers()
                                .dense(32)
                                .tanh()
                                .batchNorm()
                                .dense(64)
                                .leakyRelu()
                                .batchNorm()
                                .dense()
                                .leakyRelu())
                        .windowEncoder(new DjlBlock("window", () -> dense(32))),
                new NormalizingFlow()
                        .couplings(4)
                        .batchSize(32)
                        .epochs(10)
                        .conditioner(new Layers().dense(16).tanh()),
                new WganGp()
                        .hidden(32, 32)
                        .latent(4)
                        .batchSize(32)
                        .epochs(20)
                        .critic(new DjlBlock(
                                "critic",
                                () -> new SequentialBlock()
                                        .add(ai.djl.nn.core.Linear.builder()
                                                .setUnits(32)
                                                .build())
                                        .add(ai.djl.nn.Activation.leakyReluBlock(0.01f)))),
                new Ensemble(List.of(
                        new Autoencoder().latent(2).batchSize(32).epochs(5),
                        new Autoencoder().latent(3).batchSize(32).epochs(5))),
                OnShapedRows.images(new ConvAutoencoder()
                        .channels(8, 16)
                        .latent(3)
                        .batchSize(32)
                        .epochs(10)),
                OnShapedRows.images(new Autoencoder()
                        .batchSize(32)
                        .epochs(20)
                        .encoder(new Layers().conv(8).relu().dense(3))
                        .decoder(new Layers().dense(16).relu())),
                OnShapedRows.images(new CnnClassifier()
                        .channels(8)
                        .dense(16)
                        .focal(1)
                        .batchSize(32)
                        .epochs(10)),
                OnShapedRows.windows(
                        new LstmAutoencoder().hidden(8).batchSize(32).epochs(10).learningRate(0.03)),
                OnShapedRows.windows(new LstmAutoencoder()
                        .hidden(4)
                        .bidirectional(true)
                        .batchSize(32)
                        .epochs(10)
                        .learningRate(0.03)),
                OnShapedRows.windows(
                        new GruAutoencoder().hidden(8).batchSize(32).epochs(10).learningRate(0.03)),
                OnShapedRows.windows(new LstmForecaster()
                        .hidden(16)
                        .layers(1)
                        .batchSize(32)
                        .epochs(20)
                        .learningRate(0.01)),
                OnShapedRows.windows(new TemporalConvAutoencoder()
                        .channels(8)
                        .dilations(1, 2)
                        .latent(3)
                        .pool(4)
                        .batchSize(32)
                        .epochs(10)
                        .learningRate(0.01)),
                OnShapedRows.windows(new TransformerAutoencoder()
                        .width(8)
                        .heads(2)
                        .layers(1)
                        .feedForward(16)
                        .latent(3)
                        .batchSize(32)
                        .epochs(10)
                        .learningRate(0.01)));
    }

    private static Block dense(long out) {
        return new SequentialBlock()
                .add(ai.djl.nn.core.Linear.builder().setUnits(32).build())
                .add(BatchNorm.builder().build())
                .add(ai.djl.nn.Activation.reluBlock())
                .add(ai.djl.nn.core.Linear.builder().setUnits(out).build());
    }

    @Override
    protected int narrowest(Detector detector) {
        return detector.name().equals("lstmForecaster") || detector.name().equals("icl") ? 3 : 1;
    }
}
