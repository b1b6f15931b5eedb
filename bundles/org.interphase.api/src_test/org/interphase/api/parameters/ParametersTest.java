package org.interphase.api.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    enum Shape {
        GAUSSIAN, PSEUDO_VOIGT
    }

    record Component(@Param(label = "Name", help = "x", def = "A") String name,
            @Param(label = "Position", help = "x", def = "auto") Constrained position,
            @Param(label = "Shape", help = "x", def = "pseudo-voigt") Shape shape) {
    }

    record Advanced(@Param(label = "Seed", help = "x", def = "1", min = 0) long seed) {
        Advanced {
            if (seed == 13) {
                throw new IllegalArgumentException("13 brings bad luck");
            }
        }
    }

    record All(@Param(label = "Number", unit = "eV", help = "x", def = "0.5", min = 0, max = 10) double number,
            @Param(label = "Maybe", help = "x") Double maybe,
            @Param(label = "Count", help = "x", def = "3", min = 1) int count,
            @Param(label = "Maybe count", help = "x") Integer maybeCount,
            @Param(label = "Flag", help = "x", def = "true") boolean flag,
            @Param(label = "Text", help = "x") String text,
            @Param(label = "Range", help = "x", def = "all") Range range,
            @Param(label = "File", help = "x") FilePath file,
            @Param(label = "Components", help = "x") List<Component> components,
            @Param(label = "Values", help = "x", def = "1, 2.5") List<Double> values,
            @Param(label = "Words", help = "x") List<String> words,
            @Param(label = "Advanced", help = "x") Advanced advanced) {
    }

    private static String refused(Map<String, Object> tree) {
        return assertThrows(ParameterException.class, () -> Parameters.decode(All.class, tree)).getMessage();
    }

    private static Map<String, Object> tree(String key, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(key, value);
        return tree;
    }

    @Test
    void defaultsComeFromTheAnnotations() {
        All d = Parameters.defaults(All.class);
        assertEquals(new All(0.5, null, 3, null, true, "", Range.ALL, FilePath.NONE, List.of(), List.of(1.0, 2.5),
                List.of(), new Advanced(1)), d);
    }

    @Test
    void everyFieldReadsBack() {
        All all = new All(1.0 / 3, 2.0, 7, 8, false, "a, b", new Range(1, 2), new FilePath("x/y"),
                List.of(new Component("B", Constrained.tied("A", 2, -1), Shape.GAUSSIAN)), List.of(0.1), List.of("u"),
                new Advanced(99));
        assertEquals(all, Parameters.decode(All.class, Parameters.encode(all)));
        All none = Parameters.defaults(All.class);
        assertEquals(none, Parameters.decode(All.class, Parameters.encode(none)));
        assertEquals("pseudo-voigt", Parameters.encodeValue(Shape.PSEUDO_VOIGT));
    }

    @Test
    void emptyListsStayEmpty() {
        Map<String, Object> tree = Parameters.encode(Parameters.defaults(All.class));
        tree.put("values", List.of());
        assertEquals(List.of(), Parameters.decode(All.class, tree).values());
    }

    @Test
    void outOfBoundsNamesTheFieldAndWhatIsPermitted() {
        String m = refused(tree("number", 11.0));
        assertTrue(m.startsWith("number: ") && m.contains("11") && m.contains("0") && m.contains("10")
                && m.contains("eV"), m);
        assertTrue(refused(tree("count", 0L)).contains("at least 1"));
        assertTrue(refused(tree("number", "-1e-9")).contains("number"));
        assertTrue(refused(tree("number", Double.NaN)).contains("NaN"));
    }

    @Test
    void wrongTypesAreNamed() {
        assertTrue(refused(tree("number", "two")).contains("'two' is no number"));
        assertTrue(refused(tree("number", null)).contains("a number is needed"));
        assertTrue(refused(tree("number", List.of())).startsWith("number: "));
        assertTrue(refused(tree("count", 1.5)).contains("whole number"));
        assertTrue(refused(tree("count", 1e12)).contains("too large"));
        assertTrue(refused(tree("flag", "maybe")).startsWith("flag: "));
        assertTrue(refused(tree("range", "1 to 2")).startsWith("range: "));
        assertTrue(refused(tree("components", 3L)).contains("list"));
        assertTrue(refused(tree("components", List.of(3L))).startsWith("components[0]: "));
        assertTrue(refused(tree("components", List.of(tree("shape", "gausian")))).contains("did you mean 'gaussian'?"));
        assertTrue(refused(tree("components", List.of(tree("postion", "1")))).startsWith("components[0].postion: "));
        assertTrue(refused(tree("advanced", tree("seed", 13L))).contains("13 brings bad luck"));
        assertTrue(refused(tree("nmuber", 1)).contains("did you mean 'number'?"));
        assertTrue(refused(tree("text", Map.of())).startsWith("text: "));
    }

    @Test
    void aValueIsSetByPath() {
        All d = Parameters.defaults(All.class);
        All one = Parameters.with(d, "components[0].position", "685 [684, 686]");
        assertEquals(new Component("A", Constrained.bounded(685, 684, 686), Shape.PSEUDO_VOIGT),
                one.components().get(0));
        assertEquals("B", Parameters.with(one, "components[1].name", "B").components().get(1).name());
        assertEquals(5, Parameters.with(d, "advanced.seed", "5").advanced().seed());
        assertEquals(List.of(1.0, 7.0), Parameters.with(d, "values[1]", "7").values());
        assertEquals(List.of(3.0, 4.0), Parameters.with(d, "values", "3, 4").values());
        assertNull(Parameters.with(Parameters.with(d, "maybe", 3.0), "maybe", "auto").maybe());
        assertEquals("685 [684, 686]", Parameters.at(one, "components[0].position"));
        assertNull(Parameters.at(one, "components[4].position"));
        assertNull(Parameters.at(one, "no.such"));
    }

    @Test
    void malformedPathsAreRefused() {
        All d = Parameters.defaults(All.class);
        for (String path : List.of("components[x].name", "components[0", "components[7].name", "components[-1]", "",
                "number.x", "nothing", "components[0].nothing")) {
            assertThrows(ParameterException.class, () -> Parameters.with(d, path, "1"), path);
        }
    }

    @Test
    void treesAreCopiedDeeply() {
        List<Object> inner = new ArrayList<>(List.of(1L));
        Map<String, Object> copy = Parameters.copyTree(tree("a", inner));
        inner.add(2L);
        assertEquals(List.of(1L), copy.get("a"));
        assertThrows(UnsupportedOperationException.class, () -> copy.put("b", 1));
    }

    @Test
    void fieldsTellWhatFormsNeed() {
        List<ParameterField> fields = Parameters.fields(All.class);
        assertEquals(ParameterField.Type.NUMBER, fields.get(0).type());
        assertEquals("eV", fields.get(0).unit().text());
        assertTrue(fields.get(1).mayBeAutomatic());
        assertEquals(Component.class, fields.get(8).element());
        assertEquals(List.of("gaussian", "pseudo-voigt"), Parameters.fields(Component.class).get(2).choices());
        assertThrows(IllegalStateException.class, () -> {
            record Bare(double x) {
            }
            Parameters.fields(Bare.class);
        });
    }
}
