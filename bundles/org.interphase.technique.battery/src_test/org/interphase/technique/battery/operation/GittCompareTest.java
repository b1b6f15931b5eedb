package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.testkit.battery.TitrationTruth;
import org.junit.jupiter.api.Test;

class GittCompareTest {

    private static final TitrationTruth BARE = TitrationTruth.spheres(4000).pulsed(5);

    private static Outcome run(List<Table> members, Object... with) throws Exception {
        GittCompare operation = new GittCompare();
        GittCompare.Parameters p = Parameters.defaults(GittCompare.Parameters.class);
        for (int i = 0; i < with.length; i += 2) {
            p = Parameters.with(p, (String) with[i], with[i + 1]);
        }
        return operation.apply(Series.named(DatasetHeader.of("cells", "cycling", Metadata.EMPTY), members), p,
                Progress.none());
    }

    private static Table named(Table t, String name) {
        return t.withHeader(t.header().withName(name));
    }

    private static Table weighed(Table t, String name, double mg) {
        return named(t.withHeader(t.header().withMetadata(t.metadata().with("mass", mg, "mg"))), name);
    }

    private static Measurement of(Outcome out, String name) {
        return out.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not among " + out.measurements().stream().map(Measurement::name)
                        .toList()));
    }

    @Test
    void twiceTheDiffusionCoefficientIsFoundAtEqualCharge() throws Exception {
        // pulses of 600 s at 1 mA: middles at 1/12, 3/12 ... mA h; the other cell is pulsed for 400 s
        Table bare = named(BARE.record(1), "bare");
        Table coated = named(TitrationTruth.spheres(2000).pulsed(8).timed(400, 3000, 5).along(1e-3, 0.01 * 2 / 3, 0)
                .record(2), "coated");
        Outcome out = run(List.of(bare, coated), "length", 5.0, "lengthUncertainty", 0.1);
        Measurement ratio = of(out, "D of coated over bare at 0.4167 mA.h");
        assertTrue(ratio.verdict().isSound(), ratio.pretty() + ratio.verdict().reason());
        assertEquals(2, ratio.value(), 3 * ratio.uncertainty(), ratio.pretty());
        assertEquals(2, ratio.value(), 0.1, ratio.pretty());
        // (5e-4 cm)^2 / 2000 s
        Measurement d = of(out, "D, coated at 0.4167 mA.h");
        assertEquals(1.25e-10, d.value(), 3 * d.uncertainty(), d.pretty());
        // the size cancels in the ratio: 4 % of D
        assertTrue(ratio.uncertainty() / ratio.value() < d.uncertainty() / d.value());
        Measurement mean = of(out, "mean D of coated over bare");
        assertEquals(2, mean.value(), 3 * mean.uncertainty(), mean.pretty());
        assertEquals("compared", out.figures().get(0).id());
    }

    @Test
    void equalCellsDifferByNothing() throws Exception {
        Outcome out = run(List.of(named(BARE.record(1), "a"), named(BARE.record(7), "b")));
        Measurement p = of(out, "polarisation of b less a at 0.4167 mA.h");
        assertEquals(0, p.value(), 3 * p.uncertainty(), p.pretty());
        Measurement t = of(out, "diffusion time of b over a at 0.4167 mA.h");
        assertEquals(1, t.value(), 3 * t.uncertainty(), t.pretty());
        assertTrue(out.remarks().stream().anyMatch(r -> r.code().equals("no-mass")));
    }

    @Test
    void chargesArePerMassWhereBothAreStated() throws Exception {
        // the other cell has half the mass and half the current: the same charge per gram
        Table half = weighed(TitrationTruth.spheres(4000).pulsed(5).along(5e-4, 0.01, 0).record(2), "half", 5);
        Outcome out = run(List.of(weighed(BARE.record(1), "whole", 10), half));
        // 0.4167 mA h of 10 mg
        Measurement t = of(out, "diffusion time of half over whole at 41.67 mA.h/g");
        assertTrue(t.verdict().isSound(), t.verdict().reason());
        assertEquals(1, t.value(), 3 * t.uncertainty(), t.pretty());
        assertTrue(out.remarks().stream().noneMatch(r -> r.code().equals("no-mass")));
    }

    @Test
    void cellsThatRestElsewhereAtEqualChargeAreDoubted() throws Exception {
        // half the cell, so that each charge moves it twice as far; nobody said so
        Table half = named(TitrationTruth.spheres(4000).pulsed(5).along(1e-3, 0.02, 0).record(2), "half");
        List<Table> cells = List.of(named(BARE.record(1), "whole"), half);
        Outcome out = run(cells);
        Measurement late = of(out, "diffusion time of half over whole at 0.75 mA.h");
        assertTrue(!late.verdict().isSound() && late.verdict().reason().contains("rest"), late.verdict().reason());
        assertTrue(out.remarks().stream().anyMatch(r -> r.code().equals("other-state")));
        // at equal potential the two are the same
        Outcome equal = run(cells, "state", "potential", "at", "3.73");
        Measurement same = of(equal, "diffusion time of half over whole at 3.73 V");
        assertTrue(same.verdict().isSound(), same.verdict().reason());
        assertEquals(1, same.value(), 3 * same.uncertainty(), same.pretty());
    }

    @Test
    void whatOneCellDoesNotReachIsNotCompared() throws Exception {
        Outcome out = run(List.of(named(BARE.record(1), "long"), named(BARE.pulsed(3).record(2), "short")));
        assertTrue(out.measurements().stream().noneMatch(m -> m.name().contains("0.75 mA.h")));
        assertTrue(out.remarks().stream().anyMatch(r -> r.text().contains("0.75")));
        AnalysisException e = assertThrows(AnalysisException.class, () -> run(List.of(named(BARE.record(1), "a"),
                named(BARE.record(2), "b")), "at", "7"));
        assertTrue(e.getMessage().contains("share no state"), e.getMessage());
    }

    @Test
    void referenceAndStatesAreChosenOrRefused() throws Exception {
        List<Table> cells = List.of(named(BARE.record(1), "a"), named(TitrationTruth.spheres(2000).pulsed(5)
                .record(2), "b"));
        Outcome out = run(cells, "reference", "b", "at", "0.5, 0.3");
        Measurement t = of(out, "diffusion time of a over b at 0.5 mA.h");
        assertEquals(2, t.value(), 0.1, t.pretty());
        assertThrows(AnalysisException.class, () -> run(cells, "reference", "c"));
        assertThrows(AnalysisException.class, () -> run(cells, "at", "half"));
        assertThrows(AnalysisException.class, () -> run(cells, "at", "NaN"));
        assertThrows(AnalysisException.class, () -> run(cells.subList(0, 1)));
    }

    @Test
    void dischargingCellsAreComparedToo() throws Exception {
        Outcome out = run(List.of(named(BARE.along(-1e-3, 0.01, 0).record(1), "a"), named(TitrationTruth.spheres(2000)
                .pulsed(5).along(-1e-3, 0.01, 0).record(2), "b")));
        Measurement t = of(out, "diffusion time of b over a at -0.4167 mA.h (discharge)");
        assertEquals(0.5, t.value(), 3 * t.uncertainty(), t.pretty());
    }
}
