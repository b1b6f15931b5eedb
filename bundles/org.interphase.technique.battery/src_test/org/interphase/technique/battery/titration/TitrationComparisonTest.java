package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.junit.jupiter.api.Test;

/** Two cells of three pulses each, at 1, 2 and 3 mA.h, by hand. */
class TitrationComparisonTest {

    private static final ParticleSize KNOWN = new ParticleSize(5.0, 0.0);
    private static final double NOISE = Math.sqrt(2) * 1e-4;

    private static PulsePoint point(double charge, double time, double u, double polarisation, double rested,
            Verdict verdict) {
        return new PulsePoint(Points.pulse(0, 2e-3), ParticleShape.SLAB, Points.classical(0.01, 1, polarisation),
                Points.fit(time, u, 0, rested, verdict), rested, charge);
    }

    private static ComparedCell cell(String name, ParticleSize size, double time, double u, double polarisation,
            double shift, double accuracy) {
        List<PulsePoint> points = new ArrayList<>();
        for (int i = 3; i > 0; i--) {
            points.add(point(i, time, u, polarisation, 3.5 + 0.1 * i + shift, Verdict.SOUND));
        }
        return new ComparedCell(name, size, points, PulsePoint::charge, 0, 0, new InstrumentAccuracy(0, accuracy));
    }

    private static ComparedCell bare() {
        return cell("bare", KNOWN, 2000, 0.03, 0.05, 0, 0);
    }

    private static ComparedCell coated(double shift) {
        return cell("coated", KNOWN, 1000, 0.04, 0.07, shift, 0);
    }

    private static TitrationComparison of(boolean oneSize, ComparedCell... cells) {
        return TitrationComparison.of(List.of(cells), new double[] {1, 1.5, 9}, TitrationState.CHARGE, "mA.h", true,
                oneSize);
    }

    private static Map<String, Measurement> named(TitrationComparison c) {
        return c.measurements().stream().collect(Collectors.toMap(Measurement::name, Function.identity()));
    }

    @Test
    void atAPulseTheRatioHoldsTheUncertaintiesOfBoth() {
        Map<String, Measurement> all = named(of(true, bare(), coated(0)));
        Measurement d = all.get("D, coated at 1 mA.h");
        assertEquals(2.5e-10, d.value(), 1e-18);
        assertEquals(2.5e-10 * 0.04, d.uncertainty(), 1e-18);
        Measurement ratio = all.get("D of coated over bare at 1 mA.h");
        assertEquals(2, ratio.value(), 1e-9);
        assertEquals(2 * 0.05, ratio.uncertainty(), 1e-9);
        assertTrue(ratio.verdict().isSound(), ratio.verdict().reason());
        Measurement p = all.get("polarisation, bare at 1 mA.h");
        assertEquals(0.05, p.value(), 1e-12);
        assertEquals(NOISE, p.uncertainty(), 1e-12);
        Measurement less = all.get("polarisation of coated less bare at 1 mA.h");
        assertEquals(0.02, less.value(), 1e-12);
        assertEquals(2e-4, less.uncertainty(), 1e-12);
        // between two pulses alike each counts by half
        assertEquals(2 * 0.05 / Math.sqrt(2), all.get("D of coated over bare at 1.5 mA.h").uncertainty(), 1e-9);
    }

    @Test
    void theMeanKeepsWhatThePulsesHaveInCommon() {
        Map<String, Measurement> all = named(of(true, bare(), coated(0)));
        Measurement mean = all.get("mean D of coated over bare");
        assertEquals(2, mean.value(), 1e-9);
        assertEquals(2 * (0.05 + 0.05 / Math.sqrt(2)) / 2, mean.uncertainty(), 1e-9);
        Measurement less = all.get("mean polarisation of coated less bare");
        assertEquals(0.02, less.value(), 1e-12);
        assertEquals((2e-4 + 2e-4 / Math.sqrt(2)) / 2, less.uncertainty(), 1e-12);
        assertEquals("V", less.unit().toString());
        // ratios of 2 and 8: 4, by the scatter of the mean of two logarithms ln 2 off
        ComparedCell uneven = new ComparedCell("coated", KNOWN, List.of(point(1, 1000, 0, 0.07, 3.6, Verdict.SOUND),
                point(2, 250, 0, 0.07, 3.7, Verdict.SOUND)), PulsePoint::charge, 0, 0, InstrumentAccuracy.NONE);
        ComparedCell even = cell("bare", KNOWN, 2000, 0, 0.05, 0, 0);
        Measurement scattered = named(TitrationComparison.of(List.of(even, uneven), new double[] {1, 2},
                TitrationState.CHARGE, "mA.h", true, true)).get("mean D of coated over bare");
        assertEquals(4, scattered.value(), 1e-9);
        assertEquals(4 * Math.log(2), scattered.uncertainty(), 1e-9);
    }

