package org.interphase.engine.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Documents;
import org.interphase.engine.internal.YamlEdit;
import org.interphase.engine.internal.YamlText;
import org.interphase.engine.internal.YamlTurn;

/**
 * A {@code project.yaml} that can be edited. Comments, order, blank lines and keys that nobody knows stay; nothing but
 * what is changed is written anew. Immutable: every edit gives another one, so undo is going back to an earlier one.
 *
 * <p>Edits throw {@link IllegalArgumentException} for what cannot be in a project (two samples of one name, a path out
 * of the folder), and {@link DocumentException} where the document is written so that it cannot be edited.
 */
public final class ProjectText {

    private static final String BOM = "\ufeff";
    private static final String SAMPLES = "samples";
    private static final String RECIPES = "recipes";
    private static final String REPORT = "report";

    private final Path folder;
    private final byte[] saved;
    private final boolean marked;
    private final YamlEdit yaml;
    private final Project project;

    private ProjectText(Path folder, byte[] saved, boolean marked, YamlEdit yaml) throws DocumentException {
        this.folder = folder.toAbsolutePath().normalize();
        this.saved = saved;
        this.marked = marked;
        this.yaml = yaml;
        this.project = ProjectStore.fromValue(this.folder, yaml.value());
    }

    /**
     * Reads the document of a folder.
     *
     * @throws DocumentException naming line, column and cause
     * @throws IOException if it cannot be read
     */
    public static ProjectText read(Path folder) throws IOException {
        byte[] content = Documents.content(folder.resolve(ProjectStore.FILE));
        String text = new String(content, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
            throw new DocumentException(ProjectStore.FILE, 0, 0, "the document is not written in UTF-8");
        }
        boolean marked = text.startsWith(BOM);
        return new ProjectText(folder, content, marked, YamlEdit.of(ProjectStore.FILE,
                marked ? text.substring(1) : text));
    }

    /** A document for a folder that has none, not yet written. */
    public static ProjectText blank(Path folder, String title) {
        return of(new Project(folder, title, List.of(), List.of(), List.of(), List.of(), Map.of(), false));
    }

    /** A document that says what a project is, with a few words on how it is read, not yet written. */
    public static ProjectText of(Project project) {
        StringBuilder text = new StringBuilder("# What this folder is to Interphase. Every key is explained in "
                + "docs/projects.md of the program.\n");
        text.append(new String(YamlText.write(ProjectStore.tree(project)), StandardCharsets.UTF_8));
        try {
            return new ProjectText(project.folder(), null, false, YamlEdit.of(ProjectStore.FILE, text.toString()));
        } catch (DocumentException e) {
            throw new IllegalStateException("a project cannot be written", e);
        }
    }

    /** The document as it is written. */
    public String text() {
        return (marked ? BOM : "") + yaml.text();
    }

    /** What it says; keys that mean nothing are passed over. */
    public Project project() {
        return project;
    }

    /** Whether nothing has to be written. */
    public boolean isSaved() {
        return saved != null && Arrays.equals(saved, bytes());
    }

    private byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the document, atomically, if it changed.
     *
     * @return this, as it is when read again
     * @throws IOException if it cannot be written, or somebody else changed or made it meanwhile; what is there is then
     *     untouched
     */
    public ProjectText save() throws IOException {
        Path file = folder.resolve(ProjectStore.FILE);
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : null;
        if (!Arrays.equals(now, saved)) {
            throw new DocumentException(ProjectStore.FILE, 0, 0, saved == null ? "there is one already in " + folder
                    : "it was changed by another program meanwhile");
        }
        return isSaved() ? this : overwrite();
    }

    /**
     * Writes the document in place of whatever is there, atomically.
     *
     * @throws IOException if it cannot be written
     */
    public ProjectText overwrite() throws IOException {
        AtomicFiles.write(folder.resolve(ProjectStore.FILE), bytes());
        return new ProjectText(folder, bytes(), marked, yaml);
    }

    /** An earlier or later text of the same document, to be written over what this one wrote. */
    public ProjectText back(ProjectText other) throws DocumentException {
        return new ProjectText(folder, saved, other.marked, other.yaml);
    }

