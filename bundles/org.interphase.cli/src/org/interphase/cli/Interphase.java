package org.interphase.cli;

import org.interphase.engine.recipe.SoftwareVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command itself; everything is done by its verbs. */
@Command(name = "interphase", mixinStandardHelpOptions = true, versionProvider = Interphase.Version.class,
        sortOptions = false,
        description = {"Opens, analyses and reports materials characterisation data: spectra, micrographs, "
                + "electrochemical records.", ""},
        synopsisHeading = "Usage: ", descriptionHeading = "%n", commandListHeading = "%nVerbs:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  interphase info sample.vms                what is inside a file",
            "  interphase recipes                        which analyses there are",
            "  interphase recipes xps/f1s-lif-cf2        the steps and parameters of one of them",
            "  interphase run xps/f1s-lif-cf2 *.csv --out results",
            "  interphase init my-project                makes a folder of raw files a project",
            "  interphase report my-project --out report",
            "",
            "Each verb explains itself: interphase VERB --help. With --json a verb prints one JSON document on",
            "standard output; progress and remarks go to standard error.",
            "Exit codes: 0 done, 1 some input failed (the rest is done), 2 wrong usage.",
            "Without arguments, interphase opens the workbench; interphase FILE opens it with a file or a folder."})
final class Interphase implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a verb: info, formats, techniques, "
                + "operations, recipes, run, init, report, verify-report, plugin or new-technique");
    }

    /** Version of program and runtime. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {SoftwareVersion.nameAndVersion() + " (Java " + System.getProperty("java.version")
                    + ")"};
        }
    }
}
