package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.FitParameter;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.SumModel;

/**
 * A fit of components and background with everything derived from it; immutable. Once judged, every number carries its
 * verdict and the one standard uncertainty it has: noise, misfit, bounds, and the choice of model together.
 */
public final class PeakFit {

    /**
     * A value with its standard uncertainty.
     *
     * @param value value; NaN if there is none
     * @param uncertainty standard uncertainty; NaN if it could not be determined, 0 if the value was given
     * @param verdict whether it may be published; withheld ones keep their value here, for drawing
     */
    public record Estimate(double value, double uncertainty, Verdict verdict) {

        /** A sound number. */
        public Estimate(double value, double uncertainty) {
            this(value, uncertainty, Verdict.SOUND);
        }

        /** There is no such number. */
        public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Verdict.SOUND);

        /** The same with a further verdict; the worse of both counts. */
        public Estimate judged(Verdict other) {
            return new Estimate(value, uncertainty, verdict.and(other));
        }

        /** The same in a unit so many times smaller. */
        public Estimate times(double factor) {
            return new Estimate(factor * value, Math.abs(factor) * uncertainty, verdict);
        }
    }

    private final PeakFitter.Problem problem;
    private final Slots slots;
    private final SumModel model;
    private final FitResult fit;
    private final List<PeakComponent> resolved;
    private final PeakNumbers numbers;
    private final FitParameters parameters;
    private final PeakJudgement judgement;
    private final double axisScale;

    PeakFit(PeakFitter.Problem problem, Slots slots, SumModel model, FitResult fit, List<PeakComponent> resolved) {
        this.problem = problem;
        this.slots = slots;
        this.model = model;
        this.fit = fit;
        this.resolved = List.copyOf(resolved);
        this.numbers = new PeakNumbers(slots, model, fit);
        this.parameters = new FitParameters(slots, model, fit);
        this.judgement = null;
        this.axisScale = 0;
    }

    private PeakFit(PeakFit of, PeakJudgement judgement, double axisScale) {
        this.problem = of.problem;
        this.slots = of.slots;
        this.model = of.model;
        this.fit = of.fit;
        this.resolved = of.resolved;
        this.numbers = of.numbers;
        this.parameters = of.parameters;
        this.judgement = judgement;
        this.axisScale = axisScale;
    }

    /** The same fit with what may be said of its numbers. */
    PeakFit judged(PeakJudgement by) {
        return new PeakFit(this, by, axisScale);
    }

    /** The same fit on an axis of this standard uncertainty, which reported positions hold. */
    PeakFit onAxisOf(double uncertainty) {
        return new PeakFit(this, judgement, uncertainty);
    }

    /** Position of a component with the uncertainty of the axis itself, as it is reported. */
    Estimate reportedPosition(int component) {
        Estimate e = estimate(component, "position");
        return e.uncertainty() > 0 ? new Estimate(e.value(), Math.hypot(e.uncertainty(), axisScale), e.verdict()) : e;
    }

    /** What may be said of the numbers; null before the fit was judged. */
    PeakJudgement judgement() {
        return judgement;
    }

    SumModel model() {
        return model;
    }

    FitParameters parameters() {
        return parameters;
    }

    PeakNumbers numbers() {
        return numbers;
    }

    /**
     * Factor on standard uncertainties of a fit not yet judged: 1 if the scatter agrees with the weights within three
     * standard deviations of chi-square, else the square root of reduced chi-square (Birge ratio).
     */
    private double scale() {
        int nu = fit.degreesOfFreedom();
        double reduced = fit.reducedChiSquare();
        return nu > 0 && reduced > 1 + 3 * Math.sqrt(2.0 / nu) ? Math.sqrt(reduced) : 1;
    }

    private Estimate estimate(Function<PeakNumbers, Derived> which, int... about) {
        if (judgement != null) {
            return judgement.judge(numbers, which, about);
        }
        Derived d = which.apply(numbers);
        if (Double.isNaN(d.value())) {
            return Estimate.NONE;
        }
        int own = d.parameter();
        double u = own >= 0 ? fit.uncertainty(own) : fit.propagate(d.gradient());
        return new Estimate(d.value(), Double.isFinite(u) ? u * scale() : Double.NaN, Verdict.SOUND);
    }

    /** Area of a component over its standard uncertainty, as it decides whether the component is there. */
    double significance(int component) {
        if (judgement != null) {
            return judgement.significance(numbers, component);
        }
        Estimate area = estimate(component, "area");
        return Double.isNaN(area.uncertainty()) ? 0 : area.value() / area.uncertainty();
    }

    /** What speaks against all numbers of the fit alike; sound before it was judged. */
    public Verdict verdict() {
        return judgement == null ? Verdict.SOUND : judgement.common();
    }

    /**
     * The fit with lines of another shape that was made to find out what the choice of shape is worth; what it changes
     * is in the uncertainties. Empty if it was not tried.
     */
    public Optional<PeakFit> shaped(PeakShape shape) {
        return judgement == null ? Optional.empty() : judgement.spread().shaped(shape);
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

    /** The components as given, with start values at the result, so that another model finds the same assignment. */
    public List<PeakComponent> startedAtResult() {
        List<PeakComponent> out = new ArrayList<>();
        for (int i = 0; i < components().size(); i++) {
            PeakComponent c = components().get(i);
            for (String p : PeakComponent.PARAMETERS) {
                Constrained r = resolved.get(i).constraint(p);
                double value = estimate(i, p).value();
                if (!r.fixed() && !r.isTied() && Double.isFinite(value)) {
                    c = c.with(p, r.withStart(value));
                }
            }
            out.add(c);
        }
        return out;
    }

    /** The numerics' result. */
    public FitResult numerics() {
        return fit;
    }

    /** Reduced chi-square. */
    public double reducedChiSquare() {
        return fit.reducedChiSquare();
    }

    /** A parameter of {@link PeakComponent#PARAMETERS} of a component; NaN where its shape has none. */
    public Estimate estimate(int component, String parameter) {
        int slot = PeakComponent.PARAMETERS.indexOf(parameter);
        return estimate(n -> n.parameter(component, slot), component);
    }

    /** Height of a component's (stronger) line. */
    public Estimate height(int component) {
        return estimate(n -> n.height(component), component);
    }

    /**
     * How far a component's line leans: the reach to higher minus that to lower abscissae at a fifth of its height,
     * over their sum. 0 for a symmetric line, positive for a tail towards higher values, whatever the shape and its
     * parameters are called.
     */
    public double lean(int component) {
        return numbers.lean(component);
    }

    /** Area of a component, both lines of a doublet together. */
    public Estimate totalArea(int component) {
        return estimate(n -> n.totalArea(component), component);
    }

    /** Share of a component in the area of all, with the correlation of the areas accounted for. */
    public Estimate fraction(int component) {
        Estimate e = estimate(n -> n.fraction(component), component);
        for (int i = 0; judgement != null && i < components().size(); i++) {
            // a share is of all: one component that is not what it should be spoils it
            e = e.judged(judgement.bounded(i));
        }
        return e;
    }

    /** Area of a component over that of another, with their correlation accounted for. */
    public Estimate areaRatio(int component, int to) {
        return estimate(n -> PeakNumbers.ratio(n.totalArea(component), n.totalArea(to)), component, to);
    }

    /** Height of a component over that of another, with their correlation accounted for. */
    public Estimate heightRatio(int component, int to) {
        return estimate(n -> PeakNumbers.ratio(n.height(component), n.height(to)), component, to);
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

    /** A component's line of unit area at another place and width over x. */
    double[] line(int index, double position, double width) {
        double[] row = new double[Slots.COUNT];
        for (int p = 0; p < Slots.COUNT; p++) {
            row[p] = slots.uses(index, p) ? numbers.parameter(index, p).value() : 0;
        }
        row[Slots.POSITION] = position;
        row[Slots.FWHM] = width;
        row[Slots.AREA] = 1;
        return ModelFactory.component(components().get(index)).values(problem.x(), slots.modelValues(index, row));
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

    /**
     * The fit as a product that flows with the dataset: uncertainties of the parameters as everywhere; covariance
     * without what the choice of model adds.
     */
    public org.interphase.model.FitResult product(String title, Unit axis, Unit signal) {
        List<FitParameter> list = new ArrayList<>();
        for (int i = 0; i < fit.values().length; i++) {
            list.add(parameters.parameter(i, uncertainty(i), axis, signal));
        }
        double[][] covariance = judgement == null ? fit.covariance() : judgement.covariance();
        var statistics = new org.interphase.model.FitResult.Statistics(fit.chiSquare(), fit.degreesOfFreedom(),
                fit.aic(), fit.bic(), fit.converged(), fit.stopReason().text(), fit.evaluations());
        return new org.interphase.model.FitResult(title, components().stream().map(PeakComponent::name).toList(),
                list, covariance, problem.x(), fit.weightedResiduals(), statistics);
    }

    private double uncertainty(int parameter) {
        if (parameters.given(parameter)) {
            return 0;
        }
        FitParameters.Role role = parameters.role(parameter);
        if (role.slot() >= 0) {
            return estimate(n -> n.parameter(role.component(), role.slot())).uncertainty();
        }
        double u = judgement == null ? fit.uncertainty(parameter)
                : Math.sqrt(judgement.covariance()[parameter][parameter]);
        return Double.isFinite(u) ? u : Double.NaN;
    }
}
