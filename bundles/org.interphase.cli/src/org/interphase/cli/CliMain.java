package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.interphase.api.parameters.ParameterException;
import org.interphase.engine.batch.InputFailure;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.registry.UnknownNameException;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine;

/** Runs a verb. Works without OSGi, where techniques come from the class path. */
public final class CliMain {

    /** All done. */
    public static final int DONE = 0;
    /** Some input failed; the rest is done. */
    public static final int SOME_FAILED = 1;
    /** Wrong usage; nothing was done. */
    public static final int USAGE = 2;

    private final Supplier<PluginManager> plugins;
    private final Console console;
    private final Supplier<Path> folder;

    /** A command line over techniques, which are only asked for when a verb needs them. */
    CliMain(Supplier<PluginManager> plugins, Console console) {
        this(plugins, console, CliMain::workingFolder);
    }

    /**
     * A command line in another working folder.
     *
     * @param folder what relative paths are seen from; those of its file system are used for all that is written
     */
    CliMain(Supplier<PluginManager> plugins, Console console, Supplier<Path> folder) {
        this.plugins = plugins;
        this.console = console;
        this.folder = folder;
    }

    /** Entry point on a flat class path. */
    public static void main(String[] arguments) {
        System.exit(ProcessStreams.run(PluginManager::onClassPath, arguments));
    }

    /** Runs a verb and gives the exit code. */
    int run(String... arguments) {
        boolean without = Arrays.asList(arguments).contains("--without-plugins");
        Session session = new Session(() -> without ? plugins.get().without() : plugins.get(), console,
                folder.get());
        CommandLine line = commands(session);
        boolean debug = Arrays.asList(arguments).contains("--debug");
        boolean json = Arrays.asList(arguments).contains("--json");
        line.setExecutionExceptionHandler((e, failed, parsed) -> failed(e, debug, json));
        line.setParameterExceptionHandler((e, args) -> {
            usage(e.getMessage(), json);
            CommandLine at = e.getCommandLine();
            console.err().println("Try: interphase " + (at == line ? "" : at.getCommandName() + " ") + "--help");
            return USAGE;
        });
        if (arguments.length == 0) {
            line.usage(console.err());
            return USAGE;
        }
        int code = execute(line, arguments, debug, json);
        session.tellProblems();
        return code;
    }

    // the framework answers an Error with a bare exit code, so it has to be told here
    private int execute(CommandLine line, String[] arguments, boolean debug, boolean json) {
        try {
            int code = line.execute(arguments);
            if (console.out().checkError()) {
                usage("standard output was closed, or its disk is full, before all was written", false);
                return Math.max(code, SOME_FAILED);
            }
            return code;
        } catch (Error e) {
            return failed(e, debug, json);
        }
    }

    private CommandLine commands(Session session) {
        CommandLine line = new CommandLine(new Interphase());
        StatedOptions ofInfo = new StatedOptions();
        StatedOptions ofRun = new StatedOptions();
        line.addSubcommand(new InfoVerb(session, ofInfo)).addSubcommand(new FormatsVerb(session))
                .addSubcommand(new TechniquesVerb(session)).addSubcommand(new OperationsVerb(session))
                .addSubcommand(new RecipesVerb(session)).addSubcommand(new RunVerb(session, ofRun))
                .addSubcommand(new InitVerb(session)).addSubcommand(new ReportVerb(session))
                .addSubcommand(new VerifyReportVerb(session)).addSubcommand(new PluginVerb(session))
                .addSubcommand(new NewTechniqueVerb(session));
        ofInfo.addTo(line.getSubcommands().get("info").getCommandSpec());
        ofRun.addTo(line.getSubcommands().get("run").getCommandSpec());
        line.setOut(new java.io.PrintWriter(console.out(), true, console.out().charset()));
        line.setErr(new java.io.PrintWriter(console.err(), true, console.err().charset()));
        line.setUsageHelpWidth(100);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static Path workingFolder() {
        String given = System.getProperty("interphase.cwd");
        return Path.of(given == null || given.isBlank() ? System.getProperty("user.dir") : given).toAbsolutePath();
    }

    private void usage(String message, boolean json) {
        console.err().println("interphase: " + message);
        if (json) {
            console.out().println(JsonText.write(Map.of("error", message)));
        }
    }

    private int failed(Throwable e, boolean debug, boolean json) {
        if (debug) {
            StackTraces.print(e, console.err());
        }
        if (e instanceof UsageException || e instanceof UnknownNameException || e instanceof ParameterException) {
            usage(e.getMessage(), json);
            return USAGE;
        }
        boolean expected = e instanceof IOException || e instanceof OutOfMemoryError
                || e instanceof IllegalStateException && e.getMessage() != null && e.getCause() == null;
        usage(e instanceof CancellationException ? "cancelled"
                : e instanceof IllegalStateException && expected ? e.getMessage()
                : InputFailure.reason(e) + (expected || debug ? "" : " (run again with --debug for the details)"),
                json);
        return SOME_FAILED;
    }
}
