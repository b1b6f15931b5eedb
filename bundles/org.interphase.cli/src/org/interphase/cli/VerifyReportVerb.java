package org.interphase.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.Progress;
import org.interphase.engine.text.JsonText;
import org.interphase.report.ReportSignature;
import org.interphase.report.ReportVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a report's analyses again and says which numbers moved. */
@Command(name = "verify-report", sortOptions = false,
description = {"Holds the files of a report against their checksums, "
        + "runs every analysis again from the raw files, and says what was touched and which numbers moved. Exit code "
        + "0 if all is as it was, 1 if not.", ""},
        footerHeading = "%nExamples:%n", footer = {"  interphase verify-report report",
            "  interphase verify-report report --raw archive/2026     the raw files were moved there",
            "  interphase verify-report report --key key.pub.pem      was it signed by the owner of this key?",
            "  cd report && sha256sum -c SHA256SUMS                   the checksums alone, without Interphase"})
final class VerifyReportVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "REPORT", description = "Folder a report was written to.")
    private String path;

    @Option(names = "--raw", paramLabel = "DIR", description = "Folder the raw files were moved to; each is looked for "
            + "there by the longest end of its path.")
    private String raw;

    @Option(names = "--key", paramLabel = "KEY", description = "Public Ed25519 key (PEM) of who signed the report: its "
            + "signature has to be good.")
    private String key;

    VerifyReportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = raw == null ? null : session.resolve(raw);
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("--raw: " + raw + " is no folder");
        }
        Path report = session.resolve(path);
        ReportSignature.Finding signature = key == null ? null : ReportSignature.verify(report,
                ReportSignature.publicKey(session.resolve(key)));
        ReportVerifier.Verification found = new ReportVerifier(session.registry()).verify(report, folder,
                Progress.none());
        if (common.json()) {
            json(found, signature);
        } else {
            text(found);
            signature(report, signature);
        }
        boolean genuine = signature == null || signature == ReportSignature.Finding.GOOD;
        return found.isSame() && genuine ? CliMain.DONE : CliMain.SOME_FAILED;
    }

    private void signature(Path report, ReportSignature.Finding signature) {
        PrintStream out = session.console().out();
        if (signature == null) {
            if (Files.exists(report.resolve(ReportSignature.NAME))) {
                out.println("the report is signed; --key names the public key to check that with");
            }
            return;
        }
        out.println(switch (signature) {
            case GOOD -> "signature: good, the checksums are those that the owner of " + key + " signed";
            case BAD -> "signature: bad, the owner of " + key + " did not sign these checksums";
            case MISSING -> "signature: missing";
        });
    }

    private void json(ReportVerifier.Verification found, ReportSignature.Finding signature) {
        List<Object> rows = new ArrayList<>();
        for (ReportVerifier.Finding f : found.analyses()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("document", f.document());
            row.put("status", word(f.status()).replace(' ', '-'));
            row.put("details", f.details());
            rows.add(row);
        }
        List<Object> files = new ArrayList<>();
        for (ReportVerifier.FileFinding f : found.files()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", f.file());
            row.put("status", word(f.status()).replace(' ', '-'));
            files.add(row);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("analyses", rows);
        tree.put("checksums", found.hasChecksums());
        tree.put("files", files);
        if (signature != null) {
            tree.put("signature", word(signature));
        }
        session.console().out().print(JsonText.writePretty(tree));
    }

    private void text(ReportVerifier.Verification found) {
        PrintStream out = session.console().out();
        for (ReportVerifier.FileFinding f : found.files()) {
            if (f.status() != ReportVerifier.FileStatus.SAME) {
                out.println(f.file() + ": " + (f.status() == ReportVerifier.FileStatus.NOT_LISTED
                        ? "not written with this report" : word(f.status())));
            }
        }
        for (ReportVerifier.Finding f : found.analyses()) {
            if (f.status() != ReportVerifier.Status.SAME) {
                out.println(f.document() + ": " + word(f.status()));
                f.details().forEach(d -> out.println("  " + d));
            }
        }
        long same = found.analyses().stream().filter(f -> f.status() == ReportVerifier.Status.SAME).count();
        long kept = found.files().stream().filter(f -> f.status() == ReportVerifier.FileStatus.SAME).count();
        out.println(same + " of " + found.analyses().size() + " analyses reproduced");
        out.println(found.hasChecksums() ? kept + " of " + found.files().size() + " files as they were written"
                : "the report has no checksums (SHA256SUMS): whether its pages were touched can't be told");
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
