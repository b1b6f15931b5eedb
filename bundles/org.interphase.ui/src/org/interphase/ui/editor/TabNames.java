package org.interphase.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;

/** Tells tabs of files of the same name in several folders apart: such a tab names its folder too. */
public final class TabNames implements IPartListener2 {

    private final IWorkbenchPage page;

    /** Of a page; nothing happens yet. */
    public TabNames(IWorkbenchPage page) {
        this.page = page;
    }

    /** Names the tabs, now and whenever one opens or closes. */
    public void follow() {
        page.addPartListener(this);
        name();
    }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        name();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        name();
    }

    private void name() {
        List<AnalysisEditor> editors = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (IEditorReference r : page.getEditorReferences()) {
            AnalysisInput input = input(r);
            if (input != null) {
                // one that was not looked at since the start has no part yet, but counts
                editors.add(r.getPart(false) instanceof AnalysisEditor e ? e : null);
                files.add(input.place().toAbsolutePath().normalize());
            }
        }
        List<String> folders = folders(files);
        for (int i = 0; i < editors.size(); i++) {
            if (editors.get(i) != null) {
                editors.get(i).showFolder(folders.get(i));
            }
        }
    }

    private static AnalysisInput input(IEditorReference r) {
        try {
            return r.getEditorInput() instanceof AnalysisInput a ? a : null;
        } catch (PartInitException e) {
            // an editor that cannot be opened has no name to be told apart from
            return null;
        }
    }

    /**
     * For each file the shortest end of its folder that no other file of the same name has; empty where no other file
     * has its name.
     */
    static List<String> folders(List<Path> files) {
        return files.stream().map(f -> {
            List<Path> others = files.stream().filter(o -> !o.equals(f) && o.getFileName().equals(f.getFileName()))
                    .map(Path::getParent).toList();
            return others.isEmpty() || f.getParent() == null ? "" : shortest(f.getParent(), others);
        }).toList();
    }

    private static String shortest(Path folder, List<Path> others) {
        for (int n = 1; n < folder.getNameCount(); n++) {
            Path end = folder.subpath(folder.getNameCount() - n, folder.getNameCount());
            if (others.stream().noneMatch(o -> o.endsWith(end))) {
                return end.toString().replace('\\', '/');
            }
        }
        return folder.toString().replace('\\', '/');
    }
}
