package org.interphase.technique.xps.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.FitResult;
import org.interphase.model.Remark;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.spectra.peak.FittedComponents;
import org.interphase.spectra.peak.PeakFit;

/** Moves the binding energy axis so that a reference has its known energy. */
public final class CalibrateOperation implements Operation<Curve, CalibrateOperation.Parameters> {

    /**
     * A component with its known energy.
     *
     * @param component name of a component of the fit before
     * @param energy known binding energy in eV
     */
    public record Known(
            @Param(label = "Component", def = "", help = "Name of a component of the fit before this step.")
            String component,
            @Param(label = "Energy", unit = "eV", def = "284.8", help = "Its known binding energy.") double energy) {
    }

    /**
     * Parameters.
     *
     * @param reference known energy of the reference in eV
     * @param measured where the reference lies in the data in eV; null for the component or the highest point
     * @param component component of the fit before that is the reference
     * @param known several components with known energies
     */
    public record Parameters(
            @Param(label = "Reference", unit = "eV", def = "284.8", help = "Known binding energy of the reference: "
                    + "284.8 eV for adventitious carbon is usual, 285.0 eV in polymer tables.") double reference,
            @Param(label = "Measured at", unit = "eV", def = "", picture = Param.Picture.X,
                    help = "Where the reference lies in "
                    + "the data. Empty: the component named below, or the highest point.") Double measured,
            @Param(label = "Component", def = "", help = "Component of the fit before this step that is the reference.")
            String component,
            @Param(label = "Known components", help = "Several components with known energies: the shift is their "
                    + "weighted mean, and what is left over says whether their separations are right. For samples "
                    + "without a trusted "
                    + "reference (lithium metal, polymers).", advanced = true) List<Known> known) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("xps.calibrate", 1,
            "Energy calibration",
            "Moves the binding energy axis by a constant so that a reference has its known energy. The signal is "
                    + "not changed.",
            Curve.class, Parameters.class).forKinds("xps.region", "xps.survey");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        List<Remark> remarks = new ArrayList<>();
        double[] shift = p.known().isEmpty() ? byReference(input, p) : byComponents(input, p.known(), remarks);
        Curve moved = moved(input, shift[0]);
        Outcome.Builder out = Outcome.builder(moved).measure("energy shift", "dE", shift[0], shift[1], "eV");
        remarks.forEach(out::remark);
        out.remark(common(shift[1]));
        if (Math.abs(shift[0]) > 10) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The shift of %.1f eV is unusually large: check "
                    + "that the reference is what it is taken for.", shift[0])));
        }
        return out.build();
    }

    /** Positions of later steps are those on the moved axis, and hold what they did before. */
    static Remark common(double uncertainty) {
        return Remark.info((Double.isFinite(uncertainty) ? String.format(Locale.ROOT, "The uncertainty of the energy "
                + "shift, %.2g eV, is", uncertainty) : "The uncertainty of the energy shift is not known. It is")
                + " common to all energies that follow and is not in theirs.").coded("common-shift");
    }

    /** The curve with its axis moved; fits of it are dropped, since their positions are no longer its own. */
    static Curve moved(Curve input, double shift) {
        double[] x = input.axis().values();
        for (int i = 0; i < x.length; i++) {
            x[i] += shift;
        }
        return new Curve(input.header().without(BackgroundModel.class).without(FitResult.class)
                .without(FittedComponents.class).withMetadata(input.metadata().with("charge reference",
                        String.format(Locale.ROOT, "shifted by %.3f eV", shift))),
                input.axis().withValues(x), input.signal());
    }

    /** Shift and standard uncertainty that bring a fitted component, else the highest point, to an energy. */
    static double[] shift(Curve input, double reference, String component) throws AnalysisException {
        boolean fitted = input.product(FittedComponents.class).filter(f -> f.names().contains(component)).isPresent();
        return byReference(input, new Parameters(reference, null, fitted ? component : "", List.of()));
    }

    private static double[] byReference(Curve input, Parameters p) throws AnalysisException {
        if (p.measured() != null) {
            return new double[] {p.reference() - p.measured(), Double.NaN};
        }
        if (!p.component().isBlank()) {
            PeakFit.Estimate e = position(input, p.component());
            return new double[] {p.reference() - e.value(), e.uncertainty()};
        }
        return new double[] {p.reference() - highest(input), Double.NaN};
    }

    private static PeakFit.Estimate position(Curve input, String component) throws AnalysisException {
        FittedComponents fitted = input.product(FittedComponents.class).orElseThrow(() -> new AnalysisException(
                "No components have been fitted before the calibration; put the fit before it, or give the energy."));
        int i = fitted.names().indexOf(component);
        if (i < 0) {
            throw new AnalysisException("The fit has no component '" + component + "'. Components: "
                    + String.join(", ", fitted.names()) + ".");
        }
        return fitted.fit().estimate(i, "position");
    }

    /** Vertex of the parabola through the five points about the maximum. */
    private static double highest(Curve input) {
        int top = 0;
        for (int i = 1; i < input.signal().size(); i++) {
            top = input.signal().get(i) > input.signal().get(top) ? i : top;
        }
        int from = Math.max(0, top - 2);
        int to = Math.min(input.signal().size(), top + 3);
        double x0 = input.axis().get(top);
        double s2 = 0;
        double s4 = 0;
        double sy = 0;
        double sxy = 0;
        double sx2y = 0;
        int n = to - from;
        for (int i = from; i < to; i++) {
            double d = input.axis().get(i) - x0;
            double y = input.signal().get(i);
            s2 += d * d;
            s4 += d * d * d * d;
            sy += y;
            sxy += d * y;
            sx2y += d * d * y;
        }
        double curvature = (n * sx2y - s2 * sy) / (n * s4 - s2 * s2);
        return n == 5 && curvature < 0 ? x0 - sxy / s2 / (2 * curvature) : x0;
    }

    private static double[] byComponents(Curve input, List<Known> known,
            List<Remark> remarks) throws AnalysisException {
        double weights = 0;
        double sum = 0;
        double[] difference = new double[known.size()];
        double[] u = new double[known.size()];
        for (int i = 0; i < known.size(); i++) {
            PeakFit.Estimate e = position(input, known.get(i).component());
            difference[i] = known.get(i).energy() - e.value();
            // energies in tables are hardly known better than 0.1 eV
            u[i] = Math.hypot(e.uncertainty(), 0.1);
            weights += 1 / (u[i] * u[i]);
            sum += difference[i] / (u[i] * u[i]);
        }
        double shift = sum / weights;
        for (int i = 0; i < known.size(); i++) {
            double rest = difference[i] - shift;
            String text = String.format(Locale.ROOT, "%s lies %+.2f eV from its known energy after calibration.",
                    known.get(i).component(), -rest);
            remarks.add((Math.abs(rest) > 3 * u[i] ? Remark.warning(text + " The separations do not fit: check the "
                    + "assignment.") : Remark.info(text)).about(known.get(i).component()));
        }
        return new double[] {shift, Math.sqrt(1 / weights)};
    }

    @Override
    public String methods(Parameters p) {
        return p.known().isEmpty() ? String.format(Locale.ROOT, "Binding energies were referenced to %.2f eV%s.",
                p.reference(),
                p.component().isBlank() ? "" : " (" + p.component() + ")")
                : "Binding energies were referenced to the known energies of " + String.join(", ",
                        p.known().stream().map(Known::component).toList()) + ".";
    }
}
