package org.interphase.ui.recipe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.api.parameters.ParameterField;
import org.interphase.model.unit.Numbers;

/** What a closed step says about its parameters in one line. */
final class StepSummary {

    private static final int MOST = 3;

    private StepSummary() {
    }

    static String of(List<ParameterField> fields, Map<String, Object> tree, Map<String, Object> resolved) {
        return fields.stream().filter(f -> !f.isAdvanced()).map(f -> {
            Object v = tree.get(f.name());
            boolean open = v == null || v.equals("") || v instanceof List<?> l && l.isEmpty();
            return part(f, open ? resolved.getOrDefault(f.name(), f.defaultText()) : v);
        }).filter(s -> !s.isEmpty()).limit(MOST).collect(Collectors.joining(", "));
    }

    @SuppressWarnings("unchecked")
    private static String part(ParameterField f, Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list when f.element() != null && f.element().isRecord() -> list.stream()
                    .map(e -> e instanceof Map<?, ?> m ? String.valueOf(((Map<String, Object>) m)
                            .getOrDefault("name", "")) : String.valueOf(e))
                    .filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> m -> "";
            case Boolean b -> b ? f.label().toLowerCase(java.util.Locale.ROOT) : "";
            case Double d -> Numbers.plain(d, 6) + unit(f);
            default -> value.toString().isEmpty() || value.equals("false") ? ""
                    : value + (value.toString().matches(".*\\d.*") ? unit(f) : "");
        };
    }

    private static String unit(ParameterField f) {
        return f.unit().isOne() ? "" : "\u00a0" + f.unit().pretty();
    }
}
