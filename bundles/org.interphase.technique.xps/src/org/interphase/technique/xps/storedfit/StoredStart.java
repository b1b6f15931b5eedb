package org.interphase.technique.xps.storedfit;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.Curve;
import org.interphase.numerics.shape.CasaDampedLorentzian;
import org.interphase.spectra.peak.Noise;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakShape;
import org.interphase.technique.xps.reference.CoreLevel;
import org.interphase.technique.xps.reference.Doublets;

/**
 * The fit stored in a file as components to start from: values, bounds and ties as they were stored, or, where the
 * file only has columns of numbers, the position, width and area each column shows.
 */
public final class StoredStart {

    private StoredStart() {
    }

    /** Whether a curve carries a fit to start from. */
    public static boolean isIn(Curve c) {
        return c.product(StoredFit.class)
                .filter(f -> !f.components().isEmpty() || !f.columns().isEmpty() && f.background() != null).isPresent();
    }

    /**
     * The components.
     *
     * @param remarks sentences on what could not be taken over are added
     * @throws AnalysisException if the curve carries no stored fit
     */
    public static List<PeakComponent> components(Curve c, List<String> remarks) throws AnalysisException {
        StoredFit stored = c.product(StoredFit.class).orElse(null);
        if (!isIn(c)) {
            throw new AnalysisException("'" + c.name() + "' carries no stored fit and the step has no components; add "
                    + "one.");
        }
        return stored.components().isEmpty() ? fromColumns(c, stored) : fromDefinitions(c, stored, remarks);
    }

    private static List<PeakComponent> fromDefinitions(Curve c, StoredFit stored, List<String> remarks) {
        double seconds = c.signal().unit().text().equals("counts") ? Noise.acquisitionTime(c.metadata()).orElse(1) : 1;
        List<StoredFit.StoredComponent> all = stored.components();
        List<PeakComponent> out = new ArrayList<>();
        for (StoredFit.StoredComponent s : all) {
            PeakComponent p = PeakComponent.of(s.name(), shape(s, remarks).toString());
            p = p.with("position", position(all, s)).with("fwhm", width(all, s))
                    .with("area", scaled(all, s, s.areaLimits(), s.area(), seconds));
            out.add(p);
        }
        return out;
    }

    private static PeakShape shape(StoredFit.StoredComponent s, List<String> remarks) {
        try {
            PeakShape shape = PeakShape.parse(s.shape());
            if (shape.name().equals("LA") && shape.arguments().size() == 3 && shape.arguments().get(2) != 0) {
                // the width of the Gaussian that CasaXPS convolves is not published
                remarks.add("The Gaussian width in " + s.shape() + " of " + s.name() + " is not published by CasaXPS; "
                        + "it starts without one.");
                return new PeakShape("LA", List.of(shape.arguments().get(0), shape.arguments().get(1)));
            }
            return shape;
        } catch (IllegalArgumentException e) {
            remarks.add("The line shape " + s.shape() + " of " + s.name() + " is not known here; it starts as "
                    + "pseudo-voigt.");
            return PeakShape.PSEUDO_VOIGT;
        }
    }

    /** Where the maximum lies from CasaXPS's position, and the width over CasaXPS's: 0 and 1 for symmetric shapes. */
    private static double[] natural(StoredFit.StoredComponent s) {
        try {
            if (PeakShape.parse(s.shape()).lineShape() instanceof CasaDampedLorentzian lf) {
                double[] unit = {0, 1, 1};
                double scale = lf.naturalScale(unit, 0);
                return new double[] {-lf.naturalOrigin(unit, 0) / scale, 1 / scale};
            }
        } catch (IllegalArgumentException e) {
            return new double[] {0, 1};
        }
        return new double[] {0, 1};
    }

    private static double centre(StoredFit.StoredComponent s) {
        return s.position() + natural(s)[0] * s.fwhm();
    }

    private static Constrained position(List<StoredFit.StoredComponent> all, StoredFit.StoredComponent s) {
        StoredFit.Limits l = s.positionLimits();
        double away = centre(s) - s.position();
        if (l.isTied(all.size(), all.indexOf(s))) {
            StoredFit.StoredComponent leader = all.get(l.reference());
            return Constrained.tied(leader.name(), 1, l.factor() + away - (centre(leader) - leader.position()));
        }
        return bounded(centre(s), l.lower() + away, l.upper() + away);
    }

