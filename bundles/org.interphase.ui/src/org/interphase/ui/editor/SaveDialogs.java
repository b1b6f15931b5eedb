package org.interphase.ui.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.session.WorkbenchSession;

/** Asks where to save. */
public final class SaveDialogs {

    /** What is saved: each remembers a folder of its own. */
    public enum Kind {
        /** Analyses. */
        ANALYSIS("analysis"),
        /** Recipes. */
        RECIPE("recipe"),
        /** Pictures of figures. */
        FIGURE("figure"),
        /** Data of figures. */
        DATA("data"),
        /** Reports of problems. */
        PROBLEM("problem");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Under which name its folder is remembered. */
        public String folder() {
            return "folder." + key;
        }
    }

    private SaveDialogs() {
    }

    /** Asks where to save an analysis. */
    public static Optional<Path> askDocument(Shell shell, String name) {
        return ask(shell, Kind.ANALYSIS, Messages.SaveDialogs_analysis, name + AnalysisStore.SUFFIX, "*"
                + AnalysisStore.SUFFIX)
                .map(p -> p.getFileName().toString().endsWith(AnalysisStore.SUFFIX) ? p
                        : p.resolveSibling(p.getFileName() + AnalysisStore.SUFFIX));
    }

    /** Asks for a file to write; what exists is overwritten only after a question. */
    public static Optional<Path> ask(Shell shell, Kind kind, String title, String name, String... filters) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFileName(name);
        dialog.setFilterExtensions(filters);
        dialog.setOverwrite(true);
        Remembered remembered = PlatformUI.getWorkbench().getService(WorkbenchSession.class).remembered();
        String folder = kind.folder();
        remembered.get(folder).ifPresent(dialog::setFilterPath);
        Optional<Path> answer = Optional.ofNullable(dialog.open()).map(Path::of);
        answer.ifPresent(p -> remembered.put(folder, String.valueOf(p.getParent())));
        return answer;
    }
}