    private ProjectText with(YamlEdit edited) throws DocumentException {
        try {
            return new ProjectText(folder, saved, marked, edited);
        } catch (DocumentException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private int index(String sample) {
        // in the document's order, not in that of the key 'order'
        try {
            List<String> names = new ArrayList<>();
            for (var s : yaml.value().get(SAMPLES).orElseThrow().list("'samples'")) {
                names.add(s.text("name", "a sample", ""));
            }
            int at = names.indexOf(sample);
            if (at >= 0) {
                return at;
            }
        } catch (DocumentException | java.util.NoSuchElementException e) {
            // said below
        }
        throw new IllegalArgumentException("there is no sample '" + sample + "'");
    }

    private List<Object> place(String sample, Object... rest) {
        List<Object> path = new ArrayList<>(List.of(SAMPLES, index(sample)));
        path.addAll(List.of(rest));
        return path;
    }

    /** With another title. */
    public ProjectText withTitle(String title) throws DocumentException {
        return with(yaml.set(List.of("title"), title, "format"));
    }

    /** With one more sample, the last. */
    public ProjectText adding(Sample sample) throws DocumentException {
        if (project.sample(sample.name()).isPresent()) {
            throw new IllegalArgumentException("there is a sample '" + sample.name() + "' already");
        }
        sample.files().forEach(ProjectFiles::requireInside);
        int last = project.samples().stream().mapToInt(Sample::order).max().orElse(0);
        Sample placed = last == 0 || sample.order() != 0 ? sample : new Sample(sample.name(), sample.description(),
                sample.colour(), last + 1, sample.files());
        return with(yaml.insert(List.of(SAMPLES), project.samples().size(), ProjectStore.tree(placed)));
    }

    /** Without a sample; its files stay where they are. */
    public ProjectText without(String sample) throws DocumentException {
        return with(yaml.remove(place(sample)));
    }

    /** With another name for a sample. */
    public ProjectText renamed(String sample, String name) throws DocumentException {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("a sample needs a name");
        }
        if (!stripped.equals(sample) && project.sample(stripped).isPresent()) {
            throw new IllegalArgumentException("there is a sample '" + stripped + "' already");
        }
        return stripped.equals(sample) ? this : with(yaml.set(place(sample, "name"), stripped));
    }

    /** With another description of a sample; an empty one takes it away. */
    public ProjectText described(String sample, String description) throws DocumentException {
        return setOrRemoved(place(sample, "description"), sample(sample).description(), description.strip(), "name");
    }

    /** With another colour of a sample: 0xRRGGBB, or -1 for that of its place. */
    public ProjectText coloured(String sample, int colour) throws DocumentException {
        Sample s = sample(sample);
        return setOrRemoved(place(sample, "colour"), s.colour() < 0 ? "" : ProjectStore.colour(s.colour()),
                colour < 0 ? "" : ProjectStore.colour(colour), "name", "description");
    }

    private ProjectText setOrRemoved(List<?> path, String old, String text, String... after)
            throws DocumentException {
        if (text.equals(old)) {
            return this;
        }
        return with(text.isEmpty() ? yaml.remove(path) : yaml.set(path, text, after));
    }

    private Sample sample(String name) {
        return project.sample(name).orElseThrow(() -> new IllegalArgumentException("there is no sample '" + name
                + "'"));
    }

    /** With a sample moved by a number of places, up where it is negative; at either end it stays. */
    public ProjectText moved(String sample, int by) throws DocumentException {
        List<String> order = new ArrayList<>(project.samples().stream().map(Sample::name).toList());
        int from = order.indexOf(sample(sample).name());
        int to = Math.clamp((long) from + by, 0, order.size() - 1);
        if (from == to) {
            return this;
        }
        if (project.samples().stream().allMatch(s -> s.order() == 0)) {
            return with(yaml.move(List.of(SAMPLES), from, to));
        }
        // the document's own numbers say the order: they are given anew
        order.add(to, order.remove(from));
        YamlEdit out = yaml;
        for (int i = 0; i < order.size(); i++) {
            if (sample(order.get(i)).order() != i + 1) {
                out = out.set(place(order.get(i), "order"), i + 1, "name", "description", "colour");
            }
        }
        return with(out);
    }

    /** With other wild cards for the files of a sample; those that stay are not written anew. */
    public ProjectText withFiles(String sample, List<String> patterns) throws DocumentException {
        patterns.forEach(ProjectFiles::requireInside);
        List<String> now = new ArrayList<>(sample(sample).files());
        if (now.equals(patterns)) {
            return this;
        }
        List<Object> path = place(sample, "files");
        boolean list = yaml.value().get(SAMPLES).orElseThrow().list(SAMPLES).get(index(sample)).get("files")
                .filter(f -> f.content() instanceof List<?>).isPresent();
        List<String> kept = now.stream().filter(patterns::contains).toList();
        boolean inOrder = patterns.size() >= kept.size() && patterns.subList(0, kept.size()).equals(kept);
        if (!list || kept.isEmpty() || !inOrder) {
            return with(yaml.set(path, patterns.size() == 1 ? patterns.get(0) : patterns));
        }
        YamlEdit out = yaml;
        for (int i = now.size() - 1; i >= 0; i--) {
            if (!patterns.contains(now.get(i))) {
                List<Object> at = new ArrayList<>(path);
                at.add(i);
                out = out.remove(at);
            }
        }
        for (int i = kept.size(); i < patterns.size(); i++) {
            out = out.insert(path, i, patterns.get(i));
        }
        return with(out);
    }

    /**
     * With files or folders given to one sample and taken from all others.
     *
     * @param paths absolute paths in the project's folder; a folder stands for all that is or will be in it
     * @param files the files there are
     * @throws IllegalArgumentException if a path lies outside the folder
     */
    public ProjectText assigned(String sample, Collection<Path> paths, ProjectFiles files) throws DocumentException {
        ProjectText out = taken(paths, files, Set.of(sample));
        List<String> patterns = new ArrayList<>(out.sample(sample).files());
        for (Path path : paths) {
            String own = pattern(path);
            patterns.remove(ProjectFiles.NOT + own);
            boolean has = !Files.isDirectory(path) && files.of(new Sample(sample, "", -1, 0, patterns)).contains(path);
            if (!has && !patterns.contains(own)) {
                patterns.add(own);
            }
        }
        return out.withFiles(sample, patterns);
    }

    /** With files or folders taken from all samples. */
    public ProjectText unassigned(Collection<Path> paths, ProjectFiles files) throws DocumentException {
        return taken(paths, files, Set.of());
    }

    private ProjectText taken(Collection<Path> paths, ProjectFiles files, Set<String> butOf)
            throws DocumentException {
        ProjectText out = this;
        for (Sample s : project.samples()) {
            if (butOf.contains(s.name())) {
                continue;
            }
            List<String> patterns = new ArrayList<>(s.files());
            for (Path path : paths) {
                String own = pattern(path);
                patterns.remove(own);
                boolean left = files.of(new Sample(s.name(), "", -1, 0, patterns)).stream()
                        .anyMatch(f -> f.startsWith(path));
                if (left) {
                    patterns.add(ProjectFiles.NOT + own);
                }
            }
            out = out.withFiles(s.name(), patterns);
        }
        return out;
    }

    private String pattern(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!absolute.startsWith(folder) || absolute.equals(folder)) {
            throw new IllegalArgumentException(path + " does not lie in the project's folder");
        }
        String literal = ProjectStore.literal(folder.relativize(absolute).toString().replace('\\', '/'));
        return Files.isDirectory(absolute) ? literal + "/**" : literal;
    }

