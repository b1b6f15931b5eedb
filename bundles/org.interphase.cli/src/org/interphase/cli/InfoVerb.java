package org.interphase.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.text.JsonText;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is inside files. */
@Command(name = "info", sortOptions = false, description = {"Shows what is inside files: datasets with their shape, "
        + "axes, units, ranges and metadata, and which recipes suit them.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase info region.vms", "  interphase info *.csv --json > inventory.json",
            "  interphase info scan.txt --as xps.region --axis \"binding energy\" --unit eV"})
final class InfoVerb implements Callable<Integer> {

    private static final int MAX_METADATA = 40;

    private final Session session;
    private final StatedOptions said;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to look into.")
    private List<String> files;

    InfoVerb(Session session, StatedOptions said) {
        this.session = session;
        this.said = said;
    }

    @Override
    public Integer call() {
        DatasetLoader loader = new DatasetLoader(session.registry());
        Stated stated = said.stated(session.registry());
        List<Object> datasets = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        List<Object> documents = new ArrayList<>();
        for (String file : files) {
            try {
                if (DocumentInfo.isDocument(file)) {
                    DocumentInfo info = DocumentInfo.of(file, session.resolve(file), session.registry());
                    documents.add(info.tree());
                    if (!common.json()) {
                        session.console().out().print(info.text());
                    }
                    continue;
                }
                LoadedFile loaded = loader.load(session.resolve(file), stated, Progress.none());
                if (!common.json()) {
                    session.console().out().print(text(file, loaded));
                }
                for (int i = 0; i < loaded.datasets().size(); i++) {
                    Map<String, Object> tree = InfoTree.of(file, i + 1, loaded.datasets().get(i));
                    tree.put("reader", loaded.reader());
                    if (!stated.isEmpty()) {
                        tree.put("stated", stated.entries());
                    }
                    tree.put("sha256", loaded.sha256());
                    tree.put("recipes", recipes(loaded.datasets().get(i)));
                    datasets.add(tree);
                }
            } catch (CancellationException | UsageException e) {
                throw e;
            } catch (IOException | RuntimeException | Error e) {
                failed.add(Failures.tree(file, e));
                Failures.tell(session.console(), file, e, common.debug());
            }
        }
        if (common.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("datasets", datasets);
            if (!documents.isEmpty()) {
                tree.put("documents", documents);
            }
            tree.put("failed", failed);
            session.console().out().print(JsonText.writePretty(tree));
        }
        return failed.isEmpty() ? CliMain.DONE : CliMain.SOME_FAILED;
    }

    private List<String> recipes(Dataset d) {
        return session.registry().suggest(d).stream().map(Recipe::id).toList();
    }

    private String text(String file, LoadedFile loaded) {
        StringBuilder out = new StringBuilder(file + "  (" + loaded.reader() + ", " + loaded.size() + " bytes)\n");
        for (int i = 0; i < loaded.datasets().size(); i++) {
            Dataset d = loaded.datasets().get(i);
            out.append("  ").append(i + 1).append("  ").append(d.name()).append("  ").append(d.kind()).append(", ")
                    .append(d.shape()).append(" of ").append(d.points()).append('\n');
            InfoTree.of("", i + 1, d).forEach((key, value) -> lines(out, key, value));
            for (Remark r : d.header().remarks()) {
                out.append("     ").append(r.level().name().toLowerCase(Locale.ROOT)).append(": ").append(r.text())
                        .append('\n');
            }
            List<String> recipes = recipes(d);
            if (!recipes.isEmpty()) {
                out.append("     recipes: ").append(String.join(", ", recipes)).append('\n');
            }
        }
        return out.toString();
    }

    private static void lines(StringBuilder out, String key, Object value) {
        switch (key) {
            case "axes", "columns" -> {
                for (Object entry : (List<?>) value) {
                    out.append("     ").append(key.equals("axes") ? "axis" : "column").append(": ")
                            .append(range((Map<?, ?>) entry)).append('\n');
                }
            }
            case "signal" -> out.append("     signal: ").append(range((Map<?, ?>) value)).append('\n');
            case "calibration" -> {
                Map<?, ?> c = (Map<?, ?>) value;
                out.append("     pixel: ").append(c.get("pixelWidth")).append(" x ").append(c.get("pixelHeight"))
                        .append(' ').append(c.get("unit")).append(" (").append(c.get("source")).append("), field ")
                        .append(number(c.get("width"))).append(" x ").append(number(c.get("height"))).append(' ')
                        .append(c.get("unit")).append('\n');
            }
            case "metadata" -> ((Map<?, ?>) value).entrySet().stream().limit(MAX_METADATA)
                    .forEach(e -> out.append("     ").append(e.getKey()).append(": ").append(plain(e.getValue()))
                            .append('\n'));
            default -> {
                // name, kind, shape and points are in the first line
            }
        }
    }

    private static String plain(Object value) {
        return value instanceof Map<?, ?> q ? q.get("value") + " " + q.get("unit") : String.valueOf(value);
    }

    private static String number(Object value) {
        return Numbers.plain(((Number) value).doubleValue(), 7);
    }

    private static String range(Map<?, ?> r) {
        Object name = r.containsKey("quantity") ? r.get("quantity") : r.get("name");
        String unit = r.get("unit").equals("1") ? "" : " " + r.get("unit");
        return name + " " + number(r.get("min")) + " .. " + number(r.get("max")) + unit
                + (r.containsKey("n") ? ", " + r.get("n") + " values" : "");
    }

}
