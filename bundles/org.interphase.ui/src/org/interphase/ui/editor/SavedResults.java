package org.interphase.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.Sample;
import org.interphase.model.Measurement;
import org.interphase.report.Comparison;
import org.interphase.ui.session.WorkbenchSession;

/**
 * The numbers of several datasets side by side: those of open editors that are not saved yet, else the saved ones.
 *
 * @param names what the samples are called, in order
 * @param rows one per quantity; values are null where a sample has none
 */
record SavedResults(List<String> names, List<Comparison> rows) {

    /** The numbers of one saved analysis. */
    private record Saved(String name, Path document, List<Measurement> measurements) {
    }

    /**
     * Reads the analyses saved beside the raw files; one that cannot be read counts as not there.
     *
     * @param unsaved what stands in open editors, which counts in place of what is saved of the same dataset
     */
    static SavedResults of(List<AnalysisInput.Member> members, WorkbenchSession session, UnsavedNumbers unsaved) {
        List<Saved> found = new ArrayList<>();
        for (AnalysisInput.Member m : members) {
            List<Map.Entry<AnalysisInput.Member, List<Measurement>>> open = unsaved.of(m);
            List<Path> documents = new ArrayList<>(documents(m));
            open.forEach(o -> documents.removeIf(d -> isOf(d, o.getKey())));
            boolean several = documents.size() + open.size() > 1;
            for (Map.Entry<AnalysisInput.Member, List<Measurement>> o : open) {
                String sample = sample(m, session);
                String file = m.file().getFileName() + (several ? "." + (o.getKey().index() + 1) : "");
                found.add(new Saved(NLS.bind(Messages.SavedResults_notSaved,
                        sample.isEmpty() || several ? file : sample), m.file(),
                        o.getValue()));
            }
            for (Path document : documents) {
                try {
                    AnalysisDocument saved = AnalysisStore.read(document);
                    boolean stale = AnalysisStore.status(document, saved.input()) != AnalysisStore.Status.CURRENT;
                    String sample = sample(m, session);
                    String name = sample.isEmpty() || several ? plain(document) : sample;
                    found.add(new Saved(stale ? NLS.bind(Messages.SavedResults_stale, name) : name, document,
                            saved.measurements()));
                } catch (IOException e) {
                    ILog.get().warn(document.getFileName() + " cannot be compared: " + e.getMessage(), e);
                }
            }
        }
        Set<String> quantities = new LinkedHashSet<>();
        found.forEach(s -> s.measurements().forEach(q -> quantities.add(q.name())));
        List<Comparison> rows = new ArrayList<>();
        for (String quantity : quantities) {
            Measurement[] values = found.stream().map(s -> s.measurements().stream()
                    .filter(q -> q.name().equals(quantity)).findFirst().orElse(null)).toArray(Measurement[]::new);
            rows.add(new Comparison("", quantity, false, Arrays.asList(values), found.stream()
                    .map(s -> s.document().toString()).toList()));
        }
        return new SavedResults(found.stream().map(Saved::name).toList(), rows);
    }

    /** Whether a document is where the analysis of a dataset is saved, whether its file has one or several. */
    private static boolean isOf(Path document, AnalysisInput.Member m) {
        return document.equals(Opened.documentFor(m.file(), m.index(), 2)) || m.index() == 0 && document.equals(
                Opened.documentFor(m.file(), 0, 1));
    }

    /** Where analyses of a dataset may be saved: beside the file, numbered where the file has several. */
    private static List<Path> documents(AnalysisInput.Member m) {
        String file = m.file().getFileName().toString();
        String number = m.index() < 0 ? "(\\.\\d+)?" : "(\\." + (m.index() + 1) + ")?";
        Pattern name = Pattern.compile(Pattern.quote(file) + number + Pattern.quote(AnalysisStore.SUFFIX));
        try (Stream<Path> beside = Files.list(m.file().getParent())) {
            return beside.filter(p -> name.matcher(p.getFileName().toString()).matches()).sorted().toList();
        } catch (IOException e) {
            ILog.get().warn("The folder of " + file + " cannot be read: " + e.getMessage(), e);
            return List.of();
        }
    }

    private static String plain(Path document) {
        String file = document.getFileName().toString();
        return file.substring(0, file.length() - AnalysisStore.SUFFIX.length());
    }

    /** The sample a file belongs to in the open project, if it is its only file; else empty. */
    private static String sample(AnalysisInput.Member m, WorkbenchSession session) {
        if (session.project().isEmpty() || !m.file().startsWith(session.project().get())) {
            return "";
        }
        try {
            ProjectFiles files = ProjectFiles.in(session.project().get());
            return ProjectStore.read(session.project().get()).samples().stream()
                    .filter(s -> files.of(s).equals(List.of(m.file()))).findFirst().map(Sample::name).orElse("");
        } catch (IOException e) {
            ILog.get().warn("The project cannot be read: " + e.getMessage(), e);
            return "";
        }
    }
}
