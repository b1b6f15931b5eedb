package org.interphase.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.engine.plugin.InstalledPlugin;
import org.interphase.engine.plugin.PluginException;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The user's plug-ins: which there are, and what is to become of them. */
@Command(name = "plugin", sortOptions = false, description = {"Lists, installs, removes, disables and enables "
        + "plug-ins: jars of others that add techniques, readers and recipes.", "",
        "A plug-in runs with your rights, as any program does: install what you trust. Nothing is downloaded.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase plugin list",
            "  interphase plugin install afm-1.0.jar     one jar, or all jars of a folder",
            "  interphase plugin disable com.example.afm", "  interphase plugin enable com.example.afm",
            "  interphase plugin remove com.example.afm",
            "  interphase run xps/survey a.vms --without-plugins     as if none were installed", "",
            "The folder of the plug-ins is named by 'plugin list'; the environment variable INTERPHASE_PLUGINS",
            "names another."})
final class PluginVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "WHAT", description = "list, install, remove, disable or enable.",
            completionCandidates = Actions.class)
    private String action;

    @Parameters(index = "1..*", paramLabel = "PLUGIN", arity = "0..*", description = "Files or folders to install; "
            + "else identifiers, as 'list' shows them.")
    private List<String> names = new ArrayList<>();

    /** What can be done. */
    static final class Actions extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Actions() {
            super(List.of("list", "install", "remove", "disable", "enable"));
        }
    }

    @FunctionalInterface
    private interface Deed {
        List<InstalledPlugin> on(String name) throws IOException;
    }

    PluginVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        PluginManager plugins = session.plugins();
        return switch (action) {
            case "list" -> list(plugins);
            case "install" -> change("installed", n -> plugins.install(session.resolve(n)));
            case "remove" -> change("removed", n -> List.of(plugins.remove(n)));
            case "disable" -> change("disabled", n -> List.of(plugins.setEnabled(n, false)));
            case "enable" -> change("enabled", n -> List.of(plugins.setEnabled(n, true)));
            default -> throw new UsageException("there is no 'plugin " + action + "'; there are list, install, "
                    + "remove, disable and enable");
        };
    }

    private int list(PluginManager plugins) {
        if (!names.isEmpty()) {
            throw new UsageException("'plugin list' takes no name");
        }
        List<InstalledPlugin> all = plugins.list();
        if (common.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("folder", plugins.folder().toString());
            tree.put("plugins", all.stream().map(PluginVerb::tree).toList());
            session.console().out().print(JsonText.writePretty(tree));
            return CliMain.DONE;
        }
        StringBuilder out = new StringBuilder();
        all.forEach(p -> out.append(text(p)));
        out.append(all.isEmpty() ? "no plug-ins in " : "in ").append(plugins.folder()).append('\n');
        session.console().out().print(out);
        return CliMain.DONE;
    }

    private int change(String done, Deed deed) throws IOException {
        if (names.isEmpty()) {
            throw new UsageException("'plugin " + action + "' needs the name of "
                    + (action.equals("install") ? "a file or folder" : "a plug-in"));
        }
        List<Map<String, Object>> trees = new ArrayList<>();
        boolean installs = action.equals("install");
        int code = CliMain.DONE;
        for (String name : names) {
            try {
                for (InstalledPlugin p : deed.on(name)) {
                    boolean refused = installs && p.state() == InstalledPlugin.State.REFUSED;
                    code = refused ? CliMain.SOME_FAILED : code;
                    Map<String, Object> tree = tree(p);
                    tree.put("done", refused ? "" : done);
                    trees.add(tree);
                    say(p, refused ? "not installed" : done);
                }
            } catch (PluginException e) {
                code = CliMain.SOME_FAILED;
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("file", name);
                tree.put("done", "");
                tree.put("reason", e.getMessage());
                trees.add(tree);
                session.console().err().println("interphase: " + name + ": " + e.getMessage());
            }
        }
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(Map.of("plugins", trees)));
        }
        return code;
    }

    private void say(InstalledPlugin p, String done) {
        boolean bad = p.state() == InstalledPlugin.State.REFUSED && !done.equals("removed");
        String line = label(p) + ": " + done + (bad ? "; " + p.reason() : done.equals("installed")
                || done.equals("enabled") ? "; adds " + p.adds().line() : "");
        if (bad) {
            session.console().err().println("interphase: " + line);
        } else if (!common.json()) {
            session.console().out().println(line);
        }
    }

    private static String label(InstalledPlugin p) {
        return p.version().isEmpty() ? p.id() : p.id() + " " + p.version();
    }

    private static String text(InstalledPlugin p) {
        TextTable rows = new TextTable();
        if (!p.reason().isEmpty()) {
            rows.row("reason", p.reason());
        }
        p.failures().forEach(f -> rows.row("failed", f));
        rows.row("author", p.author().isEmpty() ? "not stated" : p.author());
        rows.row("licence", p.licence().isEmpty() ? "not stated" : p.licence());
        if (p.state() == InstalledPlugin.State.ACTIVE) {
            rows.row("adds", p.adds().line());
        }
        rows.row("file", p.file());
        rows.row("sha256", p.sha256().isEmpty() ? "unknown" : p.sha256());
        return label(p) + "  " + p.state().word() + (p.name().equals(p.id()) ? "" : "  " + p.name()) + "\n"
                + rows.indented("  ") + "\n";
    }

    private static Map<String, Object> tree(InstalledPlugin p) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", p.id());
        tree.put("name", p.name());
        tree.put("version", p.version());
        tree.put("state", p.state().word());
        tree.put("reason", p.reason());
        tree.put("failures", p.failures());
        tree.put("author", p.author());
        tree.put("licence", p.licence());
        tree.put("techniques", p.adds().techniques());
        tree.put("readers", p.adds().readers());
        tree.put("operations", p.adds().operations());
        tree.put("recipes", p.adds().recipes());
        tree.put("file", p.file());
        tree.put("sha256", p.sha256());
        return tree;
    }
}
