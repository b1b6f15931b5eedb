package org.interphase.spectra.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.testkit.synthetic.RamanTruth;
import org.junit.jupiter.api.Test;

class CurveOperationsTest {

    private static final RamanTruth TRUTH = RamanTruth.carbon(4, 4, 11);

    private static <P extends Record> Curve apply(Operation<Curve, P> op, Curve c, Map<String, ?> parameters)
            throws AnalysisException {
        return (Curve) op.apply(c, Parameters.decode(op.info().parameters(), parameters), Progress.none()).dataset();
    }

    @Test
    void cropKeepsWhatIsInside() throws Exception {
        Curve c = apply(new CropOperation(), TRUTH.toCurve(), Map.of("range", "1000 .. 1100"));
        assertEquals(1000, c.axis().min());
        assertEquals(1100, c.axis().max());
        assertThrows(AnalysisException.class, () -> apply(new CropOperation(), TRUTH.toCurve(),
                Map.of("range", "1 .. 2")));
    }

    @Test
    void spikesAreRemovedAndNothingElseMoves() throws Exception {
        RamanTruth truth = RamanTruth.carbon(4, 0, 11);
        double[] y = truth.intensity();
        y[300] += 250;
        y[901] += 120;
        Curve c = apply(new DespikeOperation(), truth.toCurve().withSignal(truth.toCurve().signal().withValues(y)),
                Map.of());
        assertEquals(truth.clean()[300], c.signal().get(300), 6 * truth.noise());
        assertEquals(truth.clean()[901], c.signal().get(901), 6 * truth.noise());
        long moved = java.util.stream.IntStream.range(0, c.axis().size())
                .filter(i -> c.signal().get(i) != y[i]).count();
        assertTrue(moved <= 8, "moved " + moved);
    }

    @Test
    void everyBaselineLeavesTheSignalAloneUnlessAsked() throws Exception {
        Curve clean = apply(new DespikeOperation(), TRUTH.toCurve(), Map.of());
        for (BaselineOperation.Method m : BaselineOperation.Method.values()) {
            Map<String, Object> p = Map.of("method", m.name().toLowerCase().replace('_', '-'), "subtract", false,
                    "anchors", java.util.List.of(820.0, 1050.0, 1800.0, 1980.0));
            Curve c = apply(new BaselineOperation(), clean, p);
            assertEquals(clean.signal(), c.signal());
            double[] b = c.product(Background.class).orElseThrow().values();
            assertTrue(java.util.Arrays.stream(b).allMatch(Double::isFinite), m.name());
        }
    }

    @Test
    void resamplingALineGivesTheLine() throws Exception {
        Curve c = apply(new ResampleOperation(), TRUTH.toCurve(), Map.of("step", 0.5));
        assertEquals(2401, c.axis().size());
        assertEquals(TRUTH.intensity()[100], c.signal().get(200), 1e-9);
    }

    @Test
    void normalisingToTheMaximumGivesOne() throws Exception {
        assertEquals(1, apply(new NormaliseOperation(), TRUTH.toCurve(), Map.of()).signal().max());
        Curve at = apply(new NormaliseOperation(), TRUTH.toCurve(), Map.of("method", "position", "position", 1588.0));
        assertEquals(1, at.signal().get(at.axis().nearest(1588)));
    }

    @Test
    void shiftMovesTheAxisOnly() throws Exception {
        Curve c = apply(new ShiftOperation(), TRUTH.toCurve(), Map.of("shift", -2.5));
        assertEquals(797.5, c.axis().min());
        assertEquals(TRUTH.toCurve().signal(), c.signal());
    }
}
