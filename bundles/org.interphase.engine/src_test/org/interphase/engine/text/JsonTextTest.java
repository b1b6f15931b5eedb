package org.interphase.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
