package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.ToyDetector;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters that hold detectors. */
class MembersTest {

    private final Parameters parameters =
            Parameters.of("team").defineMembers("members").define("how", "mean", Rule.oneOf("mean", "max"));
    private final Detector quiet = new ToyDetector();
    private final Detector noisy = new ToyDetector().with("noise", .5);

    @Test
    void members_stand_between_the_parentheses() {
        assertThat(parameters.with("members", List.of(quiet, noisy)).with("how", "max"))
                .hasToString("team(toyDetector(), toyDetector().noise(0.5)).how(\"max\")");
    }

    @Test
    void in_json_each_is_its_name_and_parameters() {
        assertThat(CanonicalJson.of(parameters.with("members", List.of(noisy)).describe()))
                .isEqualTo("{\"how\":\"mean\",\"members\":"
                        + "[{\"name\":\"toyDetector\",\"parameters\":{\"mood\":\"well\",\"noise\":0.5}}]}");
    }

    @Test
    void what_was_described_is_read_back() {
        Parameters team = parameters.with("members", List.of(quiet, noisy));

        assertThat(parameters.with(team.describe())).isEqualTo(team);
        assertThat(parameters.with(team.describe()).members("members")).containsExactly(quiet, noisy);
    }

    @Test
    void only_detectors_are_members() {
        assertThatThrownBy(() -> parameters.with("members", 3))
                .hasMessage("team().members(3): members takes a list of detectors");
        assertThatThrownBy(() -> parameters.with("members", List.of(3)))
                .hasMessage("team().members(3): each of members must be a detector");
        assertThatThrownBy(
                        () -> parameters.with("members", List.of(Map.of("name", "toyDetecto", "parameters", Map.of()))))
                .hasMessageStartingWith("no detector 'toyDetecto' on the class path; did you mean 'toyDetector'?");
    }
}
