package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/** A titration as a table, a row for each pulse. */
public final class TitrationTable {

    /** Kind of the table. */
    public static final String KIND = "gitt.points";

    private TitrationTable() {
    }

    /**
     * The table.
     *
     * @param area square of the radius or thickness, cm2; NaN if it is not stated, then there are no columns of D
     */
    public static Table of(Table record, Titration titration, double area) {
        List<Column> out = new ArrayList<>();
        List<PulsePoint> all = titration.points();
        add(out, all, "pulse", "1", p -> p.pulse().number());
        add(out, all, "time", "s", p -> p.pulse().on());
        add(out, all, "charge", "A.h", PulsePoint::charge);
        add(out, all, "duration", "s", p -> p.pulse().duration());
        add(out, all, "current", "A", p -> p.pulse().current());
        add(out, all, "rested potential", "V", PulsePoint::rested);
        add(out, all, "polarisation", "V", p -> p.classical() == null ? Double.NaN : p.classical().polarisation());
        add(out, all, "jump to the first sample", "V", p -> p.classical() == null ? Double.NaN
                : p.classical().first());
        add(out, all, "jump", "V", p -> p.classical() == null ? Double.NaN : p.classical().extrapolated());
        add(out, all, "resistance", "ohm", PulsePoint::resistance);
        add(out, all, "dEt", "V", p -> p.classical() == null ? Double.NaN : p.classical().transientChange());
        add(out, all, "dEs", "V", p -> p.classical() == null ? Double.NaN : p.classical().steady());
        add(out, all, "not relaxed", "V", PulsePoint::remaining);
        add(out, all, "linearity", "1", p -> p.classical() == null ? Double.NaN : p.classical().linearity());
        add(out, all, "diffusion time", "s", PulsePoint::diffusionTime);
        add(out, all, "u(diffusion time)", "s", p -> p.diffusionTime() * p.logUncertainty());
        if (!Double.isNaN(area)) {
            add(out, all, "D", "cm2/s", p -> area / p.diffusionTime());
            add(out, all, "D (Weppner-Huggins)", "cm2/s", p -> area * p.formulaRate());
        }
        add(out, all, "bias of the formula", "1", PulsePoint::formulaBias);
        add(out, all, "quality", "1", p -> p.verdict().quality().ordinal());
        add(out, all, "quality (Weppner-Huggins)", "1", p -> p.formulaVerdict().quality().ordinal());
        return new Table(DatasetHeader.of(record.name() + " pulses", KIND, Metadata.EMPTY.with("quality",
                "0 sound, 1 doubtful, 2 withheld")), out);
    }

    private static void add(List<Column> out, List<PulsePoint> all, String name, String unit,
            ToDoubleFunction<PulsePoint> value) {
        out.add(Column.of(name, unit, all.stream().mapToDouble(value).toArray()));
    }
}
