package org.interphase.technique.electrochemistry.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.fit.CircuitNumber;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.operation.EisArrhenius;
import org.interphase.technique.electrochemistry.operation.EisCompare;
import org.interphase.technique.electrochemistry.operation.EisDrt;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.technique.electrochemistry.operation.EisFitSeries;
import org.interphase.technique.electrochemistry.operation.EisKramersKronig;
import org.interphase.testkit.electrochemistry.ImpedanceAdversary;
import org.interphase.testkit.electrochemistry.ImpedanceAdversary.Family;
import org.interphase.testkit.electrochemistry.ImpedanceAdversary.Spectrum;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the verdicts of the impedance recipes are worth on spectra that obey their assumptions and that break them. */
class AdversaryTest {

    /** Numbers beyond three uncertainties, for whoever wants to know why. */
    private final List<String> beyond = new ArrayList<>();
    private int seed;

    private static Table table(Spectrum s) {
        return Spectra.table("cell", s.hertz(), s.z());
    }

    private static String name(Family f) {
        return f.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Counts a number; one that is missing or has another name is a fault of the recipe or of this test. */
    private void count(VerdictTally tally, Family family, Outcome o, String name, double truth) {
        List<Measurement> found = o.measurements().stream().filter(m -> m.name().equals(name)).toList();
        assertEquals(1, found.size(), () -> name(family) + ": no '" + name + "' among " + o.measurements());
        Measurement m = found.get(0);
        tally.number(name(family), m, truth);
        double pull = (m.value() - truth) / m.uncertainty();
        if (m.verdict().isSound() && Math.abs(pull) > 3) {
            beyond.add(String.format(Locale.ROOT, "%s %d, %s: %s, true %.5g, %.1f u, %s", name(family), seed, name,
                    m.pretty(), truth, pull, o.dataset().product(FitResult.class).map(FitResult::title).orElse("")));
        }
    }

    private static double value(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).mapToDouble(Measurement::value).findFirst()
                .orElse(Double.NaN);
    }

    /** The simulated instrument has no gain to be wrong, so none may cover what the fit gets wrong. */
    private static <P extends Record> P exact(Class<P> type) {
        return Parameters.with(Parameters.defaults(type), "accuracy", 0);
    }

    private void automatic(VerdictTally tally, Family family, Spectrum s) throws Exception {
        Outcome o = new EisFit(ElementLibrary::standard).apply(table(s), Parameters.with(exact(EisFit.Parameters.class),
                "starts", 20), Progress.none());
        count(tally, family, o, "series resistance", s.series());
        if (family != Family.BLOCKED) {
            count(tally, family, o, "polarisation resistance", s.polarisation(value(o, "polarisation resistance")));
        }
        String circuit = o.dataset().product(FitResult.class).map(FitResult::title).orElse("");
        long arcs = circuit.chars().filter(c -> c == '(').count();
        if (arcs == s.arcs().length && !circuit.contains("W") && circuit.contains("R0")) {
            for (int k = 0; k < arcs; k++) {
                String r = "R" + (k + 1) + " of " + CircuitNumber.code(Spectra.circuit(circuit));
                count(tally, family, o, r, s.arc(k, value(o, r)));
            }
        }
    }

    private void twoArcs(VerdictTally tally, Family family, Spectrum s) throws Exception {
        EisCompare.Parameters p = Parameters.with(exact(EisCompare.Parameters.class), "ordered", true);
        p = Parameters.with(p, "circuits[0].circuit", "R_s-p(R_se,CPE_se)-p(R_ct,CPE_ct)");
        p = Parameters.with(p, "circuits[1].circuit", "R_s-p(R_se,CPE_se)-p(R_ct,CPE_ct)-W1");
        p = Parameters.with(p, "circuits[2].circuit", "R_s-p(R_se,CPE_se)-p(R_ct-W1,CPE_ct)");
        p = Parameters.with(p, "starts", 20);
        Outcome o = new EisCompare(ElementLibrary::standard).apply(table(s), p, Progress.none());
        count(tally, family, o, "R_s", s.series());
        if (s.arcs().length == 2) {
            count(tally, family, o, "R_se", s.arc(0, value(o, "R_se")));
            count(tally, family, o, "R_ct", s.arc(1, value(o, "R_ct")));
        }
    }

    private void drt(VerdictTally tally, Family family, Spectrum s) throws Exception {
        Outcome o = new EisDrt().apply(table(s), exact(EisDrt.Parameters.class), Progress.none());
        count(tally, family, o, "R_inf", s.series());
        if (family != Family.BLOCKED) {
            count(tally, family, o, "polarisation resistance", s.polarisation(value(o, "polarisation resistance")));
        }
        if (value(o, "peaks") == s.arcs().length) {
            for (int k = 0; k < s.arcs().length; k++) {
                String r = "peak " + (k + 1) + " resistance";
                count(tally, family, o, r, s.arc(k, value(o, r)));
            }
        }
    }

