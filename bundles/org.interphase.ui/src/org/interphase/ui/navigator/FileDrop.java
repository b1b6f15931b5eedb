package org.interphase.ui.navigator;

import java.nio.file.Path;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.ui.IWorkbenchPage;
import org.interphase.ui.commands.InstalledTechniques;
import org.interphase.ui.editor.OpenFiles;

/** Opens files and folders dropped from outside; a jar is offered to be installed as a plug-in. */
public final class FileDrop extends DropTargetAdapter {

    private final IWorkbenchPage page;

    /** Opens in a page; null for the active one. */
    public FileDrop(IWorkbenchPage page) {
        this.page = page;
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (FileTransfer.getInstance().isSupportedType(event.currentDataType) && event.data instanceof String[] names) {
            open(names);
        }
    }

    /** Opens what was dropped. */
    public void open(String... names) {
        IWorkbenchPage into = page != null ? page : org.eclipse.ui.PlatformUI.getWorkbench()
                .getActiveWorkbenchWindow().getActivePage();
        for (String name : names) {
            Path path = Path.of(name);
            if (InstalledTechniques.isPlugin(path)) {
                InstalledTechniques.install(into.getWorkbenchWindow(), path);
            } else {
                OpenFiles.open(into, path);
            }
        }
    }
}
