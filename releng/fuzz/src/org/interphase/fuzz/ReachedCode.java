package org.interphase.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jacoco.agent.rt.RT;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataReader;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;

/**
 * How much of the classes beside a reader was run since the last question, as JaCoCo's agent counts it. Classes of the
 * package that were not entered at all belong to other readers and are left out.
 */
final class ReachedCode {

    private ReachedCode() {
    }

    /** Forgets what was run so far. */
    static void forget() {
        RT.getAgent().reset();
    }

    /**
     * Branches run of all there are in the classes that were entered, for example {@code 81 % of 412}.
     *
     * @param kept a file in which earlier runs kept what they reached, and this one does
     * @throws IOException if the class files cannot be read
     */
    static String of(Class<?> reader, Optional<Path> kept) throws IOException {
        ExecutionDataStore run = new ExecutionDataStore();
        byte[] now = RT.getAgent().getExecutionData(false);
        addTo(run, now);
        if (kept.isPresent()) {
            if (Files.exists(kept.get())) {
                addTo(run, Files.readAllBytes(kept.get()));
            }
            // a file of its kind may follow another: they are read as one
            Files.write(kept.get(), now, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        CoverageBuilder classes = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(run, classes);
        for (Path file : beside(reader)) {
            try (InputStream in = Files.newInputStream(file)) {
                analyzer.analyzeClass(in, file.toString());
            }
        }
        long covered = 0;
        long all = 0;
        for (var c : classes.getClasses()) {
            ICounter branches = c.getBranchCounter();
            if (c.getInstructionCounter().getCoveredCount() > 0) {
                covered += branches.getCoveredCount();
                all += branches.getTotalCount();
            }
        }
        return String.format(Locale.ROOT, "%.0f %% of %d", 100.0 * covered / Math.max(1, all), all);
    }

    private static void addTo(ExecutionDataStore run, byte[] content) throws IOException {
        ExecutionDataReader data = new ExecutionDataReader(new ByteArrayInputStream(content));
        data.setExecutionDataVisitor(run);
        data.setSessionInfoVisitor(new SessionInfoStore());
        data.read();
    }

    private static List<Path> beside(Class<?> reader) throws IOException {
        URI place;
        try {
            place = reader.getResource(reader.getSimpleName() + ".class").toURI();
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.list(Path.of(place).getParent())) {
            return files.filter(f -> f.toString().endsWith(".class")).sorted().toList();
        }
    }
}
