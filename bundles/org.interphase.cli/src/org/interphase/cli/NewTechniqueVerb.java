package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The first files of a plug-in. */
@Command(name = "new-technique", sortOptions = false, description = {"Writes the Maven project of a new plug-in: one "
        + "technique with a reader, an operation, a recipe and their tests. It builds and runs at once; make it yours.",
        ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase new-technique afm --package org.example.afm --author \"Ada Example\"", "",
            "The guide is docs/writing-a-technique.md."})
final class NewTechniqueVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Identifier of the technique: a lower-case word such as afm.")
    private String id;

    @Option(names = "--package", paramLabel = "P", description = "Java package, and identifier of the plug-in "
            + "(default: com.example.ID).")
    private String packageName;

    @Option(names = "--author", paramLabel = "NAME", defaultValue = "an author to be named",
            description = "Who it is by; shown where plug-ins are listed.")
    private String author;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the project (default: ID).")
    private String out;

    @Option(names = "--sdk", paramLabel = "DIR", description = "Folder that releng/scripts/publish-sdk wrote (default: "
            + "interphase-sdk in the home folder).")
    private String sdk;

    NewTechniqueVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = session.resolve(out == null ? id : out);
        Path published = sdk == null ? Path.of(System.getProperty("user.home"), "interphase-sdk")
                : session.resolve(sdk);
        List<String> files = new TechniqueProject(id, packageName == null ? "com.example." + id : packageName, author,
                published).write(folder);
        if (common.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("folder", folder.toString());
            tree.put("files", files);
            session.console().out().print(JsonText.writePretty(tree));
            return CliMain.DONE;
        }
        session.console().out().print("wrote " + files.size() + " files to " + folder + "; there:\n"
                + "  mvn package\n  interphase plugin install target/" + id + "-0.1.0.jar\n"
                + "  interphase run " + id + "/line sample." + id + "\n");
        return CliMain.DONE;
    }
}
