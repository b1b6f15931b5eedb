package org.interphase.spectra.peak;

import org.interphase.api.parameters.Constrained;
import org.interphase.numerics.background.ActiveShirley;
import org.interphase.numerics.background.ActiveTougaard;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.background.TougaardKernel;
import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Tie;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.numerics.shape.Doublet;
import org.interphase.numerics.shape.LineShape;

/** Turns components and background into the numerics' model and its parameters. */
final class ModelFactory {

    /** Name of the polynomial part of an active background. */
    static final String BASE = "background";
    /** Name of the part of an active background that responds to the peaks. */
    static final String STEP = "background step";

    /** Universal cross-section in eV^2 (S. Tougaard, Surf. Interface Anal. 11 (1988) 453); its scale is fitted. */
    private static final double TOUGAARD_B = 2866;
    private static final double TOUGAARD_C = 1643;

    private ModelFactory() {
    }

    static Component component(PeakComponent c) {
        LineShape shape = c.shape().lineShape();
        return c.isDoublet() ? new Doublet(new AreaPeak(shape)) : new AreaPeak(shape);
    }

    static SumModel model(double[] x, Slots slots, BackgroundModel.Kind background) {
        SumModel.Builder b = SumModel.on(x);
        for (PeakComponent c : slots.components()) {
            b.add(c.name(), component(c));
        }
        switch (background) {
            case CONSTANT -> b.addUnseen(BASE, PolynomialBackground.over(x, 0));
            case LINEAR -> b.addUnseen(BASE, PolynomialBackground.over(x, 1));
            case QUADRATIC -> b.addUnseen(BASE, PolynomialBackground.over(x, 2));
            case CUBIC -> b.addUnseen(BASE, PolynomialBackground.over(x, 3));
            case SHIRLEY -> b.addUnseen(BASE, PolynomialBackground.over(x, 0)).addActive(STEP, new ActiveShirley(true));
            case SHIRLEY_LINEAR ->
                b.addUnseen(BASE, PolynomialBackground.over(x, 1)).addActive(STEP, new ActiveShirley(true));
            case TOUGAARD -> b.addUnseen(BASE, PolynomialBackground.over(x, 0)).addActive(STEP,
                    new ActiveTougaard(TougaardKernel.universal(TOUGAARD_B, TOUGAARD_C), true));
            default -> {
                // held or none: not part of the model
            }
        }
        return b.build();
    }

    /**
     * The numerics' parameters for start values.
     *
     * @param starts [component][parameter]
     * @param widths narrowest and widest width of automatic bounds
     * @param base start of the background's constant
     */
    static Parameters parameters(SumModel model, Slots slots, double[][] starts, double[] widths, double[] x,
            double base) {
        Parameters p = model.defaults();
        for (int i = 0; i < starts.length; i++) {
            for (int k = 0; k < Slots.COUNT; k++) {
                if (slots.uses(i, k)) {
                    p = slot(p, slots, i, k, starts[i][k], widths, x);
                }
            }
            p = holdRest(p, slots.components().get(i));
        }
        if (p.contains(BASE + ".c0")) {
            p = p.start(BASE + ".c0", base);
        }
        if (p.contains(STEP + ".k")) {
            // a background that falls towards high binding energy is unusual but measured; the sign is left free
            p = p.bounds(STEP + ".k", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).start(STEP + ".k", 0);
        }
        return p;
    }

    private static Parameters slot(Parameters p, Slots slots, int component, int parameter, double start,
            double[] widths, double[] x) {
        String name = slots.modelName(component, parameter);
        Constrained c = slots.constraint(component, parameter);
        double held = slots.held(component, parameter);
        if (!Double.isNaN(held)) {
            return p.fix(name, held);
        }
        Slots.Target t = slots.targetOf(component, parameter);
        if (t != null) {
            return p.tie(name, Tie.affine(slots.modelName(t.component(), t.parameter()), c.ratio(), c.offset()));
        }
        if (c.fixed()) {
            return p.fix(name, c.start());
        }
        double[] bounds = bounds(slots, component, parameter, widths, x);
        double s = Math.min(Math.max(start, bounds[0]), bounds[1]);
        return p.bounds(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).start(name, s)
                .bounds(name, bounds[0], bounds[1]);
    }

    /** Lower and upper bound of a parameter that is neither tied nor fixed; an automatic one gets sensible bounds. */
    static double[] bounds(Slots slots, int component, int parameter, double[] widths, double[] x) {
        Constrained c = slots.constraint(component, parameter);
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        boolean auto = c.isAuto();
        switch (parameter) {
            case Slots.POSITION -> {
                if (auto) {
                    lower = Math.min(x[0], x[x.length - 1]);
                    upper = Math.max(x[0], x[x.length - 1]);
                }
            }
            case Slots.FWHM -> {
                lower = auto ? widths[0] : Double.MIN_NORMAL;
                upper = auto ? widths[1] : upper;
            }
            case Slots.AREA -> lower = auto ? 0 : lower;
            case Slots.RATIO -> lower = 0;
            case Slots.SPLITTING -> lower = Double.NEGATIVE_INFINITY;
            default -> {
                ParameterSpec spec = slots.extra(component, parameter);
                lower = spec.lower();
                upper = spec.upper();
            }
        }
        // what the analyst wrote wins over automatic bounds, never over what the shape demands
        if (c.lower() > Double.NEGATIVE_INFINITY) {
            lower = parameter >= Slots.MIXING ? Math.max(lower, c.lower()) : c.lower();
        }
        if (c.upper() < Double.POSITIVE_INFINITY) {
            upper = parameter >= Slots.MIXING ? Math.min(upper, c.upper()) : c.upper();
        }
        if (parameter == Slots.FWHM) {
            lower = Math.max(lower, Double.MIN_NORMAL);
        }
        return new double[] {Math.min(lower, upper), Math.max(lower, upper)};
    }

    /** Own parameters of a shape beyond the two that a component can set stay at their given or default values. */
    private static Parameters holdRest(Parameters p, PeakComponent c) {
        var extras = c.shape().lineShape().extras();
        double[] held = c.shape().heldExtras();
        Parameters out = p;
        for (int k = 0; k < extras.size(); k++) {
            if (k == Slots.extraIndex(c, Slots.MIXING) || k == Slots.extraIndex(c, Slots.ASYMMETRY)) {
                continue;
            }
            out = out.fix(c.name() + "." + extras.get(k).name(), held != null ? held[k] : extras.get(k).start());
        }
        return c.isDoublet() ? out.fix(c.name() + ".widthRatio", 1) : out;
    }
}
