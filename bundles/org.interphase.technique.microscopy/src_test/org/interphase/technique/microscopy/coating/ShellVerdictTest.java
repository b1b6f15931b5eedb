package org.interphase.technique.microscopy.coating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Every assumption of a coating's thickness is doubted beyond its limit and not at it. */
class ShellVerdictTest {

    private static Verdict judge(double coat, double residuals, double thickness, double coverage, int known) {
        ShellFit.Result fit = new ShellFit.Result(new double[] {40, coat, 200}, 1, new double[0], new double[0],
                new double[0], residuals);
        return ShellVerdict.of(fit, 5, new ShellVerdict.Evidence(thickness, coverage, known, 100));
    }

    @Test
    void limits() {
        assertTrue(judge(50, 8, 2, 0.6, 90).isSound(), "two standard deviations from the core");
        assertTrue(judge(190, 8, 2, 0.6, 90).isSound(), "and from the surroundings");
        for (Verdict v : new Verdict[] {judge(49.9, 5, 5, 1, 100), judge(190.1, 5, 5, 1, 100),
            judge(100, 8.01, 5, 1, 100), judge(100, 5, 1.99, 1, 100), judge(100, 5, 5, 0.59, 100),
            judge(100, 5, 5, 1, 89)}) {
            assertEquals(Verdict.Quality.DOUBTFUL, v.quality());
        }
    }

    @Test
    void withoutNoiseSmallResidualsAreNone() {
        ShellFit.Result fit = new ShellFit.Result(new double[] {40, 100, 200}, 1, new double[0], new double[0],
                new double[0], 2.5);
        ShellVerdict.Evidence e = new ShellVerdict.Evidence(5, 1, 100, 100);
        // 1.6 of a hundredth of 160 grey levels
        assertTrue(ShellVerdict.of(fit, 0, e).isSound());
        ShellFit.Result more = new ShellFit.Result(fit.levels(), 1, fit.inner(), fit.outer(), fit.thickness(), 2.6);
        assertEquals(Verdict.Quality.DOUBTFUL, ShellVerdict.of(more, 0, e).quality());
    }
}
