package org.interphase.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.model.Dataset;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.WorkbenchSession;

/**
 * An editor's data, read from disk.
 *
 * @param dataset what is analysed
 * @param reference which data it is
 * @param siblings names of all datasets of the file, if there are several to choose from
 * @param recipe recipe to begin with
 * @param onDisk the recipe as it is saved; the same as {@code recipe} unless a crash left a newer one
 * @param document where the analysis is saved, or null
 * @param folder where relative paths begin
 * @param note what the analyst should know about the file; empty if nothing
 */
record Opened(Dataset dataset, InputReference reference, List<String> siblings, Recipe recipe, Recipe onDisk,
        Path document, Path folder, String note) {

    static Opened open(AnalysisInput input, WorkbenchSession session, Progress progress) throws IOException {
        Opened plain = input.document() != null ? document(input.document(), session, progress)
                : input.isSeries() ? series(input, session, progress) : file(input, session, progress);
        Optional<Recipe> left = session.recovery().find(input.key());
        if (left.isEmpty() || left.get().equals(plain.onDisk)) {
            return plain;
        }
        return new Opened(plain.dataset, plain.reference, plain.siblings, left.get(), plain.onDisk, plain.document,
                plain.folder, Messages.Opened_recovered);
    }

    private static Opened file(AnalysisInput input, WorkbenchSession session, Progress progress) throws IOException {
        AnalysisInput.Member m = input.members().get(0);
        LoadedFile loaded = session.loader().load(m.file(), stated(m.file(), session), progress);
        int index = Math.max(0, Math.min(loaded.datasets().size() - 1, m.index()));
        Path document = documentFor(m.file(), index, loaded.datasets().size());
        List<String> names = loaded.datasets().stream().map(Dataset::name).toList();
        if (Files.isRegularFile(document)) {
            AnalysisDocument saved = AnalysisStore.read(document);
            boolean same = saved.input().sha256().equals(loaded.sha256());
            return new Opened(loaded.datasets().get(index), loaded.reference(index), names, saved.recipe(),
                    saved.recipe(), document, session.folderOf(m.file()), note(saved, same, session));
        }
        Dataset d = loaded.datasets().get(index);
        Recipe empty = Analysis.emptyRecipe(d);
        return new Opened(d, loaded.reference(index), names, empty, empty, null, session.folderOf(m.file()), "");
    }

    /** What is said of a file; where nothing is, what the analysis saved beside it was read with. */
    static Stated stated(Path file, WorkbenchSession session) throws IOException {
        Stated said = session.stated(file);
        Path beside = documentFor(file, 0, 1);
        return said.isEmpty() && Files.isRegularFile(beside) ? AnalysisStore.read(beside).input().stated() : said;
    }

    /** Where the analysis of a dataset is kept by default: beside the raw file. */
    static Path documentFor(Path file, int index, int datasets) {
        String number = datasets > 1 ? "." + (index + 1) : "";
        return file.resolveSibling(file.getFileName() + number + AnalysisStore.SUFFIX);
    }

    private static String note(AnalysisDocument saved, boolean same, WorkbenchSession session) {
        List<String> missing = saved.missing(session.registry());
        String gone = missing.isEmpty() ? "" : NLS.bind(Messages.Opened_missing,
                String.join(", ", missing));
        String stale = same ? "" : Messages.Opened_stale;
        return gone.isEmpty() || stale.isEmpty() ? gone + stale : gone + " " + stale;
    }

    // who opens an analysis of a plug-in that is gone must learn that, not that the format is unknown
    private static LoadedFile load(Path raw, Stated stated, AnalysisDocument saved, WorkbenchSession session,
            Progress progress) throws IOException {
        try {
            return session.loader().load(raw, stated, progress);
        } catch (DatasetFormatException e) {
            List<String> missing = saved.missing(session.registry());
            if (missing.isEmpty()) {
                throw e;
            }
            throw new DatasetFormatException(e.file(), e.position(), NLS.bind(Messages.Opened_plugin, e.reason(),
                    String.join(", ", missing)), e);
        }
    }

    private static Opened document(Path document, WorkbenchSession session, Progress progress) throws IOException {
        AnalysisDocument saved = AnalysisStore.read(document);
        List<InputReference> parts = saved.input().isSeries() ? saved.input().members() : List.of(saved.input());
        List<Dataset> datasets = new ArrayList<>();
        List<InputReference> references = new ArrayList<>();
        boolean same = true;
        for (InputReference part : parts) {
            Path raw = AnalysisStore.resolve(document, part);
            LoadedFile loaded = load(raw, session.memory().of(raw).orElse(part.stated()), saved, session, progress);
            int index = Math.min(part.index(), loaded.datasets().size() - 1);
            same &= loaded.sha256().equals(part.sha256());
            datasets.add(loaded.datasets().get(index));
            references.add(loaded.reference(index));
        }
        Dataset dataset = datasets.get(0);
        InputReference reference = references.get(0);
        if (saved.input().isSeries()) {
            SeriesInputs.Joined joined = SeriesInputs.join(saved.input().dataset(), datasets, references);
            dataset = joined.dataset();
            reference = joined.reference();
        }
        return new Opened(dataset, reference, List.of(), saved.recipe(), saved.recipe(), document,
                document.getParent(), note(saved, same, session));
    }

    private static Opened series(AnalysisInput input, WorkbenchSession session, Progress progress)
            throws IOException {
        List<Dataset> datasets = new ArrayList<>();
        List<InputReference> references = new ArrayList<>();
        int done = 0;
        for (AnalysisInput.Member m : input.members()) {
            progress.checkCancelled();
            LoadedFile loaded = session.load(m.file(), progress.part((double) done / input.members().size(),
                    (done + 1.0) / input.members().size()));
            done++;
            for (int i = 0; i < loaded.datasets().size(); i++) {
                if (m.index() < 0 || m.index() == i) {
                    datasets.add(loaded.datasets().get(i));
                    references.add(loaded.reference(i));
                }
            }
        }
        SeriesInputs.Joined joined = SeriesInputs.join(input.getName(), datasets, references);
        Recipe empty = Analysis.emptyRecipe(joined.dataset());
        return new Opened(joined.dataset(), joined.reference(), List.of(), empty, empty, null,
                session.folderOf(input.members().get(0).file()), "");
    }
}
