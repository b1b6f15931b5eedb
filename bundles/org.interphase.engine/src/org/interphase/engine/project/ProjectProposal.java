package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.internal.ParallelTasks;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/**
 * What a folder of raw files may be as a project: samples from the names of files and folders, for each kind of data
 * the recipe that suits it best. A proposal, to be looked at: what is not certain is left out with the reason.
 *
 * @param project samples and rules; the rules stand in the order of the report
 * @param left files that belong to no sample
 * @param remarks what else should be known: files that cannot be read, data without a recipe; sentences
 * @param kinds kinds of data found in each file that could be read
 */
public record ProjectProposal(Project project, List<Left> left, List<String> remarks, Map<Path, Set<String>> kinds) {

    private static final long LARGEST = 512L << 20;
    private static final int AHEAD = 16;
    private static final int MOST_TOGETHER = 3;

    /**
     * A file that belongs to no sample.
     *
     * @param file absolute path
     * @param data whether it is data of a known format
     * @param why the reason, as a clause
     */
    public record Left(Path file, boolean data, String why) {
    }

    /** Copies the lists. */
    public ProjectProposal {
        left = List.copyOf(left);
        remarks = List.copyOf(remarks);
        kinds = Map.copyOf(kinds);
    }

    private record Looked(Path file, boolean known, List<SeenData> data, String failure) {
    }

    /**
     * Looks through a folder.
     *
     * @param watch is told of each file looked at
     * @throws IOException if the folder cannot be read
     * @throws CancellationException if the progress is cancelled
     */
    public static ProjectProposal of(Path folder, TechniqueRegistry registry, BatchWatch watch, Progress progress)
            throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        ProjectFiles files = ProjectFiles.in(absolute);
        String title = absolute.getFileName() == null ? absolute.toString() : absolute.getFileName().toString();
        List<Path> raw = files.raw();
        List<Looked> looked = new ArrayList<>();
        watch.planned(raw.size());
        ParallelTasks.inOrder(raw, BatchRunner.allCores(), AHEAD, ProjectProposal::size, progress,
                f -> look(f, registry), l -> {
                    looked.add(l);
                    watch.done(!l.known || l.failure.isEmpty());
                    progress.report(looked.size() / (double) raw.size(), "looking at " + files.relative(l.file));
                });
        List<Left> left = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<SeenData> data = new ArrayList<>();
        List<SampleNames.Named> named = new ArrayList<>();
        Map<Path, Set<String>> kinds = new HashMap<>();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        for (Looked l : looked) {
            if (!l.known) {
                left.add(new Left(l.file, false, l.failure));
                continue;
            }
            data.addAll(l.data);
            Set<String> of = new TreeSet<>(l.data.stream().map(SeenData::kind).toList());
            kinds.put(l.file, of);
            named.add(new SampleNames.Named(l.file, files.relative(l.file), of));
            if (!l.failure.isEmpty()) {
                notes.computeIfAbsent(l.failure, k -> new ArrayList<>()).add(files.relative(l.file));
            }
        }
        SampleNames.Names names = new SampleNames(new NameParts(registry)).of(named, title);
        names.left().forEach((file, why) -> left.add(new Left(file, true, why)));
        SamplePatterns patterns = new SamplePatterns(files);
        List<Sample> samples = new ArrayList<>();
        names.samples().forEach((name, own) -> samples.add(new Sample(name, "", -1, 0, patterns.of(name, own))));
        List<RecipeRule> rules = new RuleProposals(files).of(data, registry.recipes().stream().map(Recipe::id)
                .toList(), remarks);
        data.stream().filter(d -> d.recipes().isEmpty()).forEach(d -> notes.computeIfAbsent("no recipe for '"
                + d.name() + "' (" + d.kind() + ")", k -> new ArrayList<>()).add(files.relative(d.file())));
        notes.forEach((why, of) -> remarks.add(together(of) + ": " + why));
        return new ProjectProposal(new Project(absolute, title, samples, rules, List.of(), List.of(), Map.of(), false),
                left, remarks, kinds);
    }

    /** Names of files that share what is noted of them; many are counted. */
    private static String together(List<String> names) {
        int told = names.size() <= MOST_TOGETHER ? names.size() : MOST_TOGETHER - 1;
        return String.join(", ", names.subList(0, told)) + (told == names.size() ? ""
                : " and " + (names.size() - told) + " more");
    }

    private static long size(Path file) {
        try {
            return Files.size(file) * 4;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Looked look(Path file, TechniqueRegistry registry) {
        DatasetLoader loader = new DatasetLoader(registry);
        try {
            if (!loader.recognises(Source.of(file))) {
                return new Looked(file, false, List.of(), "no data of a known format");
            }
            if (Files.size(file) > LARGEST) {
                return new Looked(file, true, List.of(), "too large to be looked into; choose its recipe yourself");
            }
            LoadedFile loaded = loader.load(file, Progress.none());
            List<SeenData> data = new ArrayList<>();
            for (Dataset d : loaded.datasets()) {
                data.add(new SeenData(file, d.kind().id(), d.name(), registry.suggest(d).stream()
                        .filter(r -> r.scope() == Recipe.Scope.EACH).map(Recipe::id).toList()));
            }
            return new Looked(file, true, data, "");
        } catch (IOException | RuntimeException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            // the note names the file itself, and files with the same trouble share one note
            String named = Pattern.quote(String.valueOf(file.getFileName()));
            return new Looked(file, true, List.of(), "it cannot be read: " + why.replaceFirst("^" + named + "[:,] ",
                    ""));
        }
    }

    /** How many files each sample would have. */
    public Map<String, Integer> counts() throws IOException {
        ProjectFiles files = ProjectFiles.in(project.folder());
        Map<String, Integer> out = new LinkedHashMap<>();
        project.samples().forEach(s -> out.put(s.name(), files.of(s).size()));
        return out;
    }

    /** The document of this proposal, not yet written. */
    public ProjectText text() {
        return ProjectText.of(project);
    }
}
