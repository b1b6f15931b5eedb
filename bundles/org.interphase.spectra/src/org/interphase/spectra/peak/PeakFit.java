package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.model.FitParameter;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.shape.LineShape;

/** A fit of components and background with everything derived from it; immutable. */
public final class PeakFit {

    /**
     * A value with its standard uncertainty.
     *
     * @param value value
     * @param uncertainty standard uncertainty; NaN if it could not be determined
     */
    public record Estimate(double value, double uncertainty) {
    }

    private static final Map<String, String> TITLES = Map.of("centre", "position", "fwhm", "FWHM");

    private static final int LEAN_POINTS = 2000;
    private static final double LEAN_STEP = 0.005;
    private static final double LEAN_LEVEL = 0.2;

    private final PeakFitter.Problem problem;
    private final Slots slots;
    private final SumModel model;
    private final FitResult fit;
    private final List<PeakComponent> resolved;
    private final double scale;

    PeakFit(PeakFitter.Problem problem, Slots slots, SumModel model, FitResult fit, List<PeakComponent> resolved) {
        this.problem = problem;
        this.slots = slots;
        this.model = model;
        this.fit = fit;
        this.resolved = List.copyOf(resolved);
        this.scale = scale(fit);
    }

    /**
     * Factor on standard uncertainties: 1 if the scatter agrees with the weights within three standard deviations of
     * chi-square, else the square root of reduced chi-square (Birge ratio), since then model or weights are not right.
     */
    private static double scale(FitResult fit) {
        int nu = fit.degreesOfFreedom();
        if (nu <= 0) {
            return 1;
        }
        double reduced = fit.reducedChiSquare();
        return reduced > 1 + 3 * Math.sqrt(2.0 / nu) ? Math.sqrt(reduced) : 1;
    }

    /** What was fitted. */
    public PeakFitter.Problem problem() {
        return problem;
    }

    /** The components as given. */
    public List<PeakComponent> components() {
        return slots.components();
    }

    /** The components with everything automatic filled in. */
    public List<PeakComponent> resolved() {
        return resolved;
    }

    /** The numerics' result. */
    public FitResult numerics() {
        return fit;
    }

    /**
     * Factor applied to all standard uncertainties because the scatter exceeds what the weights say; 1 if it does not.
     */
    public double uncertaintyScale() {
        return scale;
    }

    /** Reduced chi-square. */
    public double reducedChiSquare() {
        return fit.reducedChiSquare();
    }

    /** A parameter of {@link PeakComponent#PARAMETERS} of a component; NaN where its shape has none. */
    public Estimate estimate(int component, String parameter) {
        int p = PeakComponent.PARAMETERS.indexOf(parameter);
        if (p < 0 || !slots.uses(component, p)) {
            return new Estimate(Double.NaN, Double.NaN);
        }
        String name = slots.modelName(component, p);
        return new Estimate(fit.value(name), finite(fit.uncertainty(name)) * scale);
    }

    /** Height of a component's (stronger) line. */
    public Estimate height(int component) {
        double[] gradient = new double[fit.values().length];
        double value = heightGradient(component, gradient);
        return new Estimate(value, finite(fit.propagate(gradient)) * scale);
    }

    private double heightGradient(int component, double[] gradient) {
        PeakComponent c = components().get(component);
        LineShape shape = c.shape().lineShape();
        int at = model.firstParameter(c.name());
        double[] p = fit.values();
        double width = p[at + LineShape.FWHM];
        double unit = shape.unitArea(p, at + LineShape.EXTRAS);
        double value = p[at + LineShape.HEIGHT] / (width * unit);
        gradient[at + LineShape.HEIGHT] = 1 / (width * unit);
        gradient[at + LineShape.FWHM] = -value / width;
        double[] extras = new double[shape.extras().size()];
        shape.unitAreaGradient(p, at + LineShape.EXTRAS, extras);
        for (int k = 0; k < extras.length; k++) {
            gradient[at + LineShape.EXTRAS + k] = -value * extras[k] / unit;
        }
        return value;
    }

