package org.interphase.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Fact;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.junit.jupiter.api.Test;

/** Documents hold plain values, are bounded, and say where they are wrong. */
class SafeYamlTest {

    private static DocumentException refused(String yaml) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThrows(DocumentException.class, () -> Recipes.fromYaml("r.yaml", yaml)));
    }

    private static String steps(String yaml) {
        return "id: test/r\nsteps:\n  - id: s\n    operation: test.op\n    parameters:\n" + yaml;
    }

    @Test
    void classNamesAreRefusedByPlace() {
        for (String tag : List.of("!!java.net.URL [\"x\"]", "!!javax.script.ScriptEngineManager []",
                "!local {a: 1}", "!!binary aGVsbG8=", "!!set {a, b}", "!<tag:yaml.org,2002:java.lang.Runtime> x")) {
            DocumentException e = refused(steps("      a: " + tag + "\n"));
            assertEquals(6, e.line(), e.getMessage());
            assertTrue(e.getMessage().startsWith("r.yaml, line 6, column "), e.getMessage());
        }
    }

    @Test
    void aliasesCannotBlowUp() {
        StringBuilder laughs = new StringBuilder("id: test/r\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String ref = "*a" + (i - 1);
            laughs.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(String.join(", ", java.util.Collections.nCopies(10, ref))).append("]\n");
        }
        refused(laughs.toString());
        refused("id: &a [*a]\n");
        refused("&a {*a : x}\n");
    }

    @Test
    void depthAndSizeAreBounded() {
        refused("[".repeat(5000));
        refused(steps("      a: " + "[".repeat(60) + "]".repeat(60) + "\n"));
        refused("id: " + "x".repeat(17 << 20));
    }

    @Test
    void mistakesAreNamedByLineAndSuggestion() {
        DocumentException e = refused("id: test/r\ntitel: x\nsteps: []\n");
        assertEquals(2, e.line());
        assertTrue(e.getMessage().contains("did you mean 'title'?"), e.getMessage());
        assertEquals(3, refused("id: test/r\nsteps:\n  - operaton: x\n").line());
        assertEquals(2, refused("id: test/r\nsteps: none\n").line());
        assertTrue(refused("id: test/r\nsteps:\n - id: 'a\n").getMessage().contains("begins in line 3"));
        assertEquals(2, refused("id: a\nid: b\nsteps: []\n").line());
        assertTrue(refused("").getMessage().contains("empty"));
        assertTrue(refused("\u0000\u0001").getMessage().contains("r.yaml"));
    }

    @Test
    void valuesComeBackAsTheyWere() throws DocumentException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("third", 1.0 / 3);
        values.put("tiny", 4.9e-324);
        values.put("huge", 1.7976931348623157e308);
        values.put("whole", 685.0);
        values.put("long", Long.MAX_VALUE);
        values.put("negative", -0.0);
        values.put("infinite", Double.POSITIVE_INFINITY);
        values.put("yes", true);
        values.put("nothing", null);
        for (String text : List.of("", " ", "yes", "1e3", "0x1F", "~", "null", "true", "= CF2 - 3.1", "685 [684, 686]",
                "# no comment", "a: b", "- x", "'q'", "\"", "two\nlines\n", "tab\there", "\u00b5\u03a9\u2126 \u00b1",
                "\ud83d\ude00", "*alias", "&anchor", "!tag", "%", "@x", "`", "{a}", "[b]", "|", ">", "?", "1_000",
                "2020-01-01", "12:30:45", "on", "No", ".nan", "x".repeat(500) + " " + "y".repeat(500))) {
            values.put("text " + values.size(), text);
        }
        values.put("list", List.of(1L, "two", List.of(), Map.of()));
        Map<String, Object> shared = Map.of("a", 1L);
        values.put("first", shared);
        values.put("second", shared);
        Recipe recipe = Recipe.of("test/r", "T", "", Applicability.of("test"), new Step("s", "test.op", true, values));
        String yaml = Recipes.toYaml(recipe);
        Map<String, Object> read = Recipes.fromYaml("r.yaml", yaml).steps().get(0).parameters();
        assertEquals(new LinkedHashMap<>(values), read, yaml);
        assertEquals(List.copyOf(values.keySet()), List.copyOf(read.keySet()));
        assertTrue(!yaml.contains("&id"), yaml);
    }

    @Test
    void recipesComeBackAsTheyWere() throws DocumentException {
        Recipe recipe = new Recipe("test/r", "Title: x", "Help\nwith lines", Applicability.of("a", "b")
                .covering(680, 695, "eV", 0.25).along("binding energy", Fact.PHOTON_ENERGY).preferring("f 1s"),
                Recipe.Scope.SERIES,
                List.of(new Step("one", "test.op", false, Map.of()), new Step("two", "test.op", true, Map.of())));
        assertEquals(recipe, Recipes.fromYaml("r", Recipes.toYaml(recipe)));
    }
}
