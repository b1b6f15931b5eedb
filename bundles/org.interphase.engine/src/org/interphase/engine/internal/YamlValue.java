package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.parameters.Suggestions;
import org.interphase.engine.document.DocumentException;

/**
 * A value of a document with its place, so that whatever is wrong with it can be named by line and column.
 *
 * @param file name of the document
 * @param line line from 1
 * @param column column from 1
 * @param content text, Long, Double, Boolean, null, List of values or Map of text to values
 */
public record YamlValue(String file, int line, int column, Object content) {

    /** The exception that names this place. */
    public DocumentException fail(String reason) {
        return new DocumentException(file, line, column, reason);
    }

    /** The entries, if this is a map; an error if not. */
    @SuppressWarnings("unchecked")
    public Map<String, YamlValue> map(String what) throws DocumentException {
        if (content instanceof Map<?, ?> m) {
            return (Map<String, YamlValue>) m;
        }
        throw fail(what + " must be a group of 'name: value' lines, not " + describe());
    }

    /** The items, if this is a list; an error if not. */
    @SuppressWarnings("unchecked")
    public List<YamlValue> list(String what) throws DocumentException {
        if (content instanceof List<?> l) {
            return (List<YamlValue>) l;
        }
        throw fail(what + " must be a list, not " + describe());
    }

    /** Items of a list, or this value alone as a list of one. */
    public List<YamlValue> listOrOne() {
        return content instanceof List<?> l ? l.stream().map(v -> (YamlValue) v).toList() : List.of(this);
    }

    /** The text of a plain value; an error if this is a list or group. */
    public String text(String what) throws DocumentException {
        if (content == null) {
            return "";
        }
        if (content instanceof List || content instanceof Map) {
            throw fail(what + " must be a text, not " + describe());
        }
        return content.toString();
    }

    /** The number; NaN if there is nothing. */
    public double number(String what) throws DocumentException {
        return switch (content) {
            case null -> Double.NaN;
            case Number n -> n.doubleValue();
            default -> throw fail(what + " must be a number, not " + describe());
        };
    }

    /** The whole number. */
    public int integer(String what) throws DocumentException {
        if (content instanceof Long l && l >= Integer.MIN_VALUE && l <= Integer.MAX_VALUE) {
            return l.intValue();
        }
        throw fail(what + " must be a whole number, not " + describe());
    }

    /** The truth value. */
    public boolean flag(String what) throws DocumentException {
        if (content instanceof Boolean b) {
            return b;
        }
        throw fail(what + " must be true or false, not " + describe());
    }

    /** An entry of a map that may be missing. */
    public Optional<YamlValue> get(String key) {
        return content instanceof Map<?, ?> m ? Optional.ofNullable((YamlValue) m.get(key)) : Optional.empty();
    }

    /** An entry of a map that must be there. */
    public YamlValue require(String key, String what) throws DocumentException {
        map(what);
        return get(key).orElseThrow(() -> fail(what + " needs '" + key + ":'"));
    }

    /** The text of an entry, or a default. */
    public String text(String key, String what, String otherwise) throws DocumentException {
        Optional<YamlValue> value = get(key);
        return value.isPresent() ? value.get().text("'" + key + "' of " + what) : otherwise;
    }

    /** Refuses keys that mean nothing, suggesting the right one. */
    public YamlValue onlyKeys(String what, String... known) throws DocumentException {
        List<String> names = Arrays.asList(known);
        for (Map.Entry<String, YamlValue> e : map(what).entrySet()) {
            if (!names.contains(e.getKey())) {
                throw e.getValue().fail("'" + e.getKey() + "' means nothing in " + what
                        + Suggestions.phrase(e.getKey(), names) + "; known: " + String.join(", ", names));
            }
        }
        return this;
    }

    /** The value without places. */
    public Object plain() {
        return switch (content) {
            case Map<?, ?> m -> {
                Map<String, Object> out = new LinkedHashMap<>();
                m.forEach((k, v) -> out.put((String) k, ((YamlValue) v).plain()));
                yield out;
            }
            case List<?> l -> {
                List<Object> out = new ArrayList<>();
                l.forEach(v -> out.add(((YamlValue) v).plain()));
                yield out;
            }
            case null, default -> content;
        };
    }

    private String describe() {
        return switch (content) {
            case null -> "nothing";
            case Map<?, ?> m -> "a group";
            case List<?> l -> "a list";
            default -> "'" + content + "'";
        };
    }
}