    private static Constrained width(List<StoredFit.StoredComponent> all, StoredFit.StoredComponent s) {
        double factor = natural(s)[1];
        StoredFit.Limits l = s.fwhmLimits();
        if (l.isTied(all.size(), all.indexOf(s))) {
            return Constrained.tied(all.get(l.reference()).name(),
                    l.factor() * factor / natural(all.get(l.reference()))[1], 0);
        }
        return bounded(factor * s.fwhm(), factor * l.lower(), factor * l.upper());
    }

    private static Constrained scaled(List<StoredFit.StoredComponent> all, StoredFit.StoredComponent s,
            StoredFit.Limits l, double value, double scale) {
        return l.isTied(all.size(), all.indexOf(s)) ? Constrained.tied(all.get(l.reference()).name(), l.factor(), 0)
                : bounded(scale * value, scale * l.lower(), scale * l.upper());
    }

    private static Constrained bounded(double value, double lower, double upper) {
        if (lower == upper) {
            return Constrained.fixed(value);
        }
        return !(lower < upper) ? Constrained.free(value)
                : Constrained.bounded(Math.min(Math.max(value, lower), upper), lower, upper);
    }

    /** What a column shows of its component. */
    private record Shown(double position, double width, double area) {

        static Shown of(double[] x, double[] column, double[] background) {
            int top = 0;
            double area = 0;
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = Double.isNaN(column[i] - background[i]) ? 0 : column[i] - background[i];
                area += y[i] * 0.5 * (x[Math.min(i + 1, x.length - 1)] - x[Math.max(0, i - 1)]);
                top = y[i] > y[top] ? i : top;
            }
            int from = top;
            int to = top;
            while (from > 0 && y[from] > 0.5 * y[top]) {
                from--;
            }
            while (to < x.length - 1 && y[to] > 0.5 * y[top]) {
                to++;
            }
            return new Shown(x[top], Math.max(x[to] - x[from], 2 * (x[1] - x[0])), area);
        }

        /** Whether the other is the weaker line of this one's doublet. */
        boolean isLedBy(Shown stronger, Doublets.Doublet d) {
            return d.off(position - stronger.position) < 0.1 * d.splitting() + 0.05
                    && Math.abs(area / stronger.area - d.ratio()) < 0.15 * d.ratio();
        }
    }

    /** Columns have shapes but no definitions: each starts where it has its maximum, half height and area. */
    private static List<PeakComponent> fromColumns(Curve c, StoredFit stored) {
        double[] x = c.axis().values();
        List<Shown> shown = new ArrayList<>(stored.columns().stream()
                .map(column -> Shown.of(x, column, stored.background())).filter(s -> s.area > 0).toList());
        Doublets.Doublet doublet = Doublets.of(CoreLevel.of(c)).orElse(null);
        List<PeakComponent> out = new ArrayList<>();
        while (!shown.isEmpty()) {
            Shown s = shown.stream().max(java.util.Comparator.comparingDouble(Shown::area)).orElseThrow();
            shown.remove(s);
            PeakComponent p = PeakComponent.of("C" + (out.size() + 1), "pseudo-voigt")
                    .with("position", Constrained.bounded(s.position, s.position - s.width, s.position + s.width))
                    .with("fwhm", Constrained.bounded(s.width, s.width / 3, 3 * s.width))
                    .with("area", Constrained.bounded(s.area, 0, Double.POSITIVE_INFINITY));
            if (doublet != null && shown.removeIf(o -> o.isLedBy(s, doublet))) {
                p = p.doublet(doublet.splitting(), doublet.ratio());
                if (doublet.high() - doublet.low() > 0.1) {
                    // it depends on the compound
                    p = p.with("splitting", Constrained.bounded(doublet.splitting(), doublet.low(), doublet.high()));
                }
            }
            // one Lorentzian share for the instrument
            out.add(out.isEmpty() ? p : p.with("mixing", Constrained.tied("C1", 1, 0)));
        }
        return out;
    }
}
