package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.figure.Figure;
import org.interphase.report.figure.FigureReducer;

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
 * @param metadata what the file says of what a checklist asks for
 * @param failure why the run failed; empty if it did not
 * @param provenance how the results came about, without the parameters, which are in the document
 * @param document analysis document the numbers come from, relative to the report; empty if none was written
 * @param raws the raw files, with where they lie seen from the report
 * @param keys names of the measurements that answer the recipe's question, most important first
 * @param plain identifiers of the figures that show the data alone, nothing of what was found in it
 */
public record ReportEntry(String sample, String file, String dataset, String kind, String recipe, String recipeTitle,
        List<Measurement> measurements, List<Remark> remarks, List<Figure> figures, Metadata metadata,
        Optional<String> failure, Provenance provenance, String document, List<RawFile> raws,
        List<String> keys, Set<String> plain) {

    /** Copies the lists. */
    public ReportEntry {
        measurements = List.copyOf(measurements);
        remarks = List.copyOf(remarks);
        figures = List.copyOf(figures);
        raws = List.copyOf(raws);
        keys = List.copyOf(keys);
        plain = Set.copyOf(plain);
    }

    /** An entry whose figures all show what was found. */
    public ReportEntry(String sample, String file, String dataset, String kind, String recipe, String recipeTitle,
            List<Measurement> measurements, List<Remark> remarks, List<Figure> figures, Metadata metadata,
            Optional<String> failure, Provenance provenance, String document, List<RawFile> raws, List<String> keys) {
        this(sample, file, dataset, kind, recipe, recipeTitle, measurements, remarks, figures, metadata, failure,
                provenance, document, raws, keys, Set.of());
    }

    /**
     * A raw file.
     *
     * @param name path relative to the project, with '/'
     * @param link relative address seen from the report's folder; empty if it cannot be reached by one
     */
    public record RawFile(String name, String link) {
    }

    /**
     * The entry of a run.
     *
     * @param withFigures false to leave figures out, where enough others of the recipe are shown
     */
    static ReportEntry of(String sample, List<RawFile> raws, Run run, TechniqueRegistry registry, String document,
            boolean withFigures) {
        List<Figure> figures = new ArrayList<>();
        Set<String> plain = Set.of();
        if (withFigures) {
            List<Figure> views = registry.figures(run.dataset(), run.overlays());
            plain = PlainViews.of(views, run, registry);
            views.forEach(f -> figures.add(FigureReducer.reduced(f)));
            run.figures().forEach(f -> figures.add(FigureReducer.reduced(f)));
        }
        return of(sample, raws, run.source(), run.recipe(), run.measurements(), run.remarks(), figures,
                plain, run.failure().map(Failure::pretty), run.provenance(), registry, document);
    }

    /**
     * The entry of a run that was finished earlier, without figures.
     *
     * @param source the data it was of
     */
    static ReportEntry of(String sample, List<RawFile> raws, AnalysisDocument earlier, Dataset source,
            TechniqueRegistry registry, String document) {
        return of(sample, raws, source, earlier.recipe(), earlier.measurements(), earlier.remarks(), List.of(),
                Set.of(), Optional.empty(), earlier.provenance().orElseThrow(), registry, document);
    }

    private static ReportEntry of(String sample, List<RawFile> raws, Dataset source, Recipe recipe,
            List<Measurement> measurements, List<Remark> remarks, List<Figure> figures, Set<String> plain,
            Optional<String> failure, Provenance provenance, TechniqueRegistry registry, String document) {
        Dataset first = source instanceof Series s ? s.members().get(0) : source;
        String kind = first.kind().id();
        String file = String.join(", ", raws.stream().map(RawFile::name).toList());
        return new ReportEntry(sample, file, source.name(), kind, recipe.id(), recipe.title(), measurements, remarks,
                figures, Checklist.relevant(registry, kind, first.metadata()), failure, brief(provenance), document,
                raws, KeyResults.of(recipe.id(), measurements, registry), plain);
    }

    // resolved parameters can be long and are in the analysis document; the page has its own sentence on each step
    private static Provenance brief(Provenance p) {
        return new Provenance(p.software(), p.java(), p.time(), p.input(), p.steps().stream()
                .map(s -> new Provenance.StepProvenance(s.step(), s.operation(), s.version(), Map.of(), s.methods(),
                        s.citations(), s.plugin())).toList());
    }

    /** Where its numbers and remarks are from: sample, file, dataset and recipe by name; a new map. */
    public Map<String, Object> place() {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("sample", sample);
        place.put("file", file);
        place.put("dataset", dataset);
        place.put("recipe", recipe);
        return place;
    }

    /** Whose numbers these are: its sample, or all, where it was run over the files of all samples together. */
    String who() {
        return !sample.isEmpty() ? sample : raws.size() > 1 ? "all samples" : dataset;
    }

    /** The measurement of a name that it has. */
    Measurement measurement(String name) {
        return measurements.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** The same entry without its figures. */
    ReportEntry withoutFigures() {
        return new ReportEntry(sample, file, dataset, kind, recipe, recipeTitle, measurements, remarks, List.of(),
                metadata, failure, provenance, document, raws, keys, Set.of());
    }
}
