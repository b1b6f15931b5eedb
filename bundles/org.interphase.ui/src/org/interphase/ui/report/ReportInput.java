package org.interphase.ui.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.interphase.ui.theme.Icons;

/**
 * The report of a project.
 *
 * @param folder the project's folder
 */
public record ReportInput(Path folder) implements IEditorInput {

    /** Requires a folder. */
    public ReportInput {
        Objects.requireNonNull(folder, "folder");
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.of("project");
    }

    @Override
    public String getName() {
        return Messages.ReportInput_name;
    }

    @Override
    public IPersistableElement getPersistable() {
        // the project it belongs to may be another one at the next start
        return null;
    }

    @Override
    public String getToolTipText() {
        return folder.toString();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