    /** With one more rule, the last. */
    public ProjectText addingRule(RecipeRule rule) throws DocumentException {
        requireInside(rule);
        return with(yaml.insert(List.of(RECIPES), project.recipes().size(), ProjectStore.tree(rule)));
    }

    /** With another rule in place of one; what both say alike is not written anew. */
    public ProjectText withRule(int index, RecipeRule rule) throws DocumentException {
        requireInside(rule);
        Map<String, Object> before = ProjectStore.tree(project.recipes().get(index));
        Map<String, Object> after = ProjectStore.tree(rule);
        YamlEdit out = yaml;
        for (String key : List.of("recipe", "files", "kind", "dataset", "over", "set")) {
            List<Object> path = List.of(RECIPES, index, key);
            if (after.get(key) == null && before.get(key) != null) {
                out = out.remove(path);
            } else if (after.get(key) != null && !after.get(key).equals(before.get(key))) {
                out = out.set(path, after.get(key), "recipe", "files", "kind", "dataset");
            }
        }
        return with(out);
    }

    private static void requireInside(RecipeRule rule) {
        List.of(rule.recipe(), rule.files(), rule.dataset()).forEach(ProjectFiles::requireInside);
    }

    /** Without a rule. */
    public ProjectText withoutRule(int index) throws DocumentException {
        return with(yaml.remove(List.of(RECIPES, index)));
    }

    /** With a rule at another place; rules order the report. */
    public ProjectText movedRule(int from, int to) throws DocumentException {
        return from == to ? this : with(yaml.move(List.of(RECIPES), from, to));
    }

    /** With exactly these rules, where they are not there already. */
    public ProjectText withRules(List<RecipeRule> rules) throws DocumentException {
        ProjectText out = this;
        for (int i : IntStream.range(0, project.recipes().size()).map(i -> project.recipes().size() - 1 - i)
                .toArray()) {
            out = rules.contains(project.recipes().get(i)) ? out : out.withoutRule(i);
        }
        for (RecipeRule rule : rules) {
            out = out.project.recipes().contains(rule) ? out : out.addingRule(rule);
        }
        return out;
    }

    /** With another layout of the report; what of it stays is not written anew. */
    public ProjectText withReport(Map<String, Object> layout) throws DocumentException {
        if (layout.equals(project.report())) {
            return this;
        }
        if (layout.isEmpty()) {
            return with(yaml.remove(List.of(REPORT)));
        }
        return with(YamlTurn.into(yaml, List.of(REPORT), project.report(), layout));
    }
}
