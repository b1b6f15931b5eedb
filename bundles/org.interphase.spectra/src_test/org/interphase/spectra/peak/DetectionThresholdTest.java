package org.interphase.spectra.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** The threshold is the one that was asked for: a line of 4.5 standard uncertainties is there at 3 and 4, not at 5. */
class DetectionThresholdTest {

    private static boolean found(double detection) throws Exception {
        double[] x = new double[101];
        double[] y = new double[101];
        double[] sigma = new double[101];
        double squares = 0;
        for (int i = 0; i < 101; i++) {
            x[i] = 0.1 * i;
            y[i] = Math.exp(-4 * Math.log(2) * (x[i] - 5) * (x[i] - 5));
            squares += y[i] * y[i];
        }
        // a free height alone has the uncertainty sigma / sqrt(sum of squares of the line of height one)
        Arrays.fill(sigma, Math.sqrt(squares) / 4.5);
        Curve c = new Curve(DatasetHeader.of("line", "curve", Metadata.EMPTY), Axis.of("x", Unit.of("eV"), x,
                Direction.ASCENDING), Signal.of("y", Unit.of("counts"), y, sigma));
        PeakComponent line = PeakComponent.of("line", "gaussian").with("position", Constrained.fixed(5))
                .with("fwhm", Constrained.fixed(1));
        return PeakFitStep.run(c, new PeakFitSettings(Range.ALL, List.of(line), false, detection, false, List.of(),
                List.of(), PeakHints.NONE, 2), Progress.none()).fit() != null;
    }

    @Test
    void aLineIsThereFromTheThresholdOn() throws Exception {
        assertEquals(true, found(3));
        assertEquals(true, found(4));
        assertEquals(false, found(5));
    }
}
