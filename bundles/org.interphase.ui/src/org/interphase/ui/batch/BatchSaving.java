package org.interphase.ui.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Progress;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.WorkbenchSession;

/** Saves what a batch found beside its files, as an editor does; an analysis that is there is never replaced. */
final class BatchSaving {

    private BatchSaving() {
    }

    /**
     * Saves analyses.
     *
     * @param documents what was found of datasets
     * @return what was done, as a sentence
     * @throws IOException if the disk refuses
     */
    static String save(Map<AnalysisInput.Member, AnalysisDocument> documents, WorkbenchSession session)
            throws IOException {
        int saved = 0;
        List<String> left = new ArrayList<>();
        for (Map.Entry<AnalysisInput.Member, AnalysisDocument> e : documents.entrySet()) {
            Path file = e.getKey().file();
            int datasets = session.load(file, Progress.none()).datasets().size();
            Path target = OpenFiles.documentFor(file, e.getKey().index(), datasets);
            if (Files.exists(target)) {
                left.add(target.getFileName().toString());
            } else {
                AnalysisStore.write(target, e.getValue());
                saved++;
            }
        }
        String done = saved == 1 ? Messages.BatchSaving_one : NLS.bind(Messages.BatchSaving_many, saved);
        return left.isEmpty() ? done : NLS.bind(left.size() == 1 ? Messages.BatchSaving_stays
                : Messages.BatchSaving_stay, done, left.size(), left.get(0));
    }
}