    private static double alarms(Family family, int trials) throws Exception {
        int alarms = 0;
        for (int seed = 0; seed < trials; seed++) {
            Outcome o = new EisKramersKronig().apply(table(ImpedanceAdversary.of(family, seed)), Parameters.defaults(
                    EisKramersKronig.Parameters.class), Progress.none());
            alarms += value(o, "violating points") > 0 ? 1 : 0;
        }
        return (double) alarms / trials;
    }

    private void arrhenius(VerdictTally tally, double lead, int run) throws Exception {
        double[] kelvin = {298, 308, 318, 328, 338, 348};
        List<Dataset> members = new ArrayList<>();
        List<Spectrum> spectra = ImpedanceAdversary.temperatures(kelvin, 0.4, lead, 0.004, run);
        for (int i = 0; i < kelvin.length; i++) {
            Table t = table(spectra.get(i));
            members.add(t.withHeader(t.header().withName("film " + (int) kelvin[i] + "K")));
        }
        EisFit.Parameters p = Parameters.with(Spectra.fit("auto", "modulus"), "starts", 5);
        Outcome fitted = new EisFitSeries(ElementLibrary::standard).apply(Series.named(DatasetHeader.of("films", "eis",
                Metadata.EMPTY), members), p, Progress.none());
        Outcome o = new EisArrhenius().apply((Series) fitted.dataset(),
                Parameters.defaults(EisArrhenius.Parameters.class), Progress.none());
        List<Measurement> energies = o.measurements().stream().filter(m -> m.name().equals(
                "activation energy (ln G T)")).toList();
        assertEquals(1, energies.size(), () -> o.measurements().toString());
        tally.number("lead of " + lead + " ohm", energies.get(0), 0.4);
    }

    private List<VerdictTally> all(int trials) throws Exception {
        VerdictTally fit = new VerdictTally("eis/fit, automatic circuit");
        VerdictTally two = new VerdictTally("eis/two-arc-cell");
        VerdictTally drt = new VerdictTally("eis/drt");
        VerdictTally energy = new VerdictTally("eis/arrhenius");
        for (Family f : Family.values()) {
            for (seed = 0; seed < trials; seed++) {
                Spectrum s = ImpedanceAdversary.of(f, seed);
                automatic(fit, f, s);
                if (f != Family.BLOCKED) {
                    twoArcs(two, f, s);
                }
                drt(drt, f, s);
            }
        }
        for (double lead : new double[] {0, 1.5, 5}) {
            for (int run = 0; run < Math.max(1, trials / 3); run++) {
                arrhenius(energy, lead, run);
            }
        }
        return List.of(fit, two, drt, energy);
    }

    private static void require(VerdictTally t, double within, double beyond, double doubted) {
        VerdictTally.Count all = t.all();
        assertTrue(all.withinTwo() >= within, t.table());
        assertTrue(all.beyondThree() <= beyond, t.table());
        int numbers = 0;
        double doubts = 0;
        for (Family f : Family.values()) {
            if (f.obeys()) {
                VerdictTally.Count c = t.family(name(f));
                numbers += c.numbers();
                doubts += c.doubted() * c.numbers();
            }
        }
        assertTrue(doubts <= doubted * numbers, t.table());
    }

    @Test
    void soundNumbersHoldOverAllFamilies() throws Exception {
        for (VerdictTally t : all(2)) {
            // two spectra of each family, whose numbers hang together: a margin of two standard deviations of shares
            // of 24
            require(t, 0.85, 0.06, 0.12);
        }
    }

    @Test
    void validSpectraPassAndDisturbedOnesAreSeen() throws Exception {
        for (Family f : List.of(Family.ONE_ARC, Family.TWO_ARCS, Family.BLOCKED, Family.FEW_POINTS, Family.LEAD,
                Family.EDDY_LEAD, Family.EXTRA_ARC, Family.ASYMMETRIC)) {
            assertEquals(0, alarms(f, 20), 0.05, f.name());
        }
        // the smallest disturbance, 5 %, is four standard deviations of the largest noise
        assertTrue(alarms(Family.DISTURBED, 20) > 0.7);
    }

    @Test
    @Tag("study")
    void tables() throws Exception {
        int trials = Integer.getInteger("trials", 12);
        all(trials).forEach(t -> System.out.println(t.table()));
        beyond.forEach(System.out::println);
        for (Family f : Family.values()) {
            System.out.printf(Locale.ROOT, "Kramers-Kronig alarms, %-14s %5.1f %%%n", name(f), 100 * alarms(f, 100));
        }
        assertTrue(Arrays.stream(Family.values()).anyMatch(Family::obeys));
    }
}
