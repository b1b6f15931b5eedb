package org.interphase.engine.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/** What analyses found as maps: the one form of it in documents, JSON and tables. */
public final class ResultText {

    private ResultText() {
    }

    /**
     * A number by name: text, Double, or null for what is not known; a limit only where there is one, a reason only
     * where the number is not sound.
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
