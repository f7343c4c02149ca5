package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.display.Displayable;
import java.util.List;

/** After the data: one model, or several to compare. */
public interface ModelStage extends Displayable {

    /** Adds one model. */
    ScoreStage model(Detector detector);

    /** Adds models to be compared on the same rows. */
    ScoreStage models(Detector... detectors);

    /** Adds models that come as a list, such as a standard set. */
    ScoreStage models(List<Detector> detectors);
}
