package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.figure.EisFigures;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

/** Without arcs in the place of the peaks nothing tells what the smoothing does to the numbers. */
class DrtVerdictTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-3, 91);

    private static Outcome drt(ImpedanceTruth truth, double[] hertz, double noise, String unit)
            throws Exception {
        double[][] z = truth.measured(hertz, noise, 5);
        return new EisDrt().apply(new Table(DatasetHeader.of("cell", "eis", Metadata.EMPTY), List.of(Column.of(
                "frequency", "Hz", hertz), Column.of("Re(Z)", unit, z[0]), Column.of("-Im(Z)", unit,
                        EisFigures.negated(z[1])))), Parameters.defaults(EisDrt.Parameters.class), Progress.none());
    }

    private static void nothingIsSound(Outcome o) {
        List<Measurement> numbers = o.measurements().stream().filter(m -> !m.name().equals("peaks")
                && !m.name().equals("lambda")).toList();
        assertTrue(numbers.stream().anyMatch(m -> m.name().equals("R_inf")), numbers.toString());
        assertTrue(numbers.stream().anyMatch(m -> m.name().equals("polarisation resistance")), numbers.toString());
        assertTrue(numbers.stream().noneMatch(m -> m.verdict().isSound()), numbers.toString());
        assertFalse(numbers.stream().anyMatch(m -> m.verdict().reason().contains("depressed arcs")),
                "arcs that were not fitted: " + numbers);
    }

    @Test
    void morePeaksThanArcsAreFittedForAreDoubtful() throws Exception {
        Outcome o = drt(ImpedanceTruth.of(10, new Arc(30, 1e-5, 0.95), new Arc(30, 1e-3, 0.95), new Arc(30, 0.1, 0.95),
                new Arc(30, 5, 0.95)), HERTZ, 0.002, "ohm");
        assertEquals(4, o.measurements().stream().filter(m -> m.name().matches("peak . resistance")).count());
        nothingIsSound(o);
    }

    @Test
    void aSpectrumThatStillRisesIsDoubtful() throws Exception {
        Outcome o = drt(ImpedanceTruth.of(10, new Arc(40, 1e-3, 0.9)).withTail(20, 0.5),
                ImpedanceTruth.frequencies(1e6, 1e-2, 81), 0.002, "ohm");
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("still rises")), o.remarks().toString());
        nothingIsSound(o);
    }

    @Test
    void whatHasNoUncertaintyForRisingIsSaidToRise() throws Exception {
        int rising = 0;
        for (double tail : new double[] {0.1, 0.3, 0.6, 1, 2, 4}) {
            Outcome o = drt(ImpedanceTruth.of(10, new Arc(40, 1e-3, 0.9)).withTail(tail, 0.5),
                    ImpedanceTruth.frequencies(1e6, 1e-2, 81), 0.0005, "ohm");
            boolean said = o.remarks().stream().anyMatch(r -> r.text().contains("still rises"));
            boolean open = o.measurements().stream().anyMatch(m -> m.name().equals("R_inf")
                    && Double.isNaN(m.uncertainty()));
            assertEquals(open, said, tail + " " + o.remarks());
            rising += said ? 1 : 0;
        }
        assertTrue(rising > 0 && rising < 6, rising + " of 6");
    }

    @Test
    void reasonsNameTheUnitOfTheSpectrum() throws Exception {
        // two arcs that the noise parts badly
        Outcome o = drt(ImpedanceTruth.of(10, new Arc(40, 1e-3, 0.7), new Arc(60, 2e-2, 0.7)), HERTZ, 0.05, "ohm.cm2");
        List<String> reasons = o.measurements().stream().map(m -> m.verdict().reason())
                .filter(r -> r.contains("depressed arcs")).toList();
        assertFalse(reasons.isEmpty(), o.measurements().toString());
        assertTrue(reasons.stream().allMatch(r -> r.contains(" ohm.cm2 there")), reasons.toString());
    }
}
