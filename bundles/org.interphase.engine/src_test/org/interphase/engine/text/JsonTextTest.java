package org.interphase.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Species;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class JsonTextTest {

    @Test
    void numbersKeepFullPrecisionAndWhatJsonLacksIsNull() {
        assertEquals("[0.30000000000000004,1.0E-5,4.9E-324,-0.0,7,null,null,null,true]", JsonText.write(Arrays.asList(
                0.1 + 0.2, 1e-5, 4.9e-324, -0.0, 7L, Double.NaN, Double.NEGATIVE_INFINITY, null, true)));
    }

    @Test
    void textIsEscaped() {
        assertEquals("\"a\\\"b\\\\c\\n\\t\\u0001\\u2028 \u00b5\"", JsonText.write("a\"b\\c\n\t\u0001\u2028 \u00b5"));
        assertEquals("\"\ud83d\ude00\\ud83d\"", JsonText.write("\ud83d\ude00\ud83d"));
    }

    @Test
    void prettyTextIsTheSameDocument() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("empty", Map.of());
        tree.put("list", List.of(Map.of("a", List.of(1.5, 2.5)), Map.of("b", List.of())));
        Object plain = new Load(LoadSettings.builder().build()).loadFromString(JsonText.write(tree));
        Object pretty = new Load(LoadSettings.builder().build()).loadFromString(JsonText.writePretty(tree));
        assertEquals(plain, pretty);
        assertEquals(tree, pretty);
    }

    @Test
    void aTreeOnOneLineAndIndented() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("empty", Map.of());
        tree.put("none", List.of());
        tree.put("numbers", new double[] {1, 2.5});
        tree.put("single", 0.5f);
        tree.put("nan", Float.NaN);
        tree.put("list", List.of(Map.of("a", 1), List.of("x", "y")));
        tree.put("deep", Map.of("b", Map.of("c", "d")));
        assertEquals("{\"empty\":{},\"none\":[],\"numbers\":[1.0,2.5],\"single\":0.5,\"nan\":null,"
                + "\"list\":[{\"a\":1},[\"x\",\"y\"]],\"deep\":{\"b\":{\"c\":\"d\"}}}", JsonText.write(tree));
        assertEquals("""
                {
                  "empty": {},
                  "none": [],
                  "numbers": [1.0, 2.5],
                  "single": 0.5,
                  "nan": null,
                  "list": [
                    {
                      "a": 1
                    },
                    ["x", "y"]
                  ],
                  "deep": {
                    "b": {
                      "c": "d"
                    }
                  }
                }
                """, JsonText.writePretty(tree));
        assertEquals("[\n  [],\n  [1, 2]\n]\n", JsonText.writePretty(List.of(List.of(), List.of(1, 2))));
    }

    @Test
    void surrogatesAloneAreEscapedAndPairsAreNot() {
        assertEquals("\"\\ude00x\"", JsonText.write("\ude00x"));
        assertEquals("\"x\\ude00\"", JsonText.write("x\ude00"));
        assertEquals("\"\\ud83dx\"", JsonText.write("\ud83dx"));
        assertEquals("\"x\ud83d\ude00\"", JsonText.write("x\ud83d\ude00"));
        assertEquals("\"\ud83d\ude00\\ude00\"", JsonText.write("\ud83d\ude00\ude00"));
        assertEquals("\"\\u001f \\u007f\\u2029~\\r\"", JsonText.write("\u001f \u007f\u2029~\r"));
    }

    @Test
    void aMeasurementIsToldWithWhatIsKnownOfIt() {
        Measurement sound = Measurement.of("width", "w", 1.5, 0.25, "eV").withStep("fit");
        assertEquals("{\"name\":\"width\",\"symbol\":\"w\",\"value\":1.5,\"uncertainty\":0.25,\"unit\":\"eV\","
                + "\"step\":\"fit\",\"quality\":\"sound\"}", JsonText.write(ResultText.measurement(sound)));
        assertEquals("{\"name\":\"width\",\"symbol\":\"w\",\"value\":1.5,\"uncertainty\":null,\"unit\":\"1\","
                + "\"step\":\"\",\"quality\":\"doubtful\",\"reason\":\"no reason\"}",
                JsonText.write(ResultText.measurement(
                        Measurement.of("width", "w", 1.5, Double.NaN, "1").judged(Verdict.doubtful("no reason")))));
        assertEquals("{\"name\":\"LiF\",\"symbol\":\"\",\"value\":null,\"uncertainty\":null,\"unit\":\"at.%\","
                + "\"step\":\"\",\"limit\":0.75,\"quality\":\"sound\"}", JsonText.write(ResultText.measurement(
                        Measurement.notDetected("LiF", "", 0.75, "at.%"))));
        Measurement component = Measurement.of("LiF area", "A", 1, 0.5, "eV").about(Attribution.of("LiF",
                Attribution.Property.AREA).by("XPS", "F 1s", List.of(Species.of("substance LiF"))));
        assertEquals("{\"component\":\"LiF\",\"property\":\"area\",\"method\":\"XPS\",\"line\":\"F 1s\","
                + "\"species\":[\"substance LiF\"]}", JsonText.write(ResultText.measurement(component)
                .get("evidence")));
    }

    @Test
    void aRemarkIsToldWithWhatItHas() {
        assertEquals("{\"level\":\"warning\",\"text\":\"Odd.\",\"step\":\"\"}", JsonText.write(ResultText.remark(
                Remark.warning("Odd."))));
        assertEquals(Map.of("level", "info", "text", "Odd.", "step", "fit", "component", "C 1s", "code", "odd"),
                ResultText.remark(new Remark(Remark.Level.INFO, "Odd.", "fit", "C 1s", "odd")));
    }
}
