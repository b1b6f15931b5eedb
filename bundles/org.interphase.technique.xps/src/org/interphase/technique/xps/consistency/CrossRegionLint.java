package org.interphase.technique.xps.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.xps.quantification.AmountScale;
import org.interphase.technique.xps.quantification.RegionArea;
import org.interphase.technique.xps.quantification.StateAmount;
import org.interphase.technique.xps.region.RegionStates;

/**
 * Whether the chemical states found in one region have their partners in the others, in the ratio their formula
 * demands: CF2 of F 1s in C 1s (two fluorine atoms per carbon atom), LiF of F 1s in Li 1s (one to one).
 */
public final class CrossRegionLint {

    /** Differences are remarked on from this many standard uncertainties. */
    private static final double SIGMAS = 3;
    /** Factors within this of the formula's ratio are plausible whatever the uncertainty. */
    private static final double PLAUSIBLE = 1.3;
    private static final double F_PER_CF2 = 2;

    private final Map<String, Curve> regions;
    private final AmountScale scale;

    /** @param regions curve of each line, such as "F 1s", with its states where it was fitted */
    public CrossRegionLint(Map<String, Curve> regions, AmountScale scale) {
        this.regions = Map.copyOf(regions);
        this.scale = scale;
    }

    /** What the regions say about each other; empty where the states of F 1s are not known. */
    public List<Remark> check() {
        List<Remark> out = new ArrayList<>();
        state("F 1s", "CF2").filter(StateAmount::isDetected).ifPresent(f -> carbonPartner(f, out));
        state("F 1s", "LiF").filter(StateAmount::isDetected).ifPresent(f -> lithiumPartner(f, out));
        for (String name : List.of("CF2", "LiF")) {
            verdict("F 1s", name).filter(v -> !v.isSound()).ifPresent(v -> out.add(Remark.warning(name + " of F 1s "
                    + "is not sure: " + v.reason() + ".").about(name)));
        }
        return out;
    }

    private Optional<Verdict> verdict(String line, String component) {
        return Optional.ofNullable(regions.get(line)).flatMap(c -> c.product(RegionStates.class))
                .flatMap(r -> r.state(component)).map(RegionStates.State::verdict);
    }

    /** The amount of a state; empty where what was found is not that state. */
    private Optional<StateAmount> state(String line, String component) {
        Curve c = regions.get(line);
        return c == null || verdict(line, component).filter(Verdict::isWithheld).isPresent()
                ? Optional.empty() : StateAmount.of(c, line, component, scale);
    }

    private void carbonPartner(StateAmount f, List<Remark> out) {
        Optional<StateAmount> reference = state("C 1s", "C-C");
        Optional<StateAmount> found = state("C 1s", "CF2");
        if (found.isEmpty()) {
            return;
        }
        if (reference.isPresent() && !reference.get().isDetected()) {
            out.add(Remark.info("CF2 of F 1s was not compared with C 1s: no C-C line lies near 284.8 eV; calibrate "
                    + "the energy scale first."));
            return;
        }
        StateAmount c = found.get();
        double expected = f.value() / F_PER_CF2;
        double u = f.uncertainty() / F_PER_CF2;
        if (!c.isDetected()) {
            if (expected - SIGMAS * u > c.limit()) {
                out.add(Remark.warning(String.format(Locale.ROOT, "F 1s shows CF2, but C 1s shows none near 291 eV: "
                        + "%.3g \u00b1 %.1g (relative atoms) of CF2 carbon would be needed and more than %.3g would "
                        + "have been seen. The fluorine near 688 eV may be bound otherwise (CF3 near 293 eV in C 1s, "
                        + "S-F, P-F).", expected, u, c.limit())).about("CF2"));
            }
            return;
        }
        double ratio = f.value() / c.value();
        double ur = ratio * Math.hypot(f.uncertainty() / f.value(), c.uncertainty() / c.value());
        String text = String.format(Locale.ROOT, "F 1s holds %.2f \u00b1 %.2f fluorine atoms (CF2) per CF2 carbon of "
                + "C 1s; the formula has 2.", ratio, ur);
        if (ratio > PLAUSIBLE * F_PER_CF2 && ratio - F_PER_CF2 > SIGMAS * ur) {
            out.add(Remark.warning(text + " There is more fluorine than CF2 explains: other fluorine (CF3, S-F, P-F) "
                    + "may lie in it, or the C 1s component is too small.").about("CF2"));
        } else if (ratio < F_PER_CF2 / PLAUSIBLE && F_PER_CF2 - ratio > SIGMAS * ur) {
            out.add(Remark.warning(text + " There is less fluorine than CF2 needs: the component near 291 eV in C 1s "
                    + "may be a carbonate or a shake-up line, or the regions come from different depths.")
                    .about("CF2"));
        } else {
            out.add(Remark.info(text + " That is plausible.").about("CF2"));
        }
    }

    private void lithiumPartner(StateAmount f, List<Remark> out) {
        Curve region = regions.get("Li 1s");
        if (region == null) {
            out.add(Remark.info("F 1s shows LiF, but no Li 1s region was measured to confirm it (55.7 to 56.1 eV).")
                    .about("LiF"));
            return;
        }
        RegionArea.Area area = RegionArea.of(region, scale.transmission(), new ArrayList<>());
        Optional<Double> divisor = scale.divisor(region, "Li 1s", area.centre());
        if (divisor.isEmpty()) {
            return;
        }
        double lithium = area.value() / divisor.get();
        double ul = Math.hypot(area.uncertainty() / divisor.get(), scale.factorUncertainty() * lithium);
        double u = Math.hypot(f.uncertainty(), ul);
        String numbers = String.format(Locale.ROOT, "F 1s shows %.3g \u00b1 %.1g (relative atoms) of fluorine as LiF, "
                + "Li 1s %.3g \u00b1 %.1g of lithium in all", f.value(), f.uncertainty(), Math.max(0, lithium), ul);
        if (f.value() - lithium > SIGMAS * u && lithium * PLAUSIBLE < f.value()) {
            out.add(Remark.warning(numbers + ": LiF needs as much lithium as fluorine. The component near 685 eV may "
                    + "be another fluoride, or Li 1s is attenuated.").about("LiF"));
        } else if (lithium < SIGMAS * ul) {
            out.add(Remark.info(numbers + ": Li 1s is too noisy to confirm or refute LiF.").about("LiF"));
        } else {
            out.add(Remark.info(numbers + ": there is enough lithium for it.").about("LiF"));
        }
    }
}
