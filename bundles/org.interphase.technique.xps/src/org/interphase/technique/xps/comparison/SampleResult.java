package org.interphase.technique.xps.comparison;

import java.util.List;
import org.interphase.model.Curve;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.RivalModels;
import org.interphase.technique.xps.assignment.StateAssignment;

/**
 * The fit of one sample's region.
 *
 * @param name the sample
 * @param curve its region
 * @param result the fit
 * @param names what may be said of the names of what was found
 * @param rivals models with more freedom, which widen the uncertainties
 */
public record SampleResult(String name, Curve curve, PeakFitStep.Result result, List<StateAssignment> names,
        RivalModels rivals) {

    /** Copies the list. */
    public SampleResult {
        names = List.copyOf(names);
    }

    /** Quantities that are compared, with the unit; widths and positions in the unit of the axis. */
    public enum Quantity {
        POSITION("position", "eV", 1), FWHM("fwhm", "eV", 1), FRACTION("fraction", "%", 100);

        final String key;
        final String unit;
        final double factor;

        Quantity(String key, String unit, double factor) {
            this.key = key;
            this.unit = unit;
            this.factor = factor;
        }

        /** As measurements are called. */
        String title() {
            return this == FWHM ? "FWHM" : key;
        }
    }

    /** Verdict on the name of a component. */
    private Verdict verdict(String component) {
        return names.stream().filter(a -> a.state().name().equals(component)).findFirst().map(StateAssignment::verdict)
                .orElse(Verdict.SOUND);
    }

    /** Verdict on a number of a component, as the fit calls it. */
    Verdict verdict(String component, String quantity) {
        int i = result.indexOf(component);
        if (i < 0) {
            return Verdict.SOUND;
        }
        PeakFit.Estimate e = switch (quantity) {
            case "total area" -> result.fit().totalArea(i);
            case "fraction" -> result.fit().fraction(i);
            default -> result.fit().estimate(i, quantity);
        };
        return verdict(component).and(e.verdict()).and(rivals.verdict(i, quantity, e.uncertainty()));
    }

    /** A number of a component; NaN where it is not there. */
    public PeakFit.Estimate estimate(String component, Quantity q) {
        int i = result.indexOf(component);
        if (i < 0 || verdict(component).isWithheld()) {
            return PeakFit.Estimate.NONE;
        }
        PeakFit.Estimate e = q == Quantity.FRACTION ? result.fit().fraction(i) : result.fit().estimate(i, q.key);
        return new PeakFit.Estimate(e.value(), rivals.uncertainty(i, q.key, e.uncertainty()), e.verdict())
                .times(q.factor);
    }

    /** Area of a component, both lines of a doublet together; NaN where it is not there. */
    PeakFit.Estimate area(String component) {
        int i = result.indexOf(component);
        if (i < 0 || verdict(component).isWithheld()) {
            return PeakFit.Estimate.NONE;
        }
        PeakFit.Estimate e = result.fit().totalArea(i);
        return new PeakFit.Estimate(e.value(), rivals.uncertainty(i, "total area", e.uncertainty()), e.verdict());
    }

    /** Share in per cent above which a missing component would have been found; NaN if it is there. */
    double limit(String component) {
        for (PeakFitStep.Missing m : result.missing()) {
            if (m.name().equals(component)) {
                return 100 * m.share();
            }
        }
        return Double.NaN;
    }
}
