package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.TreeItem;
import org.interphase.ui.commands.InstalledTechniques;

/**
 * Files dropped on a sample, or on a file of it, become its files, whether they come from the tree or from a file
 * manager; dropped on "Not assigned" they leave their samples; dropped elsewhere they are opened.
 */
final class SampleDrop extends DropTargetAdapter {

    private final TreeViewer tree;
    private final SampleEdits edits;
    private final FileDrop elsewhere;

    private SampleDrop(TreeViewer tree, SampleEdits edits, FileDrop elsewhere) {
        this.tree = tree;
        this.edits = edits;
        this.elsewhere = elsewhere;
    }

    /** Lets things be dragged within, into and out of the tree. */
    static void attach(TreeViewer tree, SampleEdits edits, FileDrop elsewhere) {
        DropTarget target = new DropTarget(tree.getTree(), DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(LocalSelectionTransfer.getTransfer(), FileTransfer.getInstance());
        target.addDropListener(new SampleDrop(tree, edits, elsewhere));
        LocalSelectionTransfer local = LocalSelectionTransfer.getTransfer();
        tree.addDragSupport(DND.DROP_COPY | DND.DROP_MOVE, new Transfer[] {local, FileTransfer.getInstance()},
                new DragSourceAdapter() {
                    @Override
                    public void dragStart(DragSourceEvent event) {
                        event.doit = !edits.selectedPaths().isEmpty();
                        local.setSelection(tree.getStructuredSelection());
                    }

                    @Override
                    public void dragSetData(DragSourceEvent event) {
                        if (FileTransfer.getInstance().isSupportedType(event.dataType)) {
                            event.data = edits.selectedPaths().stream().map(Path::toString).toArray(String[]::new);
                        }
                    }

                    @Override
                    public void dragFinished(DragSourceEvent event) {
                        local.setSelection(null);
                    }
                });
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        // files are given to samples and never moved on disk
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
        event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL | DND.FEEDBACK_EXPAND;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (LocalSelectionTransfer.getTransfer().isSupportedType(event.currentDataType)) {
            List<Path> files = edits.selectedPaths();
            if (!files.isEmpty()) {
                give(event, files);
            }
        } else if (event.data instanceof String[] names) {
            List<Path> files = Arrays.stream(names).map(Path::of).toList();
            if (files.stream().anyMatch(InstalledTechniques::isPlugin) || !give(event, files)) {
                elsewhere.open(names);
            }
        }
    }

    private boolean give(DropTargetEvent event, List<Path> files) {
        TreeItem item = event.item instanceof TreeItem i ? i : null;
        while (item != null && item.getParentItem() != null) {
            item = item.getParentItem();
        }
        Object top = item == null ? null : item.getData();
        if (top instanceof Node.OfSample sample) {
            edits.assign(sample.label(), files);
            return true;
        }
        if (top instanceof Node.Group g && g.under() == Node.Under.NOT_ASSIGNED) {
            edits.unassign(files);
            return true;
        }
        return false;
    }
}
