package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Technique;
import org.interphase.engine.text.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which techniques are installed. */
@Command(name = "techniques", sortOptions = false, description = {"Lists the installed techniques and the kinds of "
        + "data they know.", ""},
        footerHeading = "%nExamples:%n", footer = {"  interphase techniques", "  interphase techniques --json"})
final class TechniquesVerb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    TechniquesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Technique> techniques = session.registry().techniques();
        if (common.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("techniques", techniques.stream().map(TechniquesVerb::tree).toList());
            tree.put("problems", session.registry().problems());
            session.console().out().print(JsonText.writePretty(tree));
            return CliMain.DONE;
        }
        TextTable table = new TextTable();
        for (Technique t : techniques) {
            table.row(t.id(), t.title());
            t.kinds().forEach(k -> table.row("  " + k.id(), k.title() + " (" + k.shape() + ")"));
        }
        session.console().out().print(table.indented(""));
        return CliMain.DONE;
    }

    private static Map<String, Object> tree(Technique t) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", t.id());
        tree.put("title", t.title());
        tree.put("kinds", t.kinds().stream().map(TechniquesVerb::kind).toList());
        tree.put("formats", t.readers().stream().map(DatasetReader::id).toList());
        tree.put("operations", t.operations().stream().map(o -> o.info().id()).toList());
        tree.put("recipes", t.recipes().stream().map(Recipe::id).toList());
        tree.put("referenceTables", t.referenceTables().stream().map(ReferenceTable::id).toList());
        return tree;
    }

    private static Map<String, Object> kind(KindInfo k) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", k.id());
        tree.put("title", k.title());
        tree.put("shape", k.shape());
        return tree;
    }
}
