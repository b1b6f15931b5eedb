package org.interphase.engine.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Species;

/** What analyses found as maps: the one form of it in documents, JSON and tables. */
public final class ResultText {

    private ResultText() {
    }

    /**
     * A number by name: text, Double, or null for what is not known; a limit only where there is one, a reason only
     * where the number is not sound, evidence only where it is of a component.
     */
    public static Map<String, Object> measurement(Measurement m) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", m.name());
        tree.put("symbol", m.symbol());
        tree.put("value", orNull(m.value()));
        tree.put("uncertainty", orNull(m.uncertainty()));
        tree.put("unit", m.unit().text());
        tree.put("step", m.step());
        if (!Double.isNaN(m.limit())) {
            tree.put("limit", m.limit());
        }
        tree.put("quality", m.verdict().quality().word());
        if (!m.verdict().isSound()) {
            tree.put("reason", m.verdict().reason());
        }
        m.evidence().ifPresent(e -> tree.put("evidence", evidence(e)));
        return tree;
    }

    /** What a number is evidence of; only what is known of it. */
    private static Map<String, Object> evidence(Attribution e) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("component", e.component());
        tree.put("property", e.property().word());
        if (!e.method().isEmpty()) {
            tree.put("method", e.method());
        }
        if (!e.line().isEmpty()) {
            tree.put("line", e.line());
        }
        if (!e.species().isEmpty()) {
            tree.put("species", e.species().stream().map(Species::text).toList());
        }
        return tree;
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    /** A remark by name; component and code only where it has them. */
    public static Map<String, Object> remark(Remark r) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("level", r.level().name().toLowerCase(Locale.ROOT));
        tree.put("text", r.text());
        tree.put("step", r.step());
        if (!r.component().isEmpty()) {
            tree.put("component", r.component());
        }
        if (!r.code().isEmpty()) {
            tree.put("code", r.code());
        }
        return tree;
    }
}
