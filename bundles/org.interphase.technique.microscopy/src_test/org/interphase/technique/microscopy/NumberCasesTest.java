package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.technique.microscopy.operation.Flatten;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.interphase.technique.microscopy.segmentation.Segmentation;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** The pictures among the collected cases whose numbers were wrong, one by one. */
class NumberCasesTest {

    private static Raster read(String name) throws Exception {
        Source file = Source.of(SharedData.require("../cases/" + name));
        return (Raster) new TiffReader().read(file, Progress.none()).get(0);
    }

    private static Measurement porosity(Run run) {
        return run.measurements().stream().filter(m -> m.name().equals("porosity")).findFirst().orElseThrow();
    }

    @Test
    void porosityUnderAChargingGradientIsDoubtedAndItsTruthNamed() throws Exception {
        Run run = Run.of("microscopy/porosity", read("05_porosity_charging.tif"));
        Measurement m = porosity(run);
        assertEquals(Verdict.Quality.DOUBTFUL, m.verdict().quality());
        assertEquals(1.09, m.value(), 2 * m.uncertainty(), "the uncertainty holds what the gradient did");
        // the reason names what would be dark without the gradient
        assertEquals(1.09, 100 * Segmentation.required((Raster) run.last().dataset()).evidence().flatFraction(), 0.3);
    }

    @Test
    void flattenedFirstTheChargingGradientDoesNoHarm() throws Exception {
        Raster flat = (Raster) new Flatten().apply(read("05_porosity_charging.tif"),
                new Flatten.Parameters(3, Flatten.Mode.SUBTRACT), Progress.none()).dataset();
        Measurement m = porosity(Run.of("microscopy/porosity", flat));
        assertTrue(!m.verdict().isSound() || Math.abs(m.value() - 1.09) <= 2 * m.uncertainty(), m.pretty());
    }

    @Test
    void pixelsWithoutValueCountNowhere() throws Exception {
        Measurement m = porosity(Run.of("microscopy/porosity", read("m06d_float_half_nan.tif")));
        assertEquals(22.7, m.value(), 0.5);
        assertTrue(m.verdict().isSound(), m.pretty());
    }
}
