package org.interphase.engine.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Citation;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Species;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;

/** Analysis documents as trees and back. */
public final class AnalysisTree {

    private static final String FORMAT = "interphase analysis 1";

    private AnalysisTree() {
    }

    /** Reads the recipe part of a document. */
    @FunctionalInterface
    public interface RecipePart {
        /** The recipe at this place. */
        Recipe read(YamlValue value) throws DocumentException;
    }

    /** A document as a tree of plain values. */
    public static Map<String, Object> write(AnalysisDocument d, Map<String, Object> recipe) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("input", input(d.input()));
        tree.put("recipe", recipe);
        d.provenance().ifPresent(p -> {
            tree.put("measurements", d.measurements().stream().map(ResultText::measurement).toList());
            tree.put("remarks", d.remarks().stream().map(ResultText::remark).toList());
            tree.put("provenance", provenance(p));
        });
        return tree;
    }

    private static Map<String, Object> input(InputReference input) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", input.path());
        tree.put("sha256", input.sha256());
        tree.put("dataset", input.dataset());
        tree.put("index", input.index());
        if (!input.stated().isEmpty()) {
            tree.put("stated", input.stated().entries());
        }
        if (!input.plugin().isEmpty()) {
            tree.put("plugin", input.plugin());
        }
        if (input.isSeries()) {
            tree.put("members", input.members().stream().map(AnalysisTree::input).toList());
        }
        return tree;
    }

    private static Map<String, Object> provenance(Provenance p) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("software", p.software());
        tree.put("java", p.java());
        tree.put("time", p.time().toString());
        tree.put("steps", steps(p.steps()));
        return tree;
    }

    /** How the steps of a recipe ran, as a tree. */
    public static List<Map<String, Object>> steps(List<Provenance.StepProvenance> ran) {
        return ran.stream().map(s -> {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("step", s.step());
            step.put("operation", s.operation());
            step.put("version", s.version());
            if (!s.plugin().isEmpty()) {
                step.put("plugin", s.plugin());
            }
            step.put("parameters", s.parameters());
            step.put("methods", s.methods());
            if (!s.citations().isEmpty()) {
                step.put("citations",
                        s.citations().stream().map(c -> Map.of(c.key(), c.text())).toList());
            }
            return step;
        }).toList();
    }

    /** A document from a tree. */
    public static AnalysisDocument read(YamlValue root, RecipePart recipePart) throws DocumentException {
        String what = "an analysis document";
        root.onlyKeys(what, "format", "input", "recipe", "measurements", "remarks", "provenance");
        YamlValue format = root.require("format", what);
        if (!format.text("'format'").equals(FORMAT)) {
            throw format.fail("this is no '" + FORMAT + "' document but '" + format.text("'format'")
                    + "'; a newer Interphase may have written it");
        }
        InputReference input = readInput(root.require("input", what), 0);
        Recipe recipe = recipePart.read(root.require("recipe", what));
        List<Measurement> measurements = new ArrayList<>();
        for (YamlValue m : items(root, "measurements")) {
            measurements.add(readMeasurement(m));
        }
        List<Remark> remarks = new ArrayList<>();
        for (YamlValue r : items(root, "remarks")) {
            remarks.add(readRemark(r));
        }
        Optional<Provenance> provenance = root.get("provenance").isEmpty() ? Optional.empty()
                : Optional.of(readProvenance(root.get("provenance").get(), input));
        return new AnalysisDocument(recipe, input, measurements, remarks, provenance);
    }

    private static List<YamlValue> items(YamlValue map, String key) throws DocumentException {
        return map.get(key).isEmpty() ? List.of() : map.get(key).get().list("'" + key + "'");
    }

    private static InputReference readInput(YamlValue v, int depth) throws DocumentException {
        String what = "'input'";
        v.onlyKeys(what, "path", "sha256", "dataset", "index", "stated", "plugin", "members");
        List<InputReference> members = new ArrayList<>();
        for (YamlValue m : items(v, "members")) {
            if (depth > 0) {
                throw m.fail("a member of a series cannot be a series");
            }
            members.add(readInput(m, depth + 1));
        }
        return new InputReference(v.require("path", what).text("'path'"), v.text("sha256", what, ""),
                v.text("dataset", what, ""), v.get("index").isEmpty() ? 0 : v.get("index").get().integer("'index'"),
                members, StatedTree.read(v, what), v.text("plugin", what, ""));
    }

    private static double number(YamlValue map, String key) throws DocumentException {
        return map.get(key).isEmpty() ? Double.NaN : map.get(key).get().number("'" + key + "'");
    }

    private static Measurement readMeasurement(YamlValue v) throws DocumentException {
        String what = "a measurement";
        v.onlyKeys(what, "name", "symbol", "value", "uncertainty", "unit", "step", "limit", "quality",
                "reason", "evidence");
        try {
            return new Measurement(v.require("name", what).text("'name'"), v.text("symbol", what, ""),
                    number(v, "value"), number(v, "uncertainty"), Unit.of(v.text("unit", what, "1")),
                    v.text("step", what, ""), number(v, "limit"), verdict(v, what),
                    v.get("evidence").isEmpty() ? Optional.empty()
                            : Optional.of(readEvidence(v.get("evidence").get())));
        } catch (IllegalArgumentException e) {
            throw v.fail(e.getMessage());
        }
    }

    /** What a number is evidence of, from a tree. */
    public static Attribution readEvidence(YamlValue v) throws DocumentException {
        String what = "'evidence'";
        v.onlyKeys(what, "component", "property", "method", "line", "species");
        List<Species> species = new ArrayList<>();
        for (YamlValue s : items(v, "species")) {
            species.add(Species.of(s.text("a species")));
        }
        return new Attribution(v.require("component", what).text("'component'"),
                Attribution.Property.of(v.require("property", what).text("'property'")), v.text("method", what, ""),
                v.text("line", what, ""), species);
    }

    private static Verdict verdict(YamlValue v, String what) throws DocumentException {
        return new Verdict(Verdict.Quality.of(v.text("quality", what, Verdict.SOUND.quality().word())),
                v.text("reason", what, ""));
    }

    private static Remark readRemark(YamlValue v) throws DocumentException {
        String what = "a remark";
        v.onlyKeys(what, "level", "text", "step", "component", "code");
        String level = v.require("level", what).text("'level'");
        try {
            return new Remark(Remark.Level.valueOf(level.toUpperCase(Locale.ROOT)), v.text("text", what, ""),
                    v.text("step", what, ""), v.text("component", what, ""), v.text("code", what, ""));
        } catch (IllegalArgumentException e) {
            throw v.fail("'level' must be info, warning or error, not '" + level + "'");
        }
    }

    private static Provenance readProvenance(YamlValue v, InputReference input) throws DocumentException {
        String what = "'provenance'";
        v.onlyKeys(what, "software", "java", "time", "steps");
        List<Provenance.StepProvenance> steps = readSteps(items(v, "steps"));
        YamlValue time = v.require("time", what);
        try {
            return new Provenance(v.text("software", what, ""), v.text("java", what, ""),
                    Instant.parse(time.text("'time'")), input, steps);
        } catch (DateTimeException e) {
            throw time.fail("'" + time.text("'time'") + "' is no time");
        }
    }

    /** How the steps of a recipe ran, from trees. */
    public static List<Provenance.StepProvenance> readSteps(List<YamlValue> ran) throws DocumentException {
        List<Provenance.StepProvenance> steps = new ArrayList<>();
        for (YamlValue s : ran) {
            steps.add(readStep(s));
        }
        return steps;
    }

    @SuppressWarnings("unchecked")
    private static Provenance.StepProvenance readStep(YamlValue s) throws DocumentException {
        String what = "a step of the provenance";
        s.onlyKeys(what, "step", "operation", "version", "plugin", "parameters", "methods", "citations");
        List<Citation> citations = new ArrayList<>();
        for (YamlValue c : items(s, "citations")) {
            for (Map.Entry<String, YamlValue> e : c.map("a citation").entrySet()) {
                citations.add(new Citation(e.getKey(), e.getValue().text("a citation")));
            }
        }
        YamlValue parameters = s.require("parameters", what);
        parameters.map("'parameters'");
        return new Provenance.StepProvenance(s.require("step", what).text("'step'"),
                s.require("operation", what).text("'operation'"), s.require("version", what).integer("'version'"),
                (Map<String, Object>) parameters.plain(), s.text("methods", what, ""), citations,
                s.text("plugin", what, ""));
    }
}
