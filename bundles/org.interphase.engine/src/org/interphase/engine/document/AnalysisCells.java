package org.interphase.engine.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.interphase.engine.internal.AnalysisTree;
import org.interphase.engine.internal.YamlText;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.text.JsonText;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;

/** Parts of an analysis as JSON text for the cells of a table, and back; each has the keys it has in a document. */
public final class AnalysisCells {

    private AnalysisCells() {
    }

    /** How the steps ran. */
    public static String steps(Provenance provenance) {
        return JsonText.write(AnalysisTree.steps(provenance.steps()));
    }

    /**
     * How the steps ran.
     *
     * @throws DocumentException if the cell does not say so
     */
    public static List<Provenance.StepProvenance> steps(String cell) throws DocumentException {
        return AnalysisTree.readSteps(YamlText.read("steps", cell.getBytes(StandardCharsets.UTF_8)).list("'steps'"));
    }

    /** What a number is evidence of; null where it is of no component. */
    public static String evidence(Measurement measurement) {
        Object tree = ResultText.measurement(measurement).get("evidence");
        return tree == null ? null : JsonText.write(tree);
    }

    /**
     * What a number is evidence of.
     *
     * @param cell may be null or empty
     * @throws DocumentException if the cell does not say so
     */
    public static Optional<Attribution> evidence(String cell) throws DocumentException {
        return cell == null || cell.isEmpty() ? Optional.empty() : Optional.of(AnalysisTree.readEvidence(
                YamlText.read("evidence", cell.getBytes(StandardCharsets.UTF_8))));
    }
}
