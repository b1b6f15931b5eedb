package org.interphase.technique.mechanics.tensile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;

/** What the broken pieces tell: elongation after fracture and reduction of area (ISO 6892-1:2019, 3.4.2 and 3.8). */
public final class AfterFracture {

    private AfterFracture() {
    }

    /** The numbers for which a file states the sizes before and after. */
    public static List<Measurement> of(Metadata m, Double section, Double gauge, Accuracy accuracy) {
        List<Measurement> out = new ArrayList<>();
        OptionalDouble before = gauge == null ? m.number(TensileTable.GAUGE, "mm") : OptionalDouble.of(gauge);
        OptionalDouble after = m.number(TensileTable.FINAL_LENGTH, "mm");
        if (before.isPresent() && after.isPresent()) {
            double ratio = after.getAsDouble() / before.getAsDouble();
            out.add(Measurement.of("elongation after fracture", "A", 100 * (ratio - 1),
                    100 * ratio * Math.sqrt(2) * accuracy.ofGauge(), "%"));
        }
        OptionalDouble s0 = section == null ? StressStrain.area(m) : OptionalDouble.of(section);
        OptionalDouble d = m.number(TensileTable.FINAL_DIAMETER, "mm");
        OptionalDouble su = m.number(TensileTable.FINAL_SECTION, "mm2");
        if (s0.isPresent() && (d.isPresent() || su.isPresent())) {
            double end = su.isPresent() ? su.getAsDouble() : Math.PI / 4 * d.getAsDouble() * d.getAsDouble();
            double ratio = end / s0.getAsDouble();
            out.add(Measurement.of("reduction of area", "Z", 100 * (1 - ratio),
                    100 * ratio * Math.sqrt(2) * accuracy.ofSection(), "%"));
        }
        return out;
    }
}
