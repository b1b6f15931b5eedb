package org.interphase.spectra.peak;

import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.shape.LineShape;

/** The numbers that follow from the parameters of a peak fit, each with its gradient; immutable. */
final class PeakNumbers {

    private static final int LEAN_POINTS = 2000;
    private static final double LEAN_STEP = 0.005;
    private static final double LEAN_LEVEL = 0.2;

    private final Slots slots;
    private final SumModel model;
    private final FitResult fit;

    PeakNumbers(Slots slots, SumModel model, FitResult fit) {
        this.slots = slots;
        this.model = model;
        this.fit = fit;
    }

    private double[] zero() {
        return new double[fit.values().length];
    }

    /** A parameter of {@link PeakComponent#PARAMETERS} of a component; NaN where its shape has none. */
    Derived parameter(int component, int slot) {
        double[] g = zero();
        if (slot < 0 || !slots.uses(component, slot)) {
            return new Derived(Double.NaN, g);
        }
        int i = fit.parameters().indexOf(slots.modelName(component, slot));
        g[i] = 1;
        return new Derived(fit.value(i), g, slot == Slots.AREA ? -excess(component) * fit.value(i) : 0);
    }

    /** How many components there are. */
    int components() {
        return slots.components().size();
    }

    /** Name of a component. */
    String name(int component) {
        return slots.components().get(component).name();
    }

    /**
     * Relative excess of the area of a line whose shape approximates a Voigt profile by a sum, over that of the
     * profile of best agreement; see {@link ShapeCatalogue#VOIGT_EXCESS}.
     */
    private double excess(int component) {
        if (!ShapeCatalogue.approximatesVoigt(slots.components().get(component).shape())) {
            return 0;
        }
        double held = slots.held(component, Slots.MIXING);
        double mixing = Double.isNaN(held) ? parameter(component, Slots.MIXING).value() : held;
        return Double.isFinite(mixing) ? ShapeCatalogue.VOIGT_EXCESS * Math.max(0, mixing * (1 - mixing)) : 0;
    }

    /** Height of a component's (stronger) line: area over width and area of the line of unit height and width. */
    Derived height(int component) {
        PeakComponent c = slots.components().get(component);
        LineShape shape = c.shape().lineShape();
        int at = model.firstParameter(c.name());
        double[] p = fit.values();
        double[] g = zero();
        double width = p[at + LineShape.FWHM];
        double unit = shape.unitArea(p, at + LineShape.EXTRAS);
        double value = p[at + LineShape.HEIGHT] / (width * unit);
        g[at + LineShape.HEIGHT] = 1 / (width * unit);
        g[at + LineShape.FWHM] = -value / width;
        double[] extras = new double[shape.extras().size()];
        shape.unitAreaGradient(p, at + LineShape.EXTRAS, extras);
        for (int k = 0; k < extras.length; k++) {
            g[at + LineShape.EXTRAS + k] = -value * extras[k] / unit;
        }
        return new Derived(value, g);
    }

    /** Area of a component, both lines of a doublet together. */
    Derived totalArea(int component) {
        double[] g = zero();
        double area = addTotalArea(component, g);
        return new Derived(area, g, -excess(component) * area);
    }

    private double addTotalArea(int component, double[] gradient) {
        int area = fit.parameters().indexOf(slots.modelName(component, Slots.AREA));
        double a = fit.value(area);
        if (!slots.components().get(component).isDoublet()) {
            gradient[area] += 1;
            return a;
        }
        int ratio = fit.parameters().indexOf(slots.modelName(component, Slots.RATIO));
        gradient[area] += 1 + fit.value(ratio);
        gradient[ratio] += a;
        return a * (1 + fit.value(ratio));
    }

    /** Share of a component in the area of all. */
    Derived fraction(int component) {
        double[] sum = zero();
        double total = 0;
        double approximated = 0;
        for (int i = 0; i < slots.components().size(); i++) {
            double area = addTotalArea(i, sum);
            total += area;
            approximated -= excess(i) * area;
        }
        return ratio(totalArea(component), new Derived(total, sum, approximated));
    }

    /** Variance of a number by the noise alone, as the fit's weights say; 0 where the fit does not determine it. */
    double variance(Derived d) {
        double u = fit.propagate(d.gradient());
        return Double.isFinite(u) ? u * u : 0;
    }

    /** One number over another. */
    static Derived ratio(Derived top, Derived bottom) {
        double[] g = new double[top.gradient().length];
        double value = top.value() / bottom.value();
        for (int i = 0; i < g.length; i++) {
            g[i] = (top.gradient()[i] - value * bottom.gradient()[i]) / bottom.value();
        }
        return new Derived(value, g, (top.approximated() - value * bottom.approximated()) / bottom.value());
    }

    /** How far a component's line leans; see {@link PeakFit#lean(int)}. */
    double lean(int component) {
        PeakComponent c = slots.components().get(component);
        LineShape shape = c.shape().lineShape();
        double[] p = new double[LineShape.EXTRAS + shape.extras().size()];
        p[LineShape.HEIGHT] = 1;
        p[LineShape.FWHM] = 1;
        System.arraycopy(fit.values(), model.firstParameter(c.name()) + LineShape.EXTRAS, p, LineShape.EXTRAS,
                shape.extras().size());
        double[] x = new double[2 * LEAN_POINTS + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - LEAN_POINTS) * LEAN_STEP;
        }
        double[] y = new double[x.length];
        shape.on(x).addValues(p, 0, y);
        int low = LEAN_POINTS;
        int high = LEAN_POINTS;
        while (low > 0 && y[low] > LEAN_LEVEL) {
            low--;
        }
        while (high < y.length - 1 && y[high] > LEAN_LEVEL) {
            high++;
        }
        return (x[high] + x[low]) / (x[high] - x[low]);
    }
}
