package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.OptionalDouble;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.ColumnPage;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/**
 * The mass an instrument's software was told: capacity over specific capacity where a file gives both. It is kept under
 * a name of its own, as programs put a default where nobody typed a mass; a mass that is stated and differs is named.
 */
final class ImpliedMass {

    /** Metadata key. */
    static final String KEY = "mass behind specific capacities";

    private static final double SAME = 0.02;
    private static final Unit PER_GRAM = Unit.of("A.h/g");
    private static final double MILLIGRAMS = 1000;

    private ImpliedMass() {
    }

    static Metadata with(Metadata metadata, RawTable raw, List<ColumnPage> capacity, Stated stated,
            List<Remark> remarks) {
        RawColumn specific = raw.columns().stream().filter(c -> c.kind() == CellKind.NUMBER)
                .filter(c -> c.heading().unit().filter(u -> u.isCompatible(PER_GRAM)).isPresent())
                .filter(c -> RecordHeading.key(c.heading().name()).matches("spec(?:ific)?cap(?:acity)?|比容量"))
                .findFirst().orElse(null);
        if (capacity == null || specific == null) {
            return metadata;
        }
        PageCursor q = new PageCursor(capacity);
        PageCursor s = new PageCursor(specific.pages());
        int most = 0;
        for (int i = 1; i < raw.rows(); i++) {
            most = q.applyAsDouble(i) > q.applyAsDouble(most) ? i : most;
        }
        double perGram = specific.heading().unit().get().scaleTo(PER_GRAM) * s.applyAsDouble(most);
        double mg = q.applyAsDouble(most) / perGram * MILLIGRAMS;
        if (!(mg > 0) || Double.isInfinite(mg)) {
            return metadata;
        }
        OptionalDouble said = stated.value(Fact.MASS);
        if (said.isPresent() && Math.abs(said.getAsDouble() / mg - 1) > SAME) {
            remarks.add(Remark.warning("The mass is stated as " + Numbers.plain(said.getAsDouble(), 4) + " mg, but '"
                    + specific.heading().text() + "' is the capacity over " + Numbers.plain(mg, 4) + " mg.")
                    .coded("mass-contradicted"));
        }
        return metadata.with(KEY, Double.parseDouble(Numbers.plain(mg, 4)), "mg");
    }
}
