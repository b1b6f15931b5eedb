package org.interphase.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.TextValue;
import org.interphase.engine.text.JsonText;
import org.interphase.model.unit.Numbers;

/** Parameters of an operation, for JSON and for people. */
final class ParameterTree {

    private static final int WIDTH = 100;

    private ParameterTree() {
    }

    static List<Object> of(Class<? extends Record> type) {
        List<Object> out = new ArrayList<>();
        for (ParameterField f : Parameters.fields(type)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", f.name());
            tree.put("label", f.label());
            tree.put("type", type(f));
            tree.put("unit", f.unit().text());
            tree.put("default", f.defaultText());
            tree.put("min", Double.isFinite(f.min()) ? (Object) f.min() : null);
            tree.put("max", Double.isFinite(f.max()) ? (Object) f.max() : null);
            if (!f.choices().isEmpty()) {
                tree.put("choices", f.choices());
            }
            tree.put("advanced", f.isAdvanced());
            tree.put("help", f.help());
            nested(f).ifPresent(n -> tree.put("fields", of(n)));
            out.add(tree);
        }
        return out;
    }

    private static String type(ParameterField f) {
        return f.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static java.util.Optional<Class<? extends Record>> nested(ParameterField f) {
        Class<?> type = f.element() != null ? f.element() : f.javaType();
        return type.isRecord() && !TextValue.class.isAssignableFrom(type)
                ? java.util.Optional.of(type.asSubclass(Record.class)) : java.util.Optional.empty();
    }

    /**
     * Lines for people.
     *
     * @param values values to show instead of the defaults, or null
     */
    static String text(Class<? extends Record> type, Map<String, Object> values, String indent) {
        StringBuilder out = new StringBuilder();
        for (ParameterField f : Parameters.fields(type)) {
            String value = values == null ? f.defaultText() : shown(values.get(f.name()));
            String unit = f.unit().isOne() ? "" : " " + f.unit().text();
            out.append(indent).append(f.name()).append(value.isEmpty() ? "" : " = " + value + unit)
                    .append(bounds(f)).append('\n');
            out.append(TextTable.wrap(f.help(), indent + "    ", WIDTH));
            if (values == null || f.element() == null) {
                nested(f).ifPresent(n -> out.append(text(n, null, indent + "    ")));
            }
        }
        return out.toString();
    }

    static String shown(Object value) {
        return switch (value) {
            case null -> "auto";
            case List<?> l -> JsonText.write(l);
            case Map<?, ?> m -> JsonText.write(m);
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> Long.toString(d.longValue());
            default -> value.toString();
        };
    }

    private static String bounds(ParameterField f) {
        if (!f.choices().isEmpty()) {
            return "   (" + String.join(" | ", f.choices()) + ")";
        }
        boolean low = Double.isFinite(f.min());
        boolean high = Double.isFinite(f.max());
        return low && high ? "   (" + Numbers.plain(f.min(), 6) + " .. " + Numbers.plain(f.max(), 6) + ")"
                : low ? "   (at least " + Numbers.plain(f.min(), 6) + ")"
                        : high ? "   (at most " + Numbers.plain(f.max(), 6) + ")" : "";
    }
}
