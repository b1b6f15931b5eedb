package org.interphase.ui.help;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.Recipes;

/**
 * What somebody needs to find out what went wrong: texts alone, no data. Whoever sends it can read all of it before.
 *
 * @param entries its files, in order
 */
public record ProblemReport(List<Entry> entries) {

    private static final int LOG_CHARACTERS = 200_000;

    /**
     * A file of the report.
     *
     * @param name name of the file
     * @param about what it holds, for whoever sends it
     * @param text the whole content
     */
    public record Entry(String name, String about, String text) {
    }

    /** Copies the list. */
    public ProblemReport {
        entries = List.copyOf(entries);
    }

    /**
     * Collects what is known.
     *
     * @param versions program, Java, operating system and parts, a line each
     * @param log what the program logged; only the end of a long one is taken
     * @param settings what the window remembers, as lines of key=value; names of files and folders are left out
     * @param recipe the recipe at the front; null for none
     */
    public static ProblemReport of(String versions, String log, String settings, Recipe recipe) {
        String end = log.length() <= LOG_CHARACTERS ? log
                : log.substring(log.indexOf('\n', log.length() - LOG_CHARACTERS) + 1);
        List<Entry> fixed = List.of(
                new Entry("versions.txt", Messages.ProblemReport_versions, versions),
                new Entry("log.txt", Messages.ProblemReport_log, end),
                new Entry("settings.txt", Messages.ProblemReport_settings, withoutNames(settings)));
        return new ProblemReport(recipe == null ? fixed : java.util.stream.Stream.concat(fixed.stream(),
                java.util.stream.Stream.of(new Entry("recipe.yaml", Messages.ProblemReport_recipe,
                        Recipes.toYaml(recipe)))).toList());
    }

    private static String withoutNames(String settings) {
        return settings.lines().filter(l -> {
            String value = l.substring(l.indexOf('=') + 1);
            return !value.contains("/") && !value.contains("\\");
        }).filter(l -> !l.startsWith("project=")).collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Writes it as a zip file.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Entry e : entries) {
                zip.putNextEntry(new ZipEntry(e.name()));
                zip.write(e.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        AtomicFiles.write(file, bytes.toByteArray());
    }
}
