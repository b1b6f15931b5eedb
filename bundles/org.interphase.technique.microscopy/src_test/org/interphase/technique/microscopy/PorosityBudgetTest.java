package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.operation.Porosity;
import org.interphase.technique.microscopy.operation.Segment;
import org.interphase.technique.microscopy.segmentation.Segmentation;
import org.junit.jupiter.api.Test;

/** The terms of a porosity's uncertainty on a picture whose histogram is known by hand. */
class PorosityBudgetTest {

    /** Every grey level in as many pixels: columns of width one run through 0 to 255. */
    private static Raster ramp() {
        byte[] v = new byte[256 * 64];
        for (int i = 0; i < v.length; i++) {
            v[i] = (byte) (i * 37 % 256);
        }
        return Raster.of(DatasetHeader.of("ramp", "sem", Metadata.EMPTY), 256, 64, Pixels.ofBytes(v), "Grey level",
                Unit.of("grey"), Calibration.NONE);
    }

    private static Raster segmented(Map<String, Object> changes) throws Exception {
        return (Raster) new Segment().apply(ramp(), Parameters.decode(Segment.Parameters.class, changes),
                Progress.none()).dataset();
    }

    private static double value(Outcome out, String name) {
        return out.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().value();
    }

    @Test
    void theThresholdPartIsThatOfARectangularDistribution() throws Exception {
        Raster divided = segmented(Map.of("method", "manual", "level", 128.0, "smallest", 1));
        Outcome out = new Porosity().apply(divided, Parameters.decode(Porosity.Parameters.class,
                Map.of("thresholdRange", 10.0)), Progress.none());
        assertEquals(50, value(out, "porosity"), 1e-12);
        // 20 of 256 levels between both ends of the range: half of it over the root of three
        double part = 100 * 20 / 256.0 / 2 / Math.sqrt(3);
        assertEquals(part, value(out, "porosity uncertainty from threshold"), 1e-9);
        double sampling = value(out, "porosity uncertainty from sampling");
        double shading = value(out, "porosity uncertainty from shading");
        double u = out.measurements().get(0).uncertainty();
        assertEquals(Math.sqrt(sampling * sampling + part * part + shading * shading), u, 1e-9);
        // automatic: 5 % of the levels that hold all but 1 % of the pixels, 253 or so
        Outcome automatic = new Porosity().apply(divided, Parameters.decode(Porosity.Parameters.class, Map.of()),
                Progress.none());
        assertEquals(100 * 2 * 0.05 * 253 / 256.0 / 2 / Math.sqrt(3), value(automatic,
                "porosity uncertainty from threshold"), 0.03);
    }

    @Test
    void theLargerDarkPhaseIsDoubtedUnlessAskedFor() throws Exception {
        for (Object[] c : new Object[][] {{"dark", 200.0, false}, {"dark", 100.0, true}, {"larger", 200.0, true},
            {"bright", 50.0, true}}) {
            Segmentation s = Segmentation.required(segmented(Map.of("method", "manual", "level", c[1], "phase", c[0],
                    "smallest", 1)));
            assertEquals(c[2], s.choice().isSound(), c[0] + " at " + c[1]);
        }
        Segmentation larger = Segmentation.required(segmented(Map.of("method", "manual", "level", 200.0, "phase",
                "larger", "smallest", 1)));
        assertEquals(true, larger.dark());
        Segmentation smaller = Segmentation.required(segmented(Map.of("method", "manual", "level", 200.0, "phase",
                "smaller", "smallest", 1)));
        assertEquals(false, smaller.dark());
        assertEquals(Verdict.SOUND, smaller.choice());
    }
}
