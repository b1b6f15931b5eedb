package org.interphase.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the report of a project is written if nobody names a folder for it. */
public final class ReportFolder {

    private ReportFolder() {
    }

    /**
     * The folder {@code report} of a project, which need not be there yet.
     *
     * @param project the project's folder
     * @throws IOException if {@code report} is a link that leads out of the project: a project that somebody gave away
     *     has no say in what is written elsewhere
     */
    public static Path of(Path project) throws IOException {
        Path folder = project.resolve("report");
        if (Files.exists(folder) && !folder.toRealPath().startsWith(project.toRealPath())) {
            throw new IOException("the report is not written through " + folder + ", a link that leads out of the "
                    + "project's folder; --out names another folder for it");
        }
        return folder;
    }
}