    @Test
    void statesThatNotEveryCellReachesAreLeftAndSaid() {
        TitrationComparison c = of(true, bare(), coated(0));
        assertArrayEquals(new double[] {1, 1.5}, c.states());
        assertArrayEquals(new double[] {9}, c.left());
        assertEquals("Not compared, because not every cell reaches them: 9 mA.h.", c.remarks().get(0).text());
        // none asked for: those of the reference
        TitrationComparison own = TitrationComparison.of(List.of(bare(), coated(0)), new double[0],
                TitrationState.CHARGE, "mA.h", false, true);
        assertArrayEquals(new double[] {1, 2, 3}, own.states());
        assertTrue(own.remarks().isEmpty());
        assertTrue(named(own).containsKey("D, bare at 1 mA.h (discharge)"));
        assertTrue(named(own).containsKey("mean D of coated over bare (discharge)"));
    }

    @Test
    void cellsThatRestFurtherApartThanAPulseAreNotInOneState() {
        // pulses of 100 mV
        assertTrue(named(of(true, bare(), coated(0.099))).get("D of coated over bare at 1 mA.h").verdict().isSound());
        TitrationComparison c = of(true, bare(), coated(-0.12));
        Map<String, Measurement> all = named(c);
        for (String name : List.of("D of coated over bare at 1 mA.h", "D, coated at 1 mA.h",
                "polarisation of coated less bare at 1 mA.h", "mean D of coated over bare")) {
            assertTrue(all.get(name).verdict().reason().contains("the cells rest 120 mV apart at equal charge"), name);
        }
        assertTrue(all.get("D, bare at 1 mA.h").verdict().isSound());
        assertEquals("other-state", c.remarks().get(1).code());
        assertTrue(c.remarks().get(1).text().startsWith("At 2 of 2 states"), c.remarks().get(1).text());
        // twice the root of two times 8 mV is 22.6 mV
        assertTrue(named(of(true, bare(), cell("coated", KNOWN, 1000, 0.04, 0.07, 0.12, 8e-3))).get("D, coated at 1 "
                + "mA.h").verdict().isSound());
        // at equal potential nothing is asked
        ComparedCell far = coated(0.2);
        assertTrue(named(TitrationComparison.of(List.of(bare(), far), new double[] {1}, TitrationState.POTENTIAL, "V",
                true, true)).get("D, coated at 1 V").verdict().isSound());
    }

    @Test
    void sizesOfTheParticlesEnterTheRatioWhereTheyAreNotOne() {
        ComparedCell large = cell("coated", new ParticleSize(10.0, 0.0), 1000, 0.04, 0.07, 0, 0);
        Measurement ratio = named(of(false, bare(), large)).get("D of coated over bare at 1 mA.h");
        assertEquals(8, ratio.value(), 1e-9);
        assertTrue(ratio.verdict().reason().contains("of each cell"));
        // times without sizes: the ratio is that of the times
        ParticleSize none = new ParticleSize(null, null);
        Measurement times = named(of(true, cell("bare", none, 2000, 0.03, 0.05, 0, 0), cell("coated", none, 1000, 0.04,
                0.07, 0, 0))).get("diffusion time of coated over bare at 1 mA.h");
        assertEquals(0.5, times.value(), 1e-9);
        assertEquals("t/t", times.symbol());
        assertTrue(named(of(true, bare(), cell("coated", none, 1000, 0.04, 0.07, 0, 0))).get("diffusion time of coated "
                + "over bare at 1 mA.h").verdict().isWithheld());
    }

    @Test
    void aPolarisationHoldsWhatTheInstrumentAddsToADifference() {
        // a tenth of 4 mV, and 8e-4 times 50 mV
        Measurement p = named(of(true, cell("bare", KNOWN, 2000, 0.03, 0.05, 0, 4e-3), coated(0))).get("polarisation, "
                + "bare at 1 mA.h");
        assertEquals(Math.sqrt(2e-8 + 16e-8 + 16e-10), p.uncertainty(), 1e-12);
    }

