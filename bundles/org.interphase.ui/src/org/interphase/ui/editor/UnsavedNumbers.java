package org.interphase.ui.editor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.interphase.model.Measurement;
import org.interphase.ui.session.Analysis;

/**
 * Numbers that stand in open editors and are not saved yet.
 *
 * @param numbers by dataset
 */
record UnsavedNumbers(Map<AnalysisInput.Member, List<Measurement>> numbers) {

    UnsavedNumbers {
        numbers = Map.copyOf(numbers);
    }

    /** Those of the editors of a page, as they are now; only those of the recipe that is in force. */
    static UnsavedNumbers in(IWorkbenchPage page) {
        Map<AnalysisInput.Member, List<Measurement>> out = new LinkedHashMap<>();
        for (IEditorReference ref : page.getEditorReferences()) {
            if (ref.getEditor(false) instanceof AnalysisEditor e && !e.input().isSeries()
                    && !e.input().members().isEmpty()) {
                e.analysis().filter(Analysis::isDirty).filter(Analysis::isCurrent).ifPresent(a -> {
                    List<Measurement> found = a.result().orElseThrow().run().measurements();
                    if (!found.isEmpty()) {
                        out.put(new AnalysisInput.Member(e.input().members().get(0).file(), a.input().index()), found);
                    }
                });
            }
        }
        return new UnsavedNumbers(out);
    }

    /** What is not saved of a dataset, or of all datasets of a file where the index is below 0. */
    List<Map.Entry<AnalysisInput.Member, List<Measurement>>> of(AnalysisInput.Member m) {
        return numbers.entrySet().stream().filter(e -> e.getKey().file().equals(m.file())
                && (m.index() < 0 || m.index() == e.getKey().index()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(AnalysisInput.Member::index)))
                .toList();
    }
}
