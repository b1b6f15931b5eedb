package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.interphase.api.Progress;
import org.interphase.engine.project.ProjectResult;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Unit;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportVerifier;
import org.interphase.report.ReportWriter;
import org.interphase.testkit.example.CoatedCathode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example project through every technique, compared with what its simulators put into the raw files. */
class CoatedCathodeTest {

    private static final double COVERAGE_FACTOR = 1.96;

    @TempDir
    static Path folder;
    private static TechniqueRegistry registry;
    private static ProjectResult result;

    @BeforeAll
    static void runTheProject() throws IOException {
        CoatedCathode.write(folder);
        Files.copy(example().resolve("project.yaml"), folder.resolve("project.yaml"));
        registry = TechniqueRegistry.fromClassPath();
        result = new ProjectRunner(registry).run(ProjectStore.read(folder), Progress.none());
    }

    private static Path example() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path here = up.resolve("examples/coated-cathode");
            if (Files.isDirectory(here)) {
                return here;
            }
        }
        throw new IllegalStateException("the folder examples/coated-cathode is not above the working folder");
    }

    /** No number of the example is known worse than to a quarter. */
    private static final double VAGUE = 0.25;

    private record Row(String sample, String file, String recipe, String name, String value, String unit) {
    }

    private static List<Row> truth() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("truth.csv")).stream().skip(1).toList()) {
            // a comma within quotes belongs to a name
            String[] c = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            rows.add(new Row(c[0], c[1], c[2], c[3].replace("\"", ""), c[4], c[5]));
        }
        return rows;
    }

    private static Optional<Measurement> found(Row row) {
        return result.entries().stream().filter(e -> e.recipe().equals(row.recipe))
                .filter(e -> e.sample().equals(row.sample)
                        && e.files().stream().anyMatch(f -> f.startsWith(folder.resolve(row.file))))
                .flatMap(e -> e.run().stream()).flatMap(r -> r.measurements().stream())
                .filter(m -> m.name().equals(row.name)).findFirst();
    }

    @Test
    void everyRecipeRunsOnEveryFile() {
        assertEquals(List.of(), result.failures().stream().map(e -> e.files() + " " + e.recipe() + ": " + e.error())
                .toList());
        assertEquals(List.of("truth.csv: belongs to no sample"), result.notes());
    }

    @Test
    void everyQuantityIsRecoveredWithinItsOwnUncertainty() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        int compared = 0;
        int sound = 0;
        List<String> vague = new ArrayList<>();
        List<String> far = new ArrayList<>();
        for (Row row : truth()) {
            Optional<Measurement> m = found(row);
            String what = row.sample + " " + row.recipe + " " + row.name;
            if (m.isEmpty()) {
                missing.add(what);
            } else if (row.value.isEmpty()) {
                if (m.get().isDetected()) {
                    outside.add(what + ": found " + m.get().pretty() + ", but there is none");
                }
            } else {
                compared++;
                sound += m.get().verdict().isSound() ? 1 : 0;
                if (!(m.get().uncertainty() <= VAGUE * Math.abs(m.get().value()))) {
                    vague.add(what + ": " + m.get().pretty());
                }
                Unit unit = Unit.of(row.unit);
                double value = m.get().unit().convert(m.get().value(), unit);
                double u = m.get().uncertainty() * m.get().unit().scaleTo(unit);
                double pull = (value - Double.parseDouble(row.value)) / u;
                // 1 in 370 normal deviates
                if (m.get().verdict().isSound() && !(Math.abs(pull) <= 3)) {
                    far.add(what + ": " + m.get().pretty() + " for " + row.value + " " + row.unit);
                }
                if (!(Math.abs(pull) <= COVERAGE_FACTOR)) {
                    outside.add(what + ": " + m.get().pretty() + " for " + row.value + " " + row.unit + " (pull " + pull
                            + ")");
                }
            }
        }
        assertEquals(List.of(), missing, "quantities the recipes did not report");
        assertEquals(List.of(), vague, "uncertainties that cover anything");
        assertTrue(far.size() <= 0.01 * sound, "sound, but beyond three of their uncertainties: " + far);
        assertTrue(sound >= 0.85 * compared, sound + " of " + compared + " are sound");
        int allowed = (int) Math.ceil(0.05 * compared);
        assertTrue(outside.size() <= allowed, outside.size() + " of " + compared + " outside (at most " + allowed
                + " expected): " + outside);
    }

    /** The table of what the study states: each answer is the report's, and agrees with what is stated. */
    @Test
    void whatTheStudyStatesIsAnswered() throws IOException {
        List<String> wrong = new ArrayList<>();
        int answers = 0;
        for (String line : Files.readAllLines(example().resolve("../../docs/claims.md"))) {
            String[] c = line.split(" *\\| *", -1);
            if (c.length != 8 || !c[3].startsWith("`")) {
                continue;
            }
            answers++;
            Measurement m = named(c[2], c[3].replace("`", ""), c[4]);
            String[] answer = c[6].split("[ \u00b1]+");
            Unit unit = Unit.of(answer.length > 2 ? answer[2] : "1");
            double u = m.uncertainty() * m.unit().scaleTo(unit);
            double value = m.unit().convert(m.value(), unit);
            if (!(Math.abs(value - Double.parseDouble(answer[0])) <= 0.1 * u)
                    || !(Math.abs(u - Double.parseDouble(answer[1])) <= 0.1 * u)) {
                wrong.add(c[4] + " in " + c[2] + ": " + m.pretty() + ", not " + c[6]);
            }
            String[] stated = c[5].split(" ");
            if (!c[5].isEmpty() && !(Math.abs(value - Double.parseDouble(stated[0])
                    * Unit.of(stated.length > 1 ? stated[1] : "1").scaleTo(unit)) <= 3 * u)) {
                wrong.add(c[4] + " in " + c[2] + ": " + m.pretty() + " for " + c[5]);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(answers >= 30, answers + " answers");
    }

    private static Measurement named(String sample, String recipe, String name) {
        return result.entries().stream().filter(e -> e.recipe().equals(recipe) && e.sample().equals(sample))
                .flatMap(e -> e.run().stream()).flatMap(r -> r.measurements().stream())
                .filter(m -> m.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " by " + recipe + " in " + sample));
    }

    /** A number nobody holds against anything may be wrong in silence: each has a truth, or a reason to have none. */
    @Test
    void everyNumberHasATruthOrAReason() throws IOException {
        Set<String> known = truth().stream().map(r -> r.sample + " " + r.recipe + " " + r.name)
                .collect(Collectors.toSet());
        Map<String, Integer> table = new TreeMap<>();
        List<String> open = new ArrayList<>();
        for (var e : result.entries()) {
            for (Measurement m : e.run().stream().flatMap(r -> r.measurements().stream()).toList()) {
                Optional<String> reason = known.contains(e.sample() + " " + e.recipe() + " " + m.name())
                        ? Optional.of("held against a truth") : Untrue.reason(e.recipe(), m.name());
                reason.ifPresentOrElse(r -> table.merge(r, 1, Integer::sum), () -> open.add(e.recipe() + " "
                        + m.name()));
            }
        }
        System.out.println("numbers of the example's report: " + table);
        assertEquals(List.of(), open, "numbers without truth or reason");
        int all = table.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(table.get("held against a truth") >= 0.7 * all, table.toString());
    }

    @Test
    void theReportConcludesAndIsReproduced(@TempDir Path out) throws IOException {
        new ReportWriter(registry, Clock.systemUTC()).write(result, out, EnumSet.of(ReportFormat.HTML, ReportFormat.PDF,
                ReportFormat.CSV, ReportFormat.JSON));
        String html = Files.readString(out.resolve("report.html"));
        assertTrue(html.contains("not detected in NCM, below"), "LiF: found after coating, not before");
        assertTrue(html.contains("NCM@PVDF is lower than NCM by"), "resistances fall after coating");
        ReportVerifier.Verification found = new ReportVerifier(registry).verify(out, null, Progress.none());
        assertEquals(List.of(), found.analyses().stream().filter(f -> f.status() != ReportVerifier.Status.SAME)
                .toList());
        assertTrue(found.hasChecksums() && found.isSame(), found.files().toString());
    }

    @Test
    void twoRunsGiveTheSameResultsFiles(@TempDir Path one, @TempDir Path two) throws IOException {
        ProjectResult again = new ProjectRunner(registry).run(ProjectStore.read(folder), Progress.none());
        EnumSet<ReportFormat> tables = EnumSet.of(ReportFormat.CSV, ReportFormat.JSON);
        new ReportWriter(registry, Clock.systemUTC()).write(result, one, tables);
        new ReportWriter(registry, Clock.systemUTC()).write(again, two, tables);
        assertEquals(Files.readString(one.resolve("results.csv")), Files.readString(two.resolve("results.csv")));
        assertEquals(withoutTime(one), withoutTime(two));
    }

    private static List<String> withoutTime(Path report) throws IOException {
        return Files.readAllLines(report.resolve("results.json")).stream().filter(l -> !l.contains("\"time\""))
                .toList();
    }
}
