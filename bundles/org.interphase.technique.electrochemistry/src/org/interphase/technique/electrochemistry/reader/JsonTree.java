package org.interphase.technique.electrochemistry.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;

/** JSON as maps, lists, strings, doubles and booleans. The parser limits nesting itself (1000 levels). */
final class JsonTree {

    private JsonTree() {
    }

    /**
     * Reads the one value in a text.
     *
     * @throws DatasetFormatException naming line and column of what is no JSON
     */
    static Object parse(String file, String text) throws IOException {
        try (JsonParser p = new JsonFactory().createParser(text)) {
            p.nextToken();
            return value(p);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr();
            throw new DatasetFormatException(file, where, e.getOriginalMessage(), e);
        }
    }

    private static Object value(JsonParser p) throws IOException {
        JsonToken token = p.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (p.nextToken() == JsonToken.FIELD_NAME) {
                    String key = p.currentName();
                    p.nextToken();
                    map.put(key, value(p));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (p.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(p));
                }
                yield list;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> p.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> p.getText();
        };
    }

    /** A member of a map as a list; empty if it is none. */
    static List<?> list(Object map, String key) {
        return map instanceof Map<?, ?> m && m.get(key) instanceof List<?> l ? l : List.of();
    }

    /** A member of a map as a map; empty if it is none. */
    static Map<?, ?> map(Object map, String key) {
        return map instanceof Map<?, ?> m && m.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    /** A member of a map as text; empty if it is none. */
    static String text(Object map, String key) {
        return map instanceof Map<?, ?> m && m.get(key) instanceof String s ? s : "";
    }
}
