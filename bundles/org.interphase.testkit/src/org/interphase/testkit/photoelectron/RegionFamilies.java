package org.interphase.testkit.photoelectron;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ways in which a recorded region breaks what a fit of it assumes, several levels each. */
public final class RegionFamilies {

    /** The family whose data obey the model of the recipes. */
    public static final String MODEL = "model";

    private RegionFamilies() {
    }

    /**
     * The families of a region.
     *
     * @param base a region that obeys the model
     * @param foreign a state that is none of those looked for, its area that of a tenth to a third of the rest
     * @return regions by family and level, the family before the last blank
     */
    public static Map<String, RegionTruth> of(RegionTruth base, LineTruth foreign) {
        Map<String, RegionTruth> out = new LinkedHashMap<>();
        out.put(MODEL + " 1", base);
        out.put("low counts 1", base.times(0.1));
        out.put("low counts 2", base.times(0.02));
        out.put("high counts 1", base.times(20));
        out.put("Gaussian lines 1", base.each(l -> l.mixed(0)));
        out.put("Lorentzian lines 1", base.each(l -> l.mixed(0.7)));
        out.put("unequal shapes 1", base.each(l -> l.mixed(l.name().equals(base.lines().get(0).name()) ? 0.1 : 0.6)));
        out.put("tailed lines 1", base.each(l -> l.tailed(0.15)));
        out.put("tailed lines 2", base.each(l -> l.tailed(0.4)));
        out.put("slope 1", base.sloped(0.0025));
        out.put("slope 2", base.sloped(0.005));
        out.put("slope 3", base.sloped(0.0125));
        out.put("slope, high counts 1", base.sloped(0.005).times(20));
        out.put("step of other origin 1", base.bent(0.03));
        out.put("step of other origin 2", base.bent(0.1));
        double total = base.total();
        out.put("third state 1", base.with(foreign.moved(0, 0.1 * total / foreign.area())));
        out.put("third state 2", base.with(foreign.moved(0, 0.3 * total / foreign.area())));
        double top = base.from() + (base.points() - 1) * base.step();
        LineTruth first = base.lines().get(0);
        LineTruth edge = new LineTruth("neighbour", top + 0.5, first.fwhm(), 0.2 * total, 0.3, 0);
        out.put("neighbour at the edge 1", base.with(edge));
        out.put("neighbour at the edge 2", base.with(edge.moved(base.from() - 0.5 - edge.position(), 1)));
        out.put("satellite 1", base.with(new LineTruth("satellite", first.position() + 5, 3, 0.06 * first.area(), 0.3,
                0.5)));
        out.put("charging 1", base.charged(0.2, 0.4));
        out.put("charging 2", base.charged(0.35, 0.8));
        return out;
    }
}
