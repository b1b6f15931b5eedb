package org.interphase.api.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns annotated parameter records into trees of plain values (as YAML and JSON hold them) and back, with defaults
 * and validation. The one place that knows how a parameter is written.
 */
public final class Parameters {

    // reflection makes components and parses their annotations anew at every look; a batch looks hundreds of times a
    // file. What is kept goes with the class, so a plug-in can be unloaded
    private static final ClassValue<List<ParameterField>> FIELDS = new ClassValue<>() {
        @Override
        protected List<ParameterField> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(ParameterField::new).toList();
        }
    };

    private Parameters() {
    }

    /** The fields of a record in order. */
    public static List<ParameterField> fields(Class<? extends Record> type) {
        return FIELDS.get(type);
    }

    /** A record with all defaults. */
    public static <P extends Record> P defaults(Class<P> type) {
        return decode(type, Map.of());
    }

    /** A record as a tree; every field is written, lists and nested records included. */
    public static Map<String, Object> encode(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (ParameterField field : fields(record.getClass())) {
            tree.put(field.name(), encodeValue(field.get(record)));
        }
        return tree;
    }

    /** A value of a permitted type as plain text, number, truth value, list or map; null stays null. */
    public static Object encodeValue(Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> e -> enumText(e);
            case TextValue t -> t.toString();
            case Record r -> encode(r);
            case List<?> list -> list.stream().map(Parameters::encodeValue).toList();
            case Integer i -> (long) i;
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> (Object) d;
            default -> value;
        };
    }

    static String enumText(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A record from a tree; missing fields take their defaults.
     *
     * @throws ParameterException naming the path of an unknown field or a value out of bounds or of the wrong type
     */
    public static <P extends Record> P decode(Class<P> type, Map<String, ?> tree) {
        return decodeRecord(type, tree, "");
    }

    private static <P extends Record> P decodeRecord(Class<P> type, Map<String, ?> tree, String path) {
        List<ParameterField> fields = fields(type);
        for (String key : tree.keySet()) {
            if (fields.stream().noneMatch(f -> f.name().equals(key))) {
                List<String> names = fields.stream().map(ParameterField::name).toList();
                throw new ParameterException(join(path, key),
                        "there is no such parameter" + Suggestions.phrase(key, names) + "; known: "
                                + (names.isEmpty() ? "none" : String.join(", ", names)));
            }
        }
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            ParameterField field = fields.get(i);
            String fieldPath = join(path, field.name());
            Object raw = tree.containsKey(field.name()) ? tree.get(field.name()) : field.defaultText();
            values[i] = field.type() == ParameterField.Type.LIST ? decodeList(field, raw, fieldPath)
                    : decodeValue(field.javaType(), field, raw, fieldPath);
        }
        return construct(type, values, path);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static <P extends Record> P construct(Class<P> type, Object[] values, String path) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException cause) {
                throw new ParameterException(path, cause.getMessage());
            }
            throw new IllegalStateException("cannot make " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private static List<Object> decodeList(ParameterField field, Object raw, String path) {
        if (raw == null || raw.equals("")) {
            return List.of();
        }
        Object list = raw;
        if (raw instanceof String text && !field.element().isRecord()) {
            list = Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
        } else if (raw instanceof String text && TextValue.class.isAssignableFrom(field.element())) {
            list = Arrays.stream(text.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
        }
        if (!(list instanceof List<?> items)) {
            throw new ParameterException(path, "a list is needed, not '" + raw + "'");
        }
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            out.add(decodeValue(field.element(), field, items.get(i), path + "[" + i + "]"));
        }
        return Collections.unmodifiableList(out);
    }

    private static Object decodeValue(Class<?> type, ParameterField field, Object raw, String path) {
        try {
            return switch (ParameterField.typeOf(type)) {
                case NUMBER -> decodeNumber(type, field, raw, path);
                case INTEGER -> decodeInteger(type, field, raw, path);
                case TOGGLE -> decodeToggle(raw);
                case TEXT -> raw == null ? "" : text(raw);
                case CHOICE -> decodeChoice(type, raw);
                case GROUP -> decodeGroup(type, raw, path);
                default -> parseText(type, raw == null ? "" : text(raw));
            };
        } catch (ParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(path, e.getMessage());
        }
    }

    private static String text(Object raw) {
        if (raw instanceof Map || raw instanceof List) {
            throw new IllegalArgumentException("a single value is needed, not a list or a group");
        }
        return raw instanceof Double d ? ParameterText.number(d) : raw.toString();
    }

    private static Object decodeNumber(Class<?> type, ParameterField field, Object raw, String path) {
        if (raw == null || raw.toString().isBlank() || raw.toString().equals("auto")) {
            if (type == Double.class) {
                return null;
            }
            throw new ParameterException(path, "a number is needed");
        }
        double value = raw instanceof Number n ? n.doubleValue() : ParameterText.number(text(raw));
        if (Double.isNaN(value)) {
            throw new ParameterException(path, "a number is needed, not NaN");
        }
        checkBounds(field, value, path);
        return value;
    }

    private static Object decodeInteger(Class<?> type, ParameterField field, Object raw, String path) {
        if (raw == null || raw.toString().isBlank() || raw.toString().equals("auto")) {
            if (type == Integer.class) {
                return null;
            }
            throw new ParameterException(path, "a whole number is needed");
        }
        double value = raw instanceof Number n ? n.doubleValue() : ParameterText.number(text(raw));
        if (value != Math.rint(value) || Math.abs(value) > 9e15) {
            throw new ParameterException(path, "a whole number is needed, not " + raw);
        }
        checkBounds(field, value, path);
        if (type == long.class) {
            return (long) value;
        }
        if (Math.abs(value) > Integer.MAX_VALUE) {
            throw new ParameterException(path, raw + " is too large");
        }
        return (int) value;
    }

    private static void checkBounds(ParameterField field, double value, String path) {
        if (value < field.min() || value > field.max()) {
            String unit = field.unit().isOne() ? "" : " " + field.unit();
            String allowed = field.min() == Double.NEGATIVE_INFINITY ? "at most " + ParameterText.number(field.max())
                    : field.max() == Double.POSITIVE_INFINITY ? "at least " + ParameterText.number(field.min())
                            : "between " + ParameterText.number(field.min()) + " and "
                                    + ParameterText.number(field.max());
            throw new ParameterException(path,
                    field.label() + " must be " + allowed + unit + ", not " + ParameterText.number(value));
        }
    }

    private static Object decodeToggle(Object raw) {
        if (raw instanceof Boolean b) {
            return b;
        }
        return switch (raw == null ? "" : raw.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off", "" -> false;
            default -> throw new IllegalArgumentException("true or false is needed, not '" + raw + "'");
        };
    }

    private static Object decodeChoice(Class<?> type, Object raw) {
        String wanted = raw == null ? "" : raw.toString().strip().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> names = new ArrayList<>();
        for (Object c : type.getEnumConstants()) {
            String name = enumText((Enum<?>) c);
            if (name.equals(wanted)) {
                return c;
            }
            names.add(name);
        }
        throw new IllegalArgumentException("'" + raw + "' is no choice" + Suggestions.phrase(wanted, names)
                + "; choose one of " + String.join(", ", names));
    }

    @SuppressWarnings("unchecked")
    private static Object decodeGroup(Class<?> type, Object raw, String path) {
        if (raw == null || raw.equals("")) {
            return decodeRecord((Class<? extends Record>) type, Map.of(), path);
        }
        if (raw instanceof Record r && type.isInstance(r)) {
            return r;
        }
        if (!(raw instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a group of values is needed, not '" + raw + "'");
        }
        return decodeRecord((Class<? extends Record>) type, (Map<String, ?>) map, path);
    }

    private static Object parseText(Class<?> type, String text) {
        try {
            Method parse = type.getMethod("parse", String.class);
            parse.setAccessible(true);
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot read a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a public static parse(String)", e);
        }
    }

    /**
     * A record with one value changed by path, for example {@code components[1].fwhm} or {@code range}. A list index
     * one past the end adds an element.
     *
     * @param value plain value or text
     * @throws ParameterException if there is no such parameter or the value cannot be used
     */
    @SuppressWarnings("unchecked")
    public static <P extends Record> P with(P record, String path, Object value) {
        Map<String, Object> tree = encode(record);
        setInTree(tree, path, value);
        return decode((Class<P>) record.getClass(), tree);
    }

    /**
     * Sets a value in a parameter tree by path, creating groups and list elements as needed.
     *
     * @throws ParameterException if the path is malformed or leads through a plain value
     */
    @SuppressWarnings("unchecked")
    public static void setInTree(Map<String, Object> tree, String path, Object value) {
        Map<String, Object> here = tree;
        String[] parts = path.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            boolean last = i == parts.length - 1;
            if (bracket < 0) {
                if (last) {
                    here.put(name, value);
                    return;
                }
                Map<String, Object> next = here.get(name) instanceof Map<?, ?> m
                        ? new LinkedHashMap<>((Map<String, Object>) m) : new LinkedHashMap<>();
                here.put(name, next);
                here = next;
                continue;
            }
            if (!part.endsWith("]") || !part.substring(bracket + 1, part.length() - 1).matches("\\d{1,6}")) {
                throw new ParameterException(path, "'" + part + "' is no list element; write for example "
                        + name + "[0]");
            }
            int index = Integer.parseInt(part.substring(bracket + 1, part.length() - 1));
            List<Object> list = here.get(name) instanceof List<?> l ? new ArrayList<>(l) : new ArrayList<>();
            if (index > list.size()) {
                throw new ParameterException(path, name + " has " + list.size() + " elements; the next is " + name
                        + "[" + list.size() + "]");
            }
            if (index == list.size()) {
                list.add(new LinkedHashMap<String, Object>());
            }
            here.put(name, list);
            if (last) {
                list.set(index, value);
                return;
            }
            Map<String, Object> next = list.get(index) instanceof Map<?, ?> m
                    ? new LinkedHashMap<>((Map<String, Object>) m) : new LinkedHashMap<>();
            list.set(index, next);
            here = next;
        }
    }

    /** The value at a path of a record, or null where there is none. */
    public static Object at(Record record, String path) {
        Object here = encode(record);
        for (String part : path.split("\\.")) {
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            here = here instanceof Map<?, ?> m ? m.get(name) : null;
            if (bracket >= 0 && here instanceof List<?> list) {
                int index = Integer.parseInt(part.substring(bracket + 1, part.length() - 1));
                here = index < list.size() ? list.get(index) : null;
            }
        }
        return here;
    }

    /** An unmodifiable deep copy of a tree of maps, lists and plain values. */
    public static Map<String, Object> copyTree(Map<String, ?> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((k, v) -> copy.put(k, copyValue(v)));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("unchecked")
    private static Object copyValue(Object value) {
        return switch (value) {
            case Map<?, ?> m -> copyTree((Map<String, ?>) m);
            case List<?> l -> Collections.unmodifiableList(
                    new ArrayList<>(l.stream().map(Parameters::copyValue).toList()));
            case null, default -> value;
        };
    }
}
