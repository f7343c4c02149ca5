package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.DetectorContract;
import java.util.stream.Stream;

/** The contract suite itself, run over the simplest detector that keeps it. */
class ToyDetectorTest extends DetectorContract {

    @Override
    protected Stream<Detector> detectors() {
        return Stream.of(new ToyDetector(), new ToyDetector().noise(.01));
    }
}
