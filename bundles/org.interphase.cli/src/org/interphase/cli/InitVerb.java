package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectProposal;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.ProjectText;
import org.interphase.engine.project.RecipeRule;
import org.interphase.engine.project.Sample;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the first {@code project.yaml} of a folder. */
@Command(name = "init", sortOptions = false, description = {"Makes a folder of raw files a project: writes its first "
        + "project.yaml with samples (from the names of files and folders) and, for each kind of data found, the "
        + "recipe that suits it best, in the order of the report. What is not certain is left out and named. "
        + "Look through the file and correct it; 'interphase report --help' explains its keys.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase init campaign",
            "  interphase init campaign --dry-run         only shows what it would write",
            "  interphase report campaign                 then works at once"})
final class InitVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FOLDER", description = "Folder with the raw files; those in folders below count too.")
    private String path;

    @Option(names = "--force", description = "Write over a project.yaml that is there already.")
    private boolean force;

    @Option(names = "--dry-run", description = "Show the proposal and write nothing.")
    private boolean dryRun;

    InitVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = session.resolve(path);
        Path document = folder.resolve(ProjectStore.FILE);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(path + (Files.exists(folder) ? " is a file; name the folder it lies in"
                    : ": there is no such folder (looked for " + folder + ")"));
        }
        if (Files.exists(document) && !force && !dryRun) {
            throw new DocumentException(ProjectStore.FILE, 0, 0, "there is one already in " + path
                    + "; --force writes over it, --dry-run only shows what would be written");
        }
        ProgressBar bar = new ProgressBar(session.console(), 0, !common.quiet(), System::nanoTime);
        ProjectProposal proposal;
        try {
            proposal = ProjectProposal.of(folder, session.registry(), bar, Progress.none());
        } finally {
            bar.clear();
        }
        ProjectText text = proposal.text();
        boolean empty = proposal.project().samples().isEmpty();
        boolean written = !dryRun && !empty;
        if (written) {
            text = force ? text.overwrite() : text.save();
        }
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(tree(proposal, text, written)));
        } else {
            session.console().out().print(said(proposal, text, written));
        }
        if (empty) {
            session.console().err().println("interphase: " + path + ": there is no data of a known format in this "
                    + "folder; nothing was written");
        }
        return empty ? CliMain.SOME_FAILED : CliMain.DONE;
    }

    private String said(ProjectProposal proposal, ProjectText text, boolean written) throws IOException {
        StringBuilder out = new StringBuilder();
        Map<String, Integer> counts = proposal.counts();
        TextTable samples = new TextTable().row("sample", "files", "which");
        for (Sample s : proposal.project().samples()) {
            samples.row(s.name(), String.valueOf(counts.get(s.name())), String.join(", ", s.files()));
        }
        TextTable rules = new TextTable().row("recipe", "title", "over");
        for (RecipeRule r : proposal.project().recipes()) {
            rules.row(r.recipe(), session.registry().requireRecipe(r.recipe()).title(), over(r));
        }
        if (!counts.isEmpty()) {
            out.append(samples.indented("")).append('\n').append(rules.indented(""));
        }
        ProjectFiles files = ProjectFiles.in(proposal.project().folder());
        if (!proposal.left().isEmpty()) {
            out.append("\nnot assigned:\n");
            proposal.left().forEach(l -> out.append("  ").append(files.relative(l.file())).append(": ")
                    .append(l.why()).append('\n'));
        }
        if (!proposal.remarks().isEmpty()) {
            out.append("\nnotes:\n");
            proposal.remarks().forEach(r -> out.append("  ").append(r).append('\n'));
        }
        if (dryRun) {
            out.append("\n--- ").append(ProjectStore.FILE).append('\n').append(text.text());
        } else if (written) {
            out.append("\nwritten: ").append(proposal.project().folder().resolve(ProjectStore.FILE))
                    .append("\nnext: interphase report ").append(path).append('\n');
        }
        return out.toString();
    }

    private static String over(RecipeRule r) {
        List<String> out = new ArrayList<>();
        if (!r.files().isEmpty()) {
            out.add("files " + r.files());
        }
        if (!r.kind().isEmpty()) {
            out.add("kind " + r.kind());
        }
        if (!r.dataset().isEmpty()) {
            out.add("dataset " + r.dataset());
        }
        return out.isEmpty() ? "all data it suits" : String.join(", ", out);
    }

    private Map<String, Object> tree(ProjectProposal proposal, ProjectText text, boolean written) throws IOException {
        ProjectFiles files = ProjectFiles.in(proposal.project().folder());
        List<Object> samples = new ArrayList<>();
        for (Sample s : proposal.project().samples()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", s.name());
            row.put("patterns", s.files());
            row.put("files", files.of(s).stream().map(files::relative).toList());
            samples.add(row);
        }
        List<Object> rules = new ArrayList<>();
        for (RecipeRule r : proposal.project().recipes()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("recipe", r.recipe());
            row.put("title", session.registry().recipe(r.recipe()).map(Recipe::title).orElse(""));
            row.put("files", r.files());
            row.put("kind", r.kind());
            row.put("dataset", r.dataset());
            rules.add(row);
        }
        List<Object> left = new ArrayList<>();
        proposal.left().forEach(l -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", files.relative(l.file()));
            row.put("data", l.data());
            row.put("why", l.why());
            left.add(row);
        });
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("document", proposal.project().folder().resolve(ProjectStore.FILE).toString());
        tree.put("written", written);
        tree.put("title", proposal.project().title());
        tree.put("samples", samples);
        tree.put("recipes", rules);
        tree.put("notAssigned", left);
        tree.put("notes", proposal.remarks());
        tree.put("text", text.text());
        return tree;
    }
}
