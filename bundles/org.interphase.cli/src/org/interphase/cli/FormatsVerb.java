package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.DatasetReader;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which file formats can be read. */
@Command(name = "formats", sortOptions = false, description = {"Lists the file formats that can be read. Content "
        + "decides, not the file name.", ""},
        footerHeading = "%nExamples:%n", footer = {"  interphase formats", "  interphase formats --json"})
final class FormatsVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    FormatsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<DatasetReader> readers = session.registry().readers();
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(Map.of("formats",
                    readers.stream().map(FormatsVerb::tree).toList())));
        } else {
            TextTable table = new TextTable();
            readers.forEach(r -> table.row(r.id(), String.join(" ", r.extensions().stream().map(e -> "." + e)
                    .toList()), r.title()));
            session.console().out().print(table.indented(""));
        }
        return CliMain.DONE;
    }

    private static Map<String, Object> tree(DatasetReader r) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", r.id());
        tree.put("title", r.title());
        tree.put("extensions", r.extensions());
        tree.put("kinds", r.kinds());
        return tree;
    }
}
