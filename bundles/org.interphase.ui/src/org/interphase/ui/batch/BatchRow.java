package org.interphase.ui.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.results.Wording;

/**
 * What a recipe gave for one dataset.
 *
 * @param member which dataset
 * @param name its name for people
 * @param measurements numbers found; empty if it failed
 * @param error why it failed; empty if it did not
 * @param conditions numbers that the file states of the measurement
 */
record BatchRow(AnalysisInput.Member member, String name, List<Measurement> measurements, String error,
        List<BatchCondition> conditions) {

    BatchRow {
        measurements = List.copyOf(measurements);
        conditions = List.copyOf(conditions);
    }

    Optional<Measurement> measurement(String quantity) {
        return measurements.stream().filter(m -> m.name().equals(quantity)).findFirst();
    }

    Optional<BatchCondition> condition(String of) {
        return conditions.stream().filter(c -> c.name().equals(of)).findFirst();
    }

    /** Whether every word of a search stands in the name, the cause, or what is said of its numbers. */
    boolean matches(String search) {
        StringBuilder all = new StringBuilder(name).append('\n').append(error)
                .append(error.isEmpty() ? "" : '\n' + Messages.BatchRow_failed);
        for (Measurement m : measurements) {
            all.append(m.verdict().isSound() ? "" : '\n' + Wording.quality(m.verdict().quality()))
                    .append(m.isNotDetected() ? '\n' + Messages.BatchRow_notDetected : "");
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
