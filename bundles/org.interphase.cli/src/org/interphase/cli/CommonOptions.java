package org.interphase.cli;

import picocli.CommandLine.Option;

/** Options every verb has. */
final class CommonOptions {

    @Option(names = "--json", description = "Print exactly one JSON document on standard output.")
    private boolean json;

    @Option(names = {"-q", "--quiet"}, description = "No progress and no remarks on standard error; errors stay.")
    private boolean quiet;

    @Option(names = "--debug", description = "Show stack traces of errors.")
    private boolean debug;

    @Option(names = "--without-plugins", description = "Leave all plug-ins out, as if none were installed.")
    private boolean withoutPlugins;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean debug() {
        return debug;
    }

    boolean withoutPlugins() {
        return withoutPlugins;
    }

    boolean help() {
        return help;
    }
}
