package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The correction for attenuated total reflection against Harrick's formulas worked out by hand: at 45 degrees the
 * effective thickness of parallel polarisation is twice that of perpendicular polarisation.
 */
class AtrTest {

    private static final double[] X = {1000, 2000};

    private static Outcome correct(Map<String, ?> parameters) throws AnalysisException {
        Curve flat = new Curve(DatasetHeader.of("flat", "ftir.absorbance", Metadata.EMPTY),
                Axis.of("Wavenumber", Unit.of("cm-1"), X, Direction.DESCENDING),
                Signal.of("Absorbance", Unit.ONE, new double[] {1, 1}, new double[] {0.1, 0.1}));
        return Steps.run("vibrational.atr-correction", flat, parameters);
    }

    /** Diamond, index 1.5, 45 degrees, 10 um: d_s = 2.908441 um, d_p = 5.816882 um; germanium, 60 degrees, 5 um. */
    @ParameterizedTest
    @CsvSource({"2.4, 45, 1, 2.908440872, 1.454220436", "2.4, 45, 0, 5.816881743, 2.908440872",
        "2.4, 45, 0.5, 4.362661307, 2.181330654", "4.0, 60, 1, 0.222416179, 0.111208090",
        "4.0, 60, 0, 0.422955357, 0.211477679"})
    void effectiveThicknessIsThatOfHarrick(double crystal, double angle, double perpendicular, double at1000,
            double at2000) throws AnalysisException {
        Curve c = (Curve) correct(Map.of("crystal", crystal, "sample", 1.5, "angle", angle, "perpendicular",
                perpendicular)).dataset();
        assertEquals(1 / at1000, c.signal().get(0), 1e-8 / at1000);
        assertEquals(1 / at2000, c.signal().get(1), 1e-8 / at2000);
        assertEquals(0.1 / at1000, c.signal().sigma()[0], 1e-8 / at1000);
    }

    @Test
    void pathAndReflectionsScaleTheFilm() throws AnalysisException {
        Curve c = (Curve) correct(Map.of("crystal", 2.4, "sample", 1.5, "angle", 45, "reflections", 3, "path", 6))
                .dataset();
        assertEquals(6 / (3 * 4.362661307), c.signal().get(0), 1e-8);
    }

    /** lambda / (2 pi n1 sqrt(sin^2 - n21^2)) = 10 um / (2 pi 2.4 sqrt(0.5 - 0.390625)) = 2.0052 um. */
    @Test
    void theDepthIsToldAtAThousandWavenumbers() throws AnalysisException {
        String said = correct(Map.of("crystal", 2.4, "sample", 1.5, "angle", 45)).remarks().get(0).text();
        assertTrue(said.contains("2.01 um at 1000"), said);
    }

    @Test
    void theSimpleMethodIsProportionalToTheWavenumber() throws AnalysisException {
        Curve c = (Curve) correct(Map.of("method", "simple", "reference", 500)).dataset();
        assertEquals(2, c.signal().get(0), 1e-12);
        assertEquals(4, c.signal().get(1), 1e-12);
    }
}