    /**
     * How far a component's line leans: the reach to higher minus that to lower abscissae at a fifth of its height,
     * over their sum. 0 for a symmetric line, positive for a tail towards higher values, whatever the shape and its
     * parameters are called.
     */
    public double lean(int component) {
        PeakComponent c = components().get(component);
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

    /** Area of a component, both lines of a doublet together. */
    public Estimate totalArea(int component) {
        double[] g = new double[fit.values().length];
        double value = addTotalArea(component, 1, g);
        return new Estimate(value, finite(fit.propagate(g)) * scale);
    }

    private double addTotalArea(int component, double factor, double[] gradient) {
        int area = fit.parameters().indexOf(slots.modelName(component, Slots.AREA));
        double a = fit.value(area);
        if (!components().get(component).isDoublet()) {
            gradient[area] += factor;
            return a;
        }
        int ratio = fit.parameters().indexOf(slots.modelName(component, Slots.RATIO));
        gradient[area] += factor * (1 + fit.value(ratio));
        gradient[ratio] += factor * a;
        return a * (1 + fit.value(ratio));
    }

    /** Share of a component in the area of all, with the correlation of the areas accounted for. */
    public Estimate fraction(int component) {
        double total = 0;
        double[] sum = new double[fit.values().length];
        for (int i = 0; i < components().size(); i++) {
            total += addTotalArea(i, 1, sum);
        }
        double[] g = new double[sum.length];
        double own = addTotalArea(component, 1, g);
        for (int i = 0; i < g.length; i++) {
            g[i] = g[i] / total - own * sum[i] / (total * total);
        }
        return new Estimate(own / total, finite(fit.propagate(g)) * scale);
    }

    /** Area of a component over that of another, with their correlation accounted for. */
    public Estimate areaRatio(int component, int to) {
        double[] a = new double[fit.values().length];
        double[] b = new double[a.length];
        double top = addTotalArea(component, 1, a);
        double bottom = addTotalArea(to, 1, b);
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] / bottom - top * b[i] / (bottom * bottom);
        }
        return new Estimate(top / bottom, finite(fit.propagate(a)) * scale);
    }

    /** Correlation of two parameters of components. */
    public double correlation(int component, String parameter, int other, String otherParameter) {
        int i = fit.parameters().indexOf(slots.modelName(component, PeakComponent.PARAMETERS.indexOf(parameter)));
        int j = fit.parameters().indexOf(slots.modelName(other, PeakComponent.PARAMETERS.indexOf(otherParameter)));
        return fit.correlation(i, j);
    }

    /** One component over x, without background. */
    public double[] component(int index) {
        return model.componentValues(components().get(index).name(), fit.values());
    }

    /** The background over x, held or fitted. */
    public double[] background() {
        double[] out = new double[problem.x().length];
        if (!problem.varies()) {
            return problem.held() == null ? out : problem.held().clone();
        }
        for (String part : model.components()) {
            if (part.equals(ModelFactory.BASE) || part.equals(ModelFactory.STEP)) {
                double[] v = model.componentValues(part, fit.values());
                for (int i = 0; i < out.length; i++) {
                    out[i] += v[i];
                }
            }
        }
        return out;
    }

    /** Background plus all components over x. */
    public double[] envelope() {
        double[] out = background();
        for (int c = 0; c < components().size(); c++) {
            double[] v = component(c);
            for (int i = 0; i < out.length; i++) {
                out[i] += v[i];
            }
        }
        return out;
    }

    /** The fit as a product that flows with the dataset, full covariance included. */
    public org.interphase.model.FitResult product(String title, Unit axis, Unit signal) {
        List<FitParameter> parameters = new ArrayList<>();
        for (int i = 0; i < fit.values().length; i++) {
            parameters.add(parameter(i, axis, signal));
        }
        double[][] covariance = fit.covariance();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale * scale;
            }
        }
        var statistics = new org.interphase.model.FitResult.Statistics(fit.chiSquare(), fit.degreesOfFreedom(),
                fit.aic(), fit.bic(), fit.converged(), fit.stopReason().text(), fit.evaluations());
        return new org.interphase.model.FitResult(title, components().stream().map(PeakComponent::name).toList(),
                parameters, covariance, problem.x(), fit.weightedResiduals(), statistics);
    }

    private FitParameter parameter(int i, Unit axis, Unit signal) {
        Parameter p = fit.parameters().get(i);
        String component = model.owner(i);
        String own = p.name().substring(component.length() + 1);
        boolean background = component.equals(ModelFactory.BASE) || component.equals(ModelFactory.STEP);
        Unit unit = switch (own) {
            case "centre", "fwhm", "splitting" -> axis;
            case "area" -> AreaUnit.of(signal, axis);
            default -> background && own.startsWith("c") ? signal : Unit.ONE;
        };
        FitParameter.State state = p.tie() != null ? FitParameter.State.TIED : p.fixed() ? FitParameter.State.FIXED
                : fit.identifiability().atBound().contains(p.name()) ? FitParameter.State.AT_BOUND
                        : FitParameter.State.FREE;
        String tie = p.tie() == null ? "" : tieText(component, own);
        String title = TITLES.getOrDefault(own, own);
        return new FitParameter(background ? "" : component, background ? component + " " + title : title, "",
                fit.value(i), finite(fit.uncertainty(i)) * scale, unit, p.lower(), p.upper(), state, tie);
    }

    private String tieText(String component, String own) {
        for (int c = 0; c < components().size(); c++) {
            for (int k = 0; k < Slots.COUNT; k++) {
                if (slots.uses(c, k) && slots.modelName(c, k).equals(component + "." + own)) {
                    return slots.constraint(c, k).toString();
                }
            }
        }
        return "";
    }

    private static double finite(double u) {
        return Double.isFinite(u) ? u : Double.NaN;
    }
}
