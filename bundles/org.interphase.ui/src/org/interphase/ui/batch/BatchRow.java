package org.interphase.ui.batch;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.ui.editor.AnalysisInput;

/**
 * What a recipe gave for one dataset.
 *
 * @param member which dataset
 * @param name its name for people
 * @param measurements numbers found; empty if it failed
 * @param error why it failed; empty if it did not
 */
record BatchRow(AnalysisInput.Member member, String name, List<Measurement> measurements, String error) {

    BatchRow {
        measurements = List.copyOf(measurements);
    }

    Optional<Measurement> measurement(String quantity) {
        return measurements.stream().filter(m -> m.name().equals(quantity)).findFirst();
    }
}
