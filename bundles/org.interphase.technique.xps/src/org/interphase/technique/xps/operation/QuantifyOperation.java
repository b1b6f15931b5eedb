package org.interphase.technique.xps.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.consistency.CrossRegionLint;
import org.interphase.technique.xps.quantification.AmountScale;
import org.interphase.technique.xps.quantification.RegionArea;
import org.interphase.technique.xps.reference.CoreLevel;
import org.interphase.technique.xps.reference.XpsReferences;

/** Atomic concentrations from the regions of one measurement. */
public final class QuantifyOperation implements Operation<Series, QuantifyOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param transmission whether intensities are divided by the analyser's transmission
     * @param escape exponent of the kinetic energy in the escape depth
     * @param factorUncertainty relative standard uncertainty of sensitivity factors in per cent
     * @param detection detection threshold in standard uncertainties
     * @param states whether chemical states of different regions are compared
     */
    public record Parameters(
            @Param(label = "Transmission", def = "false", help = "Divides intensities by the transmission the file "
                    + "gives. Off for data whose transmission is already corrected.") boolean transmission,
            @Param(label = "Escape exponent", def = "0", min = 0, max = 1, advanced = true,
                    help = "Intensities are divided by "
                    + "the kinetic energy to this power, for the escape depth; 0 for none, 0.6 to 0.75 are usual "
                            + "with Scofield factors.") double escape,
            @Param(label = "Factor uncertainty", unit = "%", def = "5", min = 0, max = 50,
                    help = "Relative standard uncertainty "
                    + "of a sensitivity factor.") double factorUncertainty,
            @Param(label = "Detection", def = "3", min = 1, max = 20, advanced = true, help = "A region whose area "
                    + "is less than this many standard uncertainties is reported as not detected.") double detection,
            @Param(label = "Compare states", def = "true", help = "Remarks where a chemical state that an earlier "
                    + "step fitted lacks its partner: CF2 of F 1s in C 1s (two fluorine per carbon), LiF of F 1s in "
                    + "Li 1s (one to one). The concentrations do not depend on it.") boolean states) {
    }

    private static final OperationInfo<Series, Parameters> INFO = OperationInfo.of("xps.quantify", 4, "Quantification",
            "Areas of all regions above a Shirley background, divided by sensitivity factors, as atomic per cent "
                    + "of their sum. The uncertainty includes counting statistics, the background and the "
                    + "sensitivity factors.",
            Series.class, Parameters.class,
            Publication.article("J. H. Scofield",
                    "Hartree-Slater subshell photoionization cross-sections at 1254 and 1487 eV")
                    .in("J. Electron Spectrosc. Relat. Phenom.", 1976, "8", "129-137")
                    .doi("10.1016/0368-2048(76)80015-1").seen().cited("Scofield 1976"));

    @Override
    public OperationInfo<Series, Parameters> info() {
        return INFO;
    }

    /** One element's line with what it contributes. */
    private record Share(String line, double area, double u, double factor, double divisor, double amountU,
            Verdict verdict) {
        String element() {
            return line.substring(0, line.indexOf(' '));
        }

        double amount() {
            return area / divisor;
        }
    }

    /** One-sided 95 % point of the normal distribution. */
    private static final double ONE_SIDED = 1.645;
    /** Share of the sum from which on doubt about one amount is doubt about all. */
    private static final double COUNTS = 0.02;

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Remark> remarks = new ArrayList<>();
        Map<String, Share> shares = new LinkedHashMap<>();
        Map<String, Curve> regions = new LinkedHashMap<>();
        AmountScale scale = new AmountScale(p.transmission(), p.escape(), p.factorUncertainty() / 100);
        for (Dataset d : input.members()) {
            progress.checkCancelled();
            if (d instanceof Curve c && c.kind().id().equals("xps.region")) {
                share(c, scale, shares, remarks);
                regions.putIfAbsent(CoreLevel.of(c), c);
            }
        }
        if (shares.isEmpty()) {
            throw new AnalysisException("None of the datasets is a region of a line with a known sensitivity "
                    + "factor; name regions as \"F 1s\".");
        }
        double total = shares.values().stream().filter(s -> isThere(s, p)).mapToDouble(Share::amount).sum();
        if (!(total > 0)) {
            throw new AnalysisException("No line is above its detection limit; there is nothing to quantify.");
        }
        Outcome.Builder out = Outcome.builder(input);
        shares.values().forEach(s -> out.measure(concentration(s, shares, total, p)));
        if (p.states()) {
            remarks.addAll(new CrossRegionLint(regions, scale).check());
        }
        remarks.forEach(out::remark);
        return out.extra(table(input, new ArrayList<>(shares.values()), total)).build();
    }

    private static boolean isThere(Share s, Parameters p) {
        return s.area > p.detection() * s.u;
    }

    private static void share(Curve c, AmountScale scale, Map<String, Share> shares, List<Remark> remarks) {
        String line = CoreLevel.of(c);
        if (line.isEmpty()) {
            remarks.add(Remark.warning("'" + c.name() + "' names no line such as \"F 1s\" and was left out."));
            return;
        }
        Optional<Double> factor = XpsReferences.sensitivity(c, line, AmountScale.anode(c));
        if (factor.isEmpty()) {
            remarks.add(Remark.warning("There is no sensitivity factor of " + line + " for " + AmountScale.anode(c)
                    + " K-alpha; add one to the project's table. The region was left out."));
            return;
        }
        if (shares.values().stream().anyMatch(s -> s.element().equals(line.substring(0, line.indexOf(' '))))) {
            remarks.add(Remark.info("'" + c.name() + "' is a further region of an element already counted and was "
                    + "left out."));
            return;
        }
        RegionArea.Area area = RegionArea.of(c, scale.transmission(), remarks);
        double divisor = scale.divisor(c, line, area.centre()).orElseThrow();
        double amount = area.value() / divisor;
        double u = Math.hypot(area.uncertainty() / divisor, amount * scale.factorUncertainty());
        shares.put(line, new Share(line, area.value(), area.uncertainty(), factor.get(), divisor, u, area.verdict()));
    }

    /** Share of a sum of independent amounts: dp_i/dx_j = (delta_ij - p_i) / S. */
    private static Measurement concentration(Share s, Map<String, Share> all, double total, Parameters p) {
        String name = s.element() + " concentration";
        Verdict verdict = s.verdict;
        for (Share o : all.values()) {
            // what is uncertain in one share is so in all, as far as it counts in their sum
            if (o != s && !o.verdict.isSound() && Math.abs(o.amount()) > COUNTS * total) {
                verdict = verdict.and(Verdict.doubtful("the amount of " + o.element() + " in the sum: "
                        + o.verdict.reason()));
            }
        }
        if (!isThere(s, p)) {
            // a limit is never below what the data allow, nor above all there is
            double area = Math.max(p.detection() * s.u, Math.max(0, s.area) + ONE_SIDED * s.u);
            double limit = area / s.divisor * (1 + ONE_SIDED * p.factorUncertainty() / 100);
            return Measurement.notDetected(name, "c", 100 * limit / (total + limit), "at.%").judged(verdict);
        }
        double fraction = s.amount() / total;
        double variance = 0;
        for (Share o : all.values()) {
            if (isThere(o, p)) {
                double d = ((o == s ? 1 : 0) - fraction) / total * o.amountU;
                variance += d * d;
            }
        }
        return Measurement.of(name, "c", 100 * fraction, 100 * Math.sqrt(variance), "at.%").judged(verdict);
    }

    private static Table table(Series input, List<Share> shares, double total) {
        int n = shares.size();
        double[] area = new double[n];
        double[] u = new double[n];
        double[] factor = new double[n];
        double[] percent = new double[n];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            area[i] = shares.get(i).area;
            u[i] = shares.get(i).u;
            factor[i] = shares.get(i).factor;
            percent[i] = 100 * shares.get(i).amount() / total;
            names.add(shares.get(i).line);
        }
        Metadata m = Metadata.EMPTY.with("lines", names);
        return new Table(DatasetHeader.of(input.name() + " composition", "table", m),
                List.of(Column.of("area", Unit.of("counts.eV/s"), area), Column.of("area uncertainty",
                        Unit.of("counts.eV/s"), u), Column.of("sensitivity factor", Unit.ONE, factor),
                        Column.of("concentration", Unit.of("at.%"), percent)));
    }

    @Override
    public String methods(Parameters p) {
        return String.format(Locale.ROOT, "Atomic concentrations were computed from areas above a Shirley "
                + "background with Scofield cross-sections%s%s; the factors carry a standard uncertainty of %.3g %%.",
                p.transmission() ? ", corrected for transmission" : "",
                p.escape() > 0 ? " and for the escape depth" : "", p.factorUncertainty());
    }
}
