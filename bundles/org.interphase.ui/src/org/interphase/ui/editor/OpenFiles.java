package org.interphase.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.ProjectStore;
import org.interphase.ui.session.WorkbenchSession;

/** Opens what the analyst names: a raw file, a saved analysis, a project folder. */
public final class OpenFiles {

    private OpenFiles() {
    }

    /** Opens a file or folder by what it is. */
    public static void open(IWorkbenchPage page, Path path) {
        Path p = path.toAbsolutePath().normalize();
        String name = String.valueOf(p.getFileName());
        if (Files.isDirectory(p)) {
            page.getWorkbenchWindow().getService(WorkbenchSession.class).openProject(p);
        } else if (name.equals(ProjectStore.FILE)) {
            page.getWorkbenchWindow().getService(WorkbenchSession.class).openProject(p.getParent());
        } else if (name.endsWith(AnalysisStore.SUFFIX)) {
            open(page, AnalysisInput.ofDocument(p));
        } else {
            open(page, AnalysisInput.of(p, 0));
        }
    }

    /**
     * Where the analysis of a dataset is kept by default: beside the raw file.
     *
     * @param index which dataset, from 0
     * @param datasets how many the file has
     */
    public static Path documentFor(Path file, int index, int datasets) {
        return Opened.documentFor(file, index, datasets);
    }

    /** Opens an editor, or brings the one that is open to the front. */
    public static void open(IWorkbenchPage page, AnalysisInput input) {
        if (!input.isSeries()) {
            page.getWorkbenchWindow().getService(WorkbenchSession.class).opened(input.document() != null
                    ? input.document() : input.members().get(0).file());
        }
        try {
            page.openEditor(input, AnalysisEditor.ID);
        } catch (PartInitException e) {
            ILog.get().error("No editor for " + input.getName(), e);
        }
    }
}
