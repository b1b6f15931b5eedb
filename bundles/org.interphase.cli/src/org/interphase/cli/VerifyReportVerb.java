package org.interphase.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.Progress;
import org.interphase.engine.text.JsonText;
import org.interphase.report.ReportVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a report's analyses again and says which numbers moved. */
@Command(name = "verify-report", sortOptions = false,
description = {"Runs every analysis of a report again from the raw "
        + "files and says which numbers moved. Exit code 0 if all are as they were, 1 if not.", ""},
        footerHeading = "%nExamples:%n", footer = {"  interphase verify-report report"})
final class VerifyReportVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "REPORT", description = "Folder a report was written to.")
    private String path;

    VerifyReportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<ReportVerifier.Finding> findings = new ReportVerifier(session.registry()).verify(session.resolve(path),
                Progress.none());
        long same = findings.stream().filter(f -> f.status() == ReportVerifier.Status.SAME).count();
        if (common.json()) {
            List<Object> rows = new ArrayList<>();
            for (ReportVerifier.Finding f : findings) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("document", f.document());
                row.put("status", f.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                row.put("details", f.details());
                rows.add(row);
            }
            session.console().out().print(JsonText.writePretty(Map.of("analyses", rows)));
        } else {
            for (ReportVerifier.Finding f : findings) {
                if (f.status() != ReportVerifier.Status.SAME) {
                    session.console().out().println(f.document() + ": "
                            + f.status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
                    f.details().forEach(d -> session.console().out().println("  " + d));
                }
            }
            session.console().out().println(same + " of " + findings.size() + " analyses reproduced");
        }
        return same == findings.size() ? CliMain.DONE : CliMain.SOME_FAILED;
    }
}