    @Test
    void aWithheldTimeIsWithheldAndItsPolarisationDoubtful() {
        Verdict no = Verdict.withheld("open");
        ComparedCell lost = new ComparedCell("coated", KNOWN, List.of(point(1, 1000, 0.1, 0.07, 3.6, no),
                point(2, 1000, 0.1, 0.07, 3.7, no)), PulsePoint::charge, 0, 0, InstrumentAccuracy.NONE);
        TitrationComparison c = TitrationComparison.of(List.of(bare(), lost), new double[] {1}, TitrationState.CHARGE,
                "mA.h", true, true);
        Map<String, Measurement> all = named(c);
        assertTrue(all.get("D, coated at 1 mA.h").verdict().isWithheld());
        assertTrue(all.get("D of coated over bare at 1 mA.h").verdict().isWithheld());
        assertEquals("how far the rest has settled is open: open", all.get("polarisation, coated at 1 mA.h").verdict()
                .reason());
        assertFalse(all.containsKey("mean D of coated over bare"));
        Measurement mean = all.get("mean polarisation of coated less bare");
        assertFalse(mean.verdict().isSound());
        assertEquals(0.02, mean.value(), 1e-12);
    }

    @Test
    void anUnsureStateMovesWhatIsReadAlongItsSlope() {
        List<PulsePoint> rising = List.of(point(1, 1000, 0, 0.05, 3.6, Verdict.SOUND), point(2, 1000, 0, 0.07, 3.7,
                Verdict.SOUND), point(2, 1, 1, 1, 1, Verdict.SOUND), point(3, 1000, 0, 0.09, 3.8, Verdict.SOUND));
        ComparedCell c = new ComparedCell("bare", KNOWN, rising, PulsePoint::charge, 0.03, 0.08,
                InstrumentAccuracy.NONE);
        // of a state that is held twice the first counts
        assertArrayEquals(new double[] {1, 2, 3}, c.states(), 0);
        // 3 % of 2 and 0.08 are 0.1, times 20 mV
        assertEquals(Math.hypot(NOISE, 2e-3), c.polarisation(2).orElseThrow().uncertainty(), 1e-12);
        assertEquals(0.1 * 0.1, c.rested(2).orElseThrow().uncertainty(), 1e-12);
        assertEquals(Math.log(1000), c.logTime(2).orElseThrow().value(), 1e-12);
    }

    @Test
    void aTableHasARowForEachStateAndColumnsForEachCell() {
        Table t = of(true, bare(), coated(0)).table("bare");
        assertEquals("bare compared", t.name());
        String[] names = {"charge", "D, bare", "u(D), bare", "polarisation, bare", "u(polarisation), bare",
            "quality of D, bare", "D, coated", "polarisation, coated"};
        double[] values = {1, 1.25e-10, 1.25e-10 * 0.03, 0.05, NOISE, 0, 2.5e-10, 0.07};
        for (int i = 0; i < names.length; i++) {
            assertEquals(values[i], t.column(names[i]).orElseThrow().get(0), 1e-9 * values[i], names[i]);
        }
        assertEquals(2, t.column("charge").orElseThrow().size());
        Table potential = TitrationComparison.of(List.of(bare(), coated(0)), new double[] {1}, TitrationState.POTENTIAL,
                "V", false, true).table("bare");
        assertEquals("bare compared (discharge)", potential.name());
        assertTrue(potential.column("rested potential").isPresent());
    }

    @Test
    void whatARestHasStillToGoIsInItsPotential() {
        PulsePoint going = new PulsePoint(Points.pulse(0, 2e-3), ParticleShape.SLAB, Points.classical(0.01, 1, 0.05),
                Points.fit(1000, 0.1, -2e-3, 3.6, Verdict.SOUND), 3.6, 1);
        PulsePoint unknown = new PulsePoint(Points.pulse(0, 2e-3), ParticleShape.SLAB, Points.classical(0.01, 1, 0.05),
                null, 3.7, 2);
        ComparedCell c = new ComparedCell("bare", KNOWN, List.of(going, unknown), PulsePoint::charge, 0, 0,
                InstrumentAccuracy.NONE);
        assertEquals(2e-3, c.rested(1).orElseThrow().uncertainty(), 1e-12);
        assertEquals(0, c.rested(2).orElseThrow().uncertainty());
        assertEquals(3.7, c.rested(2).orElseThrow().value());
    }

    @Test
    void aTableOfTimesIsInSecondsAndTellsTheirQuality() {
        ParticleSize none = new ParticleSize(null, null);
        Table t = of(true, cell("bare", none, 2000, 0.03, 0.05, 0, 0), cell("coated", none, 1000, 0.04, 0.07, -0.12, 0))
                .table("bare");
        assertEquals("s", t.column("diffusion time, bare").orElseThrow().unit().toString());
        assertEquals("s", t.column("u(diffusion time), bare").orElseThrow().unit().toString());
        assertEquals(60, t.column("u(diffusion time), bare").orElseThrow().get(0), 1e-9);
        assertEquals(0, t.column("quality of diffusion time, bare").orElseThrow().get(0));
        assertEquals(1, t.column("quality of diffusion time, coated").orElseThrow().get(0));
    }
}
