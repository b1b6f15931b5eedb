package org.interphase.ui.report;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.report.ReportOutline;

/**
 * What the page shows.
 *
 * @param project the project as it stands on disk
 * @param outline chapters
 * @param notes what a person says
 */
record ReportShown(Project project, ReportOutline outline, ReportNotes notes) {

    /** @throws IOException if the project or its layout cannot be read, saying why */
    static ReportShown read(Path folder, TechniqueRegistry registry) throws IOException {
        Project project = ProjectStore.read(folder);
        try {
            return new ReportShown(project, ReportOutline.of(project, registry), ReportNotes.of(project.report()));
        } catch (IllegalArgumentException e) {
            throw new IOException(NLS.bind(Messages.ReportShown_yaml, e.getMessage()), e);
        }
    }

    String text(String key) {
        return project.report().get(key) == null ? "" : project.report().get(key).toString();
    }
}
