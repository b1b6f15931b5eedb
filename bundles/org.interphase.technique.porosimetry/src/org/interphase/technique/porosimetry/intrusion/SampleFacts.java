package org.interphase.technique.porosimetry.intrusion;

import java.util.OptionalDouble;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Numbers;

/** A quantity from a parameter, else from what the file states, else a default; with words that say which. */
public record SampleFacts(KnownQuantity quantity, String from) {

    /** From the parameter, or from the metadata with one unit of uncertainty given; NONE where neither knows. */
    public static SampleFacts of(KnownQuantity parameter, Metadata m, String key, String unit, double relative) {
        if (!parameter.isNone()) {
            return new SampleFacts(parameter, "as set");
        }
        OptionalDouble v = m.number(key, unit);
        return v.isEmpty() ? new SampleFacts(KnownQuantity.NONE, "")
                : new SampleFacts(new KnownQuantity(v.getAsDouble(), relative * v.getAsDouble(),
                        org.interphase.model.unit.Unit.of(unit)), "as the file or its statement says");
    }

    /** The same, or this default. */
    public SampleFacts or(String text) {
        return quantity.isNone() ? new SampleFacts(KnownQuantity.parse(text), "by default") : this;
    }

    /** For a remark: {@code 147 deg (standard uncertainty 8, by default)}. */
    public String text(String unit) {
        return Numbers.plain(quantity.in(unit), 5) + " " + unit + " (standard uncertainty "
                + Numbers.plain(quantity.uncertaintyIn(unit), 2) + ", " + from + ")";
    }
}
