package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which operations there are, and what one takes. */
@Command(name = "operations", sortOptions = false, description = {"Lists the operations recipes are made of; with an "
        + "identifier, explains one and its parameters.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase operations", "  interphase operations xps.shirley",
            "  interphase operations --json"})
final class OperationsVerb implements Callable<Integer> {

    private static final int WIDTH = 100;

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Operation to explain.")
    private String id;

    OperationsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Operation<?, ?>> operations = id == null ? session.registry().operations()
                : List.of(session.registry().requireOperation(id));
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(Map.of("operations",
                    operations.stream().map(o -> tree(o.info())).toList())));
        } else if (id != null) {
            session.console().out().print(text(operations.get(0).info()));
        } else {
            TextTable table = new TextTable();
            operations.forEach(o -> table.row(o.info().id(), shape(o.info()), o.info().title()));
            session.console().out().print(table.indented(""));
        }
        return CliMain.DONE;
    }

    static String shape(OperationInfo<?, ?> info) {
        return switch (info.input().getSimpleName()) {
            case "CurveStack" -> "stack";
            case "Dataset" -> "any";
            default -> info.input().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static Map<String, Object> tree(OperationInfo<?, ?> info) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", info.id());
        tree.put("version", info.version());
        tree.put("title", info.title());
        tree.put("help", info.help());
        tree.put("input", shape(info));
        tree.put("kinds", info.kinds());
        tree.put("parameters", ParameterTree.of(info.parameters()));
        tree.put("citations", info.citations().stream().map(c -> {
            Map<String, Object> citation = new LinkedHashMap<>();
            citation.put("key", c.key());
            citation.put("text", c.text());
            return citation;
        }).toList());
        return tree;
    }

    private static String text(OperationInfo<?, ?> info) {
        StringBuilder out = new StringBuilder(info.id() + " (version " + info.version() + "): " + info.title() + "\n");
        out.append(TextTable.wrap(info.help(), "  ", WIDTH));
        out.append("\nTakes: ").append(shape(info)).append(info.kinds().isEmpty() ? ""
                : " of kind " + String.join(", ", info.kinds())).append('\n');
        out.append("\nParameters (set with --set step.parameter=value):\n")
                .append(ParameterTree.text(info.parameters(), null, "  "));
        info.citations().forEach(c -> out.append(TextTable.wrap(c.key() + ": " + c.text(), "  ", WIDTH)));
        return out.toString();
    }
}
