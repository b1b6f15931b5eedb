package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.Poisson;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTest {

    /**
     * Energy, height in counts, width: a PVDF-coated NCM with photoelectron and Auger lines, positions not those of
     * any table.
     */
    private static final double[][] LINES = {{284.9, 5200, 2.2}, {290.8, 2600, 2.2}, {687.9, 9800, 2.4}, {685.1, 2100,
            2.2},
        {529.6, 5000, 2.2}, {531.7, 3600, 2.4}, {399.8, 900, 2.4}, {169.1, 520, 2.6}, {233.0, 330, 3}, {55.2, 420, 2.4},
        {854.9, 5200, 3.4}, {872.4, 2500, 3.8}, {861.3, 1700, 5}, {780.3, 2100, 3.0}, {795.4, 1050, 3.2}, {642.3,
                1500, 3.2},
        {653.9, 730, 3.4}, {67.5, 620, 3.5}, {60.6, 260, 3}, {49.2, 200, 3}, {833.2, 4200, 8}, {860.2, 1400, 9},
        {977.5, 2100, 9}, {1223.0, 900, 12}, {30.6, 420, 3}, {23.0, 320, 4}, {640.0, 1300, 9}, {712.5, 700, 9},
        {774.0, 420, 9}, {713.5, 250, 9}, {850.1, 300, 9}};

    static Curve survey(double scale, long seed) {
        double[] x = new double[1251];
        double[] mean = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            double y = 1500 + 2.2 * i + 900 / (1 + Math.exp(-(i - 560) / 25.0)) + 700 / (1 + Math.exp(-(i
                    - 880) / 25.0));
            for (double[] l : LINES) {
                double t = (i - l[0]) / l[2];
                y += l[1] * (0.7 * Math.exp(-4 * Math.log(2) * t * t) + 0.3 / (1 + 4 * t * t));
                y += 0.12 * l[1] / (1 + Math.exp(-(i - l[0] - 6) / 3.0)) * Math.exp(-Math.max(0, i - l[0]) / 120);
            }
            mean[i] = scale * y;
        }
        return Curve.ofUnsorted(DatasetHeader.of("survey", "xps.survey", Metadata.EMPTY.with("photon energy", 1486.6,
                "eV")),
                "Binding energy", Unit.of("eV"), Direction.DESCENDING, x, "Intensity", Unit.of("counts"),
                new Poisson(seed).next(mean), null);
    }

    private static Set<String> elements(Curve c) throws Exception {
        Set<String> out = new TreeSet<>();
        XpsRuns.run("xps/survey", c).measurements().forEach(m -> out.add(m.name().substring(0, m.name().indexOf(' '))));
        return out;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theElementsOfCoatedNcmAreFoundWithoutAFalseOne(long seed) throws Exception {
        assertEquals(new TreeSet<>(List.of("C", "Co", "F", "Li", "Mn", "N", "Ni", "O", "S")), elements(survey(1,
                seed)));
    }

    @Test
    void aSurveyWithoutPeaksHasNoElements() throws Exception {
        Curve c = survey(1, 1);
        double[] flat = new double[c.axis().size()];
        Arrays.fill(flat, 2000);
        assertEquals(Set.of(), elements(c.withSignal(c.signal().withValues(new Poisson(5).next(flat)))));
    }

    /** Detection of what is clear, and false alarms, over random compositions. */
    private record Rates(int clear, int found, int surveys, int clean, Map<String, Integer> missed,
            Map<String, Integer> wrong) {

        static Rates over(long from, int n) throws Exception {
            int clear = 0;
            int found = 0;
            int clean = 0;
            Map<String, Integer> missed = new TreeMap<>();
            Map<String, Integer> wrong = new TreeMap<>();
            for (long seed = from; seed < from + n; seed++) {
                RandomSurvey s = RandomSurvey.of(seed);
                Set<String> named = elements(s.curve());
                for (String e : s.clear()) {
                    clear++;
                    found += named.contains(e) ? 1 : 0;
                    missed.merge(e, named.contains(e) ? 0 : 1, Integer::sum);
                }
                List<String> excess = named.stream().filter(e -> !s.composition().containsKey(e)).toList();
                excess.forEach(e -> wrong.merge(e, 1, Integer::sum));
                clean += excess.isEmpty() ? 1 : 0;
            }
            missed.values().removeIf(v -> v == 0);
            return new Rates(clear, found, n, clean, missed, wrong);
        }
    }

    private static VerdictTally tally(long from, int n) throws Exception {
        VerdictTally tally = new VerdictTally("Elements of random surveys");
        for (long seed = from; seed < from + n; seed++) {
            RandomSurvey s = RandomSurvey.of(seed);
            Map<String, Measurement> named = new TreeMap<>();
            // the scale of the instrument is off by what the stated uncertainty holds for it
            double off = 0.2 * new SplittableRandom(seed).split().nextGaussian();
            for (Measurement m : XpsRuns.run("xps/survey", moved(s.curve(), off)).measurements()) {
                assertNull(named.put(m.name().substring(0, m.name().indexOf(' ')), m), m.name() + " twice");
            }
            for (String e : RandomSurvey.elements()) {
                Measurement m = named.get(e);
                if (!s.energies().containsKey(e)) {
                    tally.absent("absent", m != null && m.verdict().isSound());
                } else if (m != null) {
                    tally.number(s.clear().contains(e) ? "clear" : "weak or beside others", m, s.energies().get(e));
                }
            }
        }
        return tally;
    }

    private static Curve moved(Curve c, double off) {
        return new Curve(c.header(), c.axis().withValues(Arrays.stream(c.axis().values()).map(v -> v + off).toArray()),
                c.signal());
    }

    private static void require(VerdictTally t, double margin, int surveys) {
        // never too small, and not much too large; one shift of the scale per survey is what most of a pull is
        double margins = 2.5 / Math.sqrt(2 * surveys);
        assertTrue(t.family("clear").rms() < 1.1 + margins && t.family("clear").rms() > 0.7 - margins, t.table());
        assertTrue(t.family("clear").sound() >= 2 * surveys, t.table());
        assertTrue(t.all().withinTwo() >= VerdictTally.WITHIN_TWO - margin, t.table());
        assertTrue(t.all().beyondThree() <= VerdictTally.BEYOND_THREE + margin, t.table());
        assertTrue(t.all().falselyPresent() <= VerdictTally.FALSELY_PRESENT, t.table());
        assertTrue(t.family("clear").doubted() <= VerdictTally.DOUBTED + margin, t.table());
    }

    @Test
    void anEnergyIsNoTruerThanTheScaleOfTheSurvey() throws Exception {
        // 10^6 counts: no fit would leave more than hundredths of an eV open
        Outcome o = XpsRuns.run("xps/survey", survey(200, 1));
        for (Measurement m : o.measurements()) {
            assertTrue(m.uncertainty() >= 0.2, m.toString());
        }
        assertEquals(1, o.remarks().stream().filter(r -> r.code().equals("not-referenced")).count());
        Curve c = survey(1, 1);
        Curve referenced = c.withHeader(c.header().withMetadata(c.metadata().with("charge reference", "C-C 284.8")));
        assertTrue(XpsRuns.run("xps/survey", referenced).remarks().stream().noneMatch(r -> r.code().equals(
                "not-referenced")));
    }

    @Test
    void soundEnergiesAreTrueAndSoundNamesAreThere() throws Exception {
        require(tally(900_000, 40), 0.02, 40);
    }

    @Test
    @Tag("study")
    void verdictsOverManyRandomCompositions() throws Exception {
        VerdictTally t = tally(1_100_000, 300);
        System.out.println(t.table());
        require(t, 0, 300);
    }

    @Test
    void randomCompositionsAreIdentified() throws Exception {
        Rates r = Rates.over(900_000, 40);
        assertTrue(r.found >= 0.97 * r.clear, r.toString());
        assertTrue(r.clean >= 0.9 * r.surveys, r.toString());
    }

    @Test
    @Tag("study")
    void ratesOverManyRandomCompositions() throws Exception {
        Rates r = Rates.over(1_000_000, 600);
        System.out.println(r);
        assertTrue(r.found >= 0.98 * r.clear, r.toString());
        assertTrue(r.clean >= 0.94 * r.surveys, r.toString());
    }
}
