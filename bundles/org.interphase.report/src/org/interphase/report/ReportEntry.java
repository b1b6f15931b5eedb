package org.interphase.report;

import java.util.List;
import java.util.Optional;
import org.interphase.engine.Failure;
import org.interphase.engine.Provenance;
import org.interphase.engine.Run;
import org.interphase.engine.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.figure.Figure;

/**
 * One finished run as the report needs it, without the data itself.
 *
 * @param sample name of the sample; empty for a run over several samples
 * @param file raw file relative to the project
 * @param dataset name of the dataset within the file
 * @param kind kind of data
 * @param recipe recipe identifier
 * @param recipeTitle recipe title
 * @param measurements numbers, each with its step
 * @param remarks remarks, each with its step
 * @param figures main view first, then the figures of steps
 * @param metadata what the file says about the measurement
 * @param failure why the run failed; empty if it did not
 * @param provenance how the results came about
 * @param document analysis document the numbers come from, relative to the report; empty if none was written
 * @param keys names of the measurements that answer the recipe's question, most important first
 */
public record ReportEntry(String sample, String file, String dataset, String kind, String recipe, String recipeTitle,
        List<Measurement> measurements, List<Remark> remarks, List<Figure> figures, Metadata metadata,
        Optional<String> failure, Provenance provenance, String document, List<String> keys) {

    /** Copies the lists. */
    public ReportEntry {
        measurements = List.copyOf(measurements);
        remarks = List.copyOf(remarks);
        figures = List.copyOf(figures);
        keys = List.copyOf(keys);
    }

    /**
     * The entry of a run.
     *
     * @param withFigures false to leave figures out, for batches too large to show
     */
    public static ReportEntry of(String sample, String file, Run run, TechniqueRegistry registry, String document,
            boolean withFigures) {
        List<Figure> figures = new java.util.ArrayList<>();
        if (withFigures) {
            figures.addAll(registry.figures(run.dataset(), run.overlays()));
            figures.addAll(run.figures());
        }
        Dataset source = run.source();
        Dataset first = source instanceof Series s ? s.members().get(0) : source;
        return new ReportEntry(sample, file, source.name(), first.kind().id(), run.recipe().id(), run.recipe().title(),
                run.measurements(), run.remarks(), figures, first.metadata(), run.failure().map(Failure::pretty),
                run.provenance(), document, KeyResults.of(run, registry));
    }
}
