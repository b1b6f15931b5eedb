package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.AnalysisException;
import org.interphase.model.Calibration;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coated particle of which the picture shows but a part, as pictures of high magnification do. */
class CutParticleTest {

    private static final Calibration SCALE = new Calibration(1, 1, Unit.of("nm"), 0, "simulation");
    private static final int W = 400;
    private static final int H = 300;

    private static Raster picture(double x, double y, double core, double coating, double noise) {
        return SyntheticScene.render(W, H, (u, v) -> {
            double r = Math.hypot(u - x, v - y);
            return r < core ? 70 : r < core + coating ? 125 : 190;
        }).blurred(1.2).noisy(noise, 7).raster("tem", SCALE);
    }

    /** A quarter of the particle, less than that, and more than half of the picture's edge within it. */
    @ParameterizedTest
    @CsvSource({"120, 340, 220, 22, 4",
        "480, -60, 260, 30, 8", "200, 190, 190, 18, 4", "40, 40, 290, 20, 12", "200, 300, 262, 20, 6"})
    void itsCoatingIsMeasuredWhereItIsSeen(double x, double y, double core, double coating, double noise)
            throws Exception {
        Run run = Run.of("microscopy/coating-thickness", picture(x, y, core, coating, noise));
        Measurement d = run.measurements().stream().filter(m -> m.name().equals("coating thickness")).findFirst()
                .orElseThrow();
        assertTrue(d.verdict().isSound(), d.toString());
        assertEquals(coating, d.value(), 2 * d.uncertainty());
        assertEquals(coating, d.value(), 0.02 * coating);
        assertEquals(100, run.value("coverage"), 2);
        assertTrue(run.remarks().stream().anyMatch(r -> r.text().contains("edge of the picture cuts")));
    }

    /** Coatings as thick as the profiles first reach: of whole particles, and of one that fills most of the field. */
    @ParameterizedTest
    @CsvSource({"512, 384, 200, 60, 0", "300, 900, 600, 60, 0", "1200, -200, 1200, 60, 10", "512, 384, 150, 45, 0"})
    void aThickCoatingIsMeasuredToItsOuterContour(double x, double y, double core, double coating, double fringes)
            throws Exception {
        SyntheticScene scene = SyntheticScene.render(1024, 768, (u, v) -> {
            double r = Math.hypot(u - x, v - y);
            return r < core ? 70 + fringes * Math.sin((0.8 * u + 0.6 * v) * 0.7) : r < core + coating ? 130 : 190;
        });
        Run run = Run.of("microscopy/coating-thickness", scene.blurred(1).noisy(3 + fringes, 3).raster("tem", SCALE));
        assertEquals(coating, run.value("coating thickness"), 2 * run.uncertainty("coating thickness"));
        assertEquals(coating, run.value("coating thickness"), 0.1);
    }

    /**
     * Particles on most of the picture's edge, as if they were the surroundings, with a coating too thick to be seen
     * from the corners, the only other thing that stands out.
     */
    @ParameterizedTest
    @CsvSource({"200, 150, 163, 45", "200, 150, 170, 38", "210, 160, 160, 50"})
    void aParticleThatFillsThePictureIsNotTakenForItsSurroundings(double x, double y, double core, double coating)
            throws Exception {
        SyntheticScene scene = SyntheticScene.render(W, H, (u, v) -> {
            double r = Math.hypot(u - x, v - y);
            return r < core ? 70 : r < core + coating ? 100 : 190;
        });
        Run run = Run.of("microscopy/coating-thickness", scene.blurred(1.2).noisy(3, 7).raster("tem", SCALE));
        assertEquals(coating, run.value("coating thickness"), 0.02 * coating);
    }

    @Test
    void withoutACoatingNoneIsSeen() {
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/coating-thickness", picture(120, 340, 220, 0,
                4)));
    }
}
