package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.api.Stated;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Documents;
import org.interphase.engine.internal.StatedTree;
import org.interphase.engine.internal.YamlText;
import org.interphase.engine.internal.YamlValue;

/** Projects on disk: a folder with {@code project.yaml}, or any folder of raw files. Saving is atomic. */
public final class ProjectStore {

    /** Name of the document in the project's folder. */
    public static final String FILE = "project.yaml";

    static final String FORMAT = "interphase project 1";

    private ProjectStore() {
    }

    /**
     * Reads a project. A folder without {@code project.yaml} is a project in which each file is a sample of its own.
     *
     * @param path the folder, or its {@code project.yaml}
     * @throws DocumentException naming line, column and cause
     * @throws IOException if it cannot be read
     */
    public static Project read(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
        Path document = folder.resolve(FILE);
        if (!Files.isDirectory(absolute) && !absolute.equals(document)) {
            throw new DocumentException(String.valueOf(path.getFileName()), 0, 0, Files.exists(absolute)
                    ? "this is no project; name a folder or its " + FILE
                    : "there is no such project (looked for " + absolute + ")");
        }
        if (!Files.exists(document) && Files.isDirectory(absolute)) {
            return implicit(folder);
        }
        AtomicFiles.sweep(folder);
        YamlValue root = YamlText.read(FILE, Documents.content(document));
        requireKnownKeys(root);
        return fromValue(folder, root);
    }

    private static void requireKnownKeys(YamlValue root) throws DocumentException {
        root.onlyKeys("a project", "format", "title", "samples", "recipes", "tables", "stated", "results",
                "report");
        for (YamlValue s : items(root, "samples")) {
            s.onlyKeys("a sample", "name", "description", "colour", "order", "files");
        }
        for (YamlValue r : items(root, "recipes")) {
            r.onlyKeys("a recipe rule", "recipe", "files", "kind", "dataset", "over", "set");
        }
        for (YamlValue t : items(root, "tables")) {
            t.onlyKeys("a table", "id", "file");
        }
    }

