package org.interphase.electro.record;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;

/**
 * Metadata of a record with what a person states of it: area, thickness, mass, temperature.
 *
 * @param metadata what the file says, and what is stated
 * @param remarks where both say different things
 */
public record StatedFacts(Metadata metadata, List<Remark> remarks) {

    /**
     * Metadata with what is stated.
     *
     * @param file what the file says
     */
    public static StatedFacts of(Stated stated, Metadata file) {
        List<Remark> remarks = new ArrayList<>();
        Metadata m = with(file, SampleGeometry.AREA, stated.value(Fact.AREA), "cm2", remarks);
        if (stated.value(Fact.AREA).isPresent()) {
            m = m.with(SampleGeometry.AREA_SOURCE, SampleGeometry.STATED);
        }
        m = with(m, SampleGeometry.THICKNESS, stated.value(Fact.THICKNESS), "um", remarks);
        m = with(m, EnteredAmounts.MASS, stated.value(Fact.MASS), "mg", remarks);
        m = with(m, "temperature", stated.value(Fact.TEMPERATURE), "degC", remarks);
        return new StatedFacts(m, List.copyOf(remarks));
    }

    private static Metadata with(Metadata m, String key, OptionalDouble value, String unit, List<Remark> remarks) {
        if (value.isEmpty()) {
            return m;
        }
        double v = value.getAsDouble();
        OptionalDouble own = m.number(key, unit);
        if (own.isPresent() && Math.abs(own.getAsDouble() - v) > 1e-6 * Math.abs(v)) {
            remarks.add(Remark.warning("The " + key + " is taken as " + Numbers.plain(v, 6) + " " + unit
                    + ", as stated; the file says " + Numbers.plain(own.getAsDouble(), 6) + " " + unit + "."));
        }
        return m.with(key, v, unit);
    }
}
