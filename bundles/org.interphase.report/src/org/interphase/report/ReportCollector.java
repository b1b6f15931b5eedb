package org.interphase.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchPlace;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.EarlierResult;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.project.Project;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/**
 * Takes the results of a project as they come: each becomes an analysis document on disk and an entry of the report.
 * Data is let go, and so are the figures of all but the first entries of each recipe.
 */
final class ReportCollector implements BatchSink<ReportCollector.Collected> {

    /** Entries of one recipe whose figures are shown. */
    static final int MOST_WITH_FIGURES = 24;

    private final TechniqueRegistry registry;
    private final Project project;
    private final Path out;
    private final DocumentNames names;
    private final boolean resume;
    private final List<ClusterResults> clusters = new ArrayList<>();
    private final Map<String, TreeMap<BatchPlace, Collected>> withFigures = new HashMap<>();
    private final Map<Path, Boolean> taken = new ConcurrentHashMap<>();
    private final List<Collected> all = new ArrayList<>();
    private final AtomicInteger keptNumber = new AtomicInteger();
    private final AtomicInteger clusterNumber = new AtomicInteger();

    /**
     * @param out folder of the report; it is made
     * @param resume whether documents of an earlier run that still hold are taken over
     * @throws IOException if the folder cannot be made, or one that should hold what a cluster found does not
     */
    ReportCollector(TechniqueRegistry registry, Project project, Path out, boolean resume) throws IOException {
        this.registry = registry;
        this.project = project;
        this.out = out;
        this.names = DocumentNames.of(project);
        // documents do not say what was in the project's own tables
        this.resume = resume && project.tables().isEmpty();
        for (String results : project.tables().isEmpty() ? project.results() : List.<String>of()) {
            clusters.add(ClusterResults.in(project.folder().resolve(results)));
        }
        Files.createDirectories(out.resolve("analyses"));
        AtomicFiles.sweep(out.resolve("analyses"));
    }

    /** What is kept of a result until the page is written. */
    static final class Collected {

        private final String error;
        private final String file;
        private volatile ReportEntry entry;

        private Collected(String file, String error) {
            this.file = file;
            this.error = error;
        }

        private Collected(ReportEntry entry) {
            this(entry.file(), "");
            this.entry = entry;
        }
    }

    @Override
    public Optional<Collected> kept(BatchPlace place, Recipe recipe, Dataset dataset, InputReference input) {
        if (!resume && clusters.isEmpty() || !isPastFigures(place, recipe.id())) {
            return Optional.empty();
        }
        String document = names.of(place, dataset.name(), recipe.id());
        Optional<AnalysisDocument> earlier = resume
                ? EarlierResult.find(out.resolve(document), recipe, input, registry) : Optional.empty();
        if (earlier.isPresent()) {
            keptNumber.incrementAndGet();
        } else {
            earlier = ofCluster(recipe, input, out.resolve(document));
        }
        return earlier.map(d -> {
            taken.put(out.resolve(document), true);
            return new Collected(ReportEntry.of(place.sample(), raws(place), d, dataset, registry, document));
        });
    }

    private Optional<AnalysisDocument> ofCluster(Recipe recipe, InputReference input, Path document) {
        try {
            for (ClusterResults results : clusters) {
                Optional<AnalysisDocument> found = results.find(recipe, input, registry);
                if (found.isPresent()) {
                    AnalysisStore.write(document, found.get());
                    clusterNumber.incrementAndGet();
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // fails the input, as the runner does it with whatever goes wrong with one
            throw new UncheckedIOException(e);
        }
    }

    // an entry that may yet be among those shown has to be run, since documents hold no figures
    private boolean isPastFigures(BatchPlace place, String recipe) {
        synchronized (withFigures) {
            TreeMap<BatchPlace, Collected> shown = withFigures.get(recipe);
            return shown != null && shown.size() >= MOST_WITH_FIGURES && shown.lastKey().compareTo(place) < 0;
        }
    }

    @Override
    public Collected done(InputResult e) throws IOException {
        BatchPlace place = e.place();
        if (e.run().isEmpty()) {
            return new Collected(file(place), e.error());
        }
        Run run = e.run().get();
        String document = names.of(place, e.dataset(), e.recipe());
        for (int i = 2; taken.putIfAbsent(out.resolve(document), true) != null; i++) {
            // names made of other parts can meet; nothing may be overwritten
            document = names.of(place, e.dataset() + "-" + i, e.recipe());
        }
        AnalysisStore.write(out.resolve(document), AnalysisDocument.of(run));
        boolean figures = !isPastFigures(place, e.recipe());
        Collected collected = new Collected(ReportEntry.of(e.sample(), raws(place), run, registry, document,
                figures));
        if (figures) {
            show(place, e.recipe(), collected);
        }
        return collected;
    }

    @Override
    public void next(Collected kept) {
        all.add(kept);
    }

    private void show(BatchPlace place, String recipe, Collected collected) {
        synchronized (withFigures) {
            TreeMap<BatchPlace, Collected> shown = withFigures.computeIfAbsent(recipe, k -> new TreeMap<>());
            shown.put(place, collected);
            if (shown.size() > MOST_WITH_FIGURES) {
                Collected last = shown.pollLastEntry().getValue();
                last.entry = last.entry.withoutFigures();
            }
        }
    }

    private String file(BatchPlace place) {
        return String.join(", ", raws(place).stream().map(ReportEntry.RawFile::name).toList());
    }

    private List<ReportEntry.RawFile> raws(BatchPlace place) {
        return place.files().stream().map(f -> new ReportEntry.RawFile(DocumentNames.relative(project.folder(), f),
                DocumentNames.link(out, f))).toList();
    }

    /** How many results of an earlier run were taken over. */
    int keptNumber() {
        return keptNumber.get();
    }

    /** How many results were taken from what a cluster found. */
    int clusterNumber() {
        return clusterNumber.get();
    }

    /** Documents that could not be written. */
    Set<Path> unsaved() {
        Set<Path> out = new HashSet<>(taken.keySet());
        entries().forEach(e -> out.remove(this.out.resolve(e.document())));
        return out;
    }

    /** The entries of what ran, in order. */
    List<ReportEntry> entries() {
        return all.stream().filter(c -> c.entry != null).map(c -> c.entry).toList();
    }

    /** Files that could not be run, with why. */
    Map<String, String> failures() {
        Map<String, String> out = new LinkedHashMap<>();
        all.stream().filter(c -> c.entry == null).forEach(c -> out.merge(c.file, c.error, (a, b) -> a + "; " + b));
        return out;
    }
}