    private static Project implicit(Path folder) throws IOException {
        ProjectFiles files = ProjectFiles.in(folder);
        List<Path> raw = files.all().stream().filter(f -> !ProjectFiles.isDocument(f)).toList();
        Map<String, Long> stems = raw.stream().collect(Collectors.groupingBy(ProjectStore::stem,
                Collectors.counting()));
        List<Sample> samples = new ArrayList<>();
        for (Path file : raw) {
            String relative = files.relative(file);
            String name = stems.get(stem(file)) == 1 ? stem(file) : relative;
            samples.add(Sample.of(name, literal(relative)));
        }
        return new Project(folder, String.valueOf(folder.getFileName()), samples, List.of(), List.of(),
                List.of(), Map.of(), true);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A path as a wild card that means this path only. */
    public static String literal(String relative) {
        String plain = relative.replaceAll("([*?\\[\\]{}\\\\])", "\\\\$1");
        return plain.startsWith(ProjectFiles.NOT) ? "\\" + plain : plain;
    }

    /** The project a document tells of; keys that mean nothing are passed over. */
    static Project fromValue(Path folder, YamlValue root) throws DocumentException {
        String what = "a project";
        YamlValue format = root.require("format", what);
        if (!format.text("'format'").equals(FORMAT)) {
            throw format.fail("this is no '" + FORMAT + "' document but '" + format.text("'format'") + "'");
        }
        List<Sample> samples = new ArrayList<>();
        for (YamlValue s : items(root, "samples")) {
            samples.add(sample(s));
        }
        List<RecipeRule> rules = new ArrayList<>();
        for (YamlValue r : items(root, "recipes")) {
            rules.add(rule(r));
        }
        List<Project.TableFile> tables = new ArrayList<>();
        for (YamlValue t : items(root, "tables")) {
            YamlValue file = t.require("file", "a table");
            tables.add(new Project.TableFile(t.require("id", "a table").text("'id'"), inside(file)));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        if (root.get("report").isPresent() && root.get("report").get().content() != null) {
            root.get("report").get().map("'report'").forEach((k, v) -> report.put(k, v.plain()));
        }
        try {
            return new Project(folder, root.text("title", what, String.valueOf(folder.getFileName())), samples, rules,
                    tables, statements(root), results(root), report, false);
        } catch (IllegalArgumentException e) {
            throw root.get("samples").orElse(root).fail(e.getMessage());
        }
    }

    private static List<String> results(YamlValue root) throws DocumentException {
        List<String> out = new ArrayList<>();
        if (root.get("results").isPresent() && root.get("results").get().content() != null) {
            for (YamlValue folder : root.get("results").get().listOrOne()) {
                out.add(inside(folder));
            }
        }
        return out;
    }

    // one group for all files, or a list of groups that each may name files
    private static List<Project.FileStatement> statements(YamlValue root) throws DocumentException {
        List<Project.FileStatement> out = new ArrayList<>();
        if (root.get(StatedTree.KEY).isEmpty() || root.get(StatedTree.KEY).get().content() == null) {
            return out;
        }
        for (YamlValue group : root.get(StatedTree.KEY).get().listOrOne()) {
            Stated stated = Stated.NOTHING;
            String files = "";
            for (Map.Entry<String, YamlValue> e : group.map("an entry of 'stated'").entrySet()) {
                if (e.getKey().equals("files")) {
                    files = inside(e.getValue());
                } else {
                    stated = StatedTree.with(stated, e.getKey(), e.getValue());
                }
            }
            out.add(new Project.FileStatement(files, stated));
        }
        return out;
    }

    private static List<YamlValue> items(YamlValue map, String key) throws DocumentException {
        return map.get(key).isEmpty() || map.get(key).get().content() == null ? List.of()
                : map.get(key).get().list("'" + key + "'");
    }

    private static String inside(YamlValue path) throws DocumentException {
        String text = path.text("a path");
        try {
            ProjectFiles.requireInside(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw path.fail(e.getMessage());
        }
    }

    private static Sample sample(YamlValue v) throws DocumentException {
        String what = "a sample";
        List<String> files = new ArrayList<>();
        for (YamlValue f : v.require("files", what).listOrOne()) {
            files.add(inside(f));
        }
        int colour = -1;
        if (v.get("colour").isPresent()) {
            YamlValue c = v.get("colour").get();
            if (!c.text("'colour'").matches("#[0-9A-Fa-f]{6}")) {
                throw c.fail("'colour' must be written \"#RRGGBB\", not '" + c.text("'colour'") + "'");
            }
            colour = Integer.parseInt(c.text("'colour'").substring(1), 16);
        }
        int order = v.get("order").isPresent() ? v.get("order").get().integer("'order'") : 0;
        YamlValue name = v.require("name", what);
        try {
            return new Sample(name.text("'name'"), v.text("description", what, ""), colour, order, files);
        } catch (IllegalArgumentException e) {
            throw name.fail(e.getMessage());
        }
    }

    private static RecipeRule rule(YamlValue v) throws DocumentException {
        String what = "a recipe rule";
        String over = v.text("over", what, "sample");
        if (!over.equals("sample") && !over.equals("project")) {
            throw v.require("over", what).fail("'over' must be sample or project, not '" + over + "'");
        }
        Map<String, String> set = new LinkedHashMap<>();
        if (v.get("set").isPresent()) {
            for (Map.Entry<String, YamlValue> e : v.get("set").get().map("'set'").entrySet()) {
                set.put(e.getKey(), e.getValue().text("'" + e.getKey() + "'"));
            }
        }
        YamlValue recipe = v.require("recipe", what);
        return new RecipeRule(inside(recipe), v.get("files").isPresent() ? inside(v.get("files").get()) : "",
                v.text("kind", what, ""), v.get("dataset").isPresent() ? inside(v.get("dataset").get()) : "",
                RecipeRule.Over.valueOf(over.toUpperCase(Locale.ROOT)), set);
    }

    /**
     * Writes {@code project.yaml}, atomically.
     *
     * @throws IOException if it cannot be written; what was there is then untouched
     */
    public static void write(Project project) throws IOException {
        AtomicFiles.write(project.folder().resolve(FILE), YamlText.write(tree(project)));
    }

    static Map<String, Object> tree(Project project) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("title", project.title());
        tree.put("samples", project.samples().stream().map(ProjectStore::tree).toList());
        tree.put("recipes", project.recipes().stream().map(ProjectStore::tree).toList());
        if (!project.tables().isEmpty()) {
            tree.put("tables", project.tables().stream().map(t -> {
                Map<String, Object> table = new LinkedHashMap<>();
                table.put("id", t.id());
                table.put("file", t.file());
                return table;
            }).toList());
        }
        if (!project.stated().isEmpty()) {
            tree.put(StatedTree.KEY, project.stated().stream().map(ProjectStore::tree).toList());
        }
        if (!project.results().isEmpty()) {
            tree.put("results", project.results());
        }
        if (!project.report().isEmpty()) {
            tree.put("report", project.report());
        }
        return tree;
    }

    static Map<String, Object> tree(Sample s) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", s.name());
        putText(tree, "description", s.description());
        if (s.colour() >= 0) {
            tree.put("colour", colour(s.colour()));
        }
        if (s.order() != 0) {
            tree.put("order", s.order());
        }
        tree.put("files", s.files());
        return tree;
    }

    static Map<String, Object> tree(RecipeRule r) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("recipe", r.recipe());
        putText(tree, "files", r.files());
        putText(tree, "kind", r.kind());
        putText(tree, "dataset", r.dataset());
        if (r.over() != RecipeRule.Over.SAMPLE) {
            tree.put("over", "project");
        }
        if (!r.set().isEmpty()) {
            tree.put("set", r.set());
        }
        return tree;
    }

    private static Map<String, Object> tree(Project.FileStatement s) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putText(tree, "files", s.files());
        tree.putAll(s.stated().entries());
        return tree;
    }

    static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }

    private static void putText(Map<String, Object> tree, String key, String text) {
        if (!text.isEmpty()) {
            tree.put(key, text);
        }
    }
}
