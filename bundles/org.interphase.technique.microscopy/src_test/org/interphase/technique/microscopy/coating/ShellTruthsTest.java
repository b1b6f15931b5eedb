package org.interphase.technique.microscopy.coating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.image.Contours.Contour;
import org.interphase.numerics.image.StepProfile;
import org.junit.jupiter.api.Test;

/** Profiles across coatings, made from the model they are fitted with. */
class ShellTruthsTest {

    private static final double[] LEVELS = {45, 130, 205};
    private static final double BLUR = 1.3;

    /** Profiles from -20 to 25; on normal i the coating lies between inner(i) and inner(i) + thickness(i). */
    private static ShellProfiles profiles(int n, double shift, double thickness, int gapTo) {
        double[] t = new double[46];
        for (int k = 0; k < t.length; k++) {
            t[k] = k - 20;
        }
        double[][] v = new double[n][t.length];
        for (int i = 0; i < n; i++) {
            double inner = shift * Math.sin(2 * Math.PI * i / n);
            for (int k = 0; k < t.length; k++) {
                v[i][k] = i < gapTo ? StepProfile.value(t[k], new double[] {45, 205}, new double[] {inner}, BLUR)
                        : StepProfile.value(t[k], LEVELS, new double[] {inner, inner + thickness}, BLUR);
            }
        }
        return new ShellProfiles(new double[n], new double[n], new double[n], new double[n], t, v);
    }

    @Test
    void contoursLevelsAndBlurAreFoundExactly() {
        ShellProfiles p = profiles(40, 1.5, 8, 0);
        ShellFit.Result fit = ShellFit.of(p);
        for (int i = 0; i < 40; i++) {
            assertEquals(1.5 * Math.sin(2 * Math.PI * i / 40), fit.inner()[i], 0.01);
            assertEquals(8, fit.thickness()[i], 0.01);
            assertEquals(fit.thickness()[i], fit.outer()[i] - fit.inner()[i], 1e-12);
        }
        for (int k = 0; k < 3; k++) {
            assertEquals(LEVELS[k], fit.levels()[k], 0.05);
        }
        assertEquals(BLUR, fit.blur(), 0.01);
        assertEquals(0, fit.noise(), 0.05);
    }

    @Test
    void whereTheCoreMeetsTheSurroundingsThereIsAGap() {
        ShellFit.Result fit = ShellFit.of(profiles(40, 0, 8, 10));
        for (int i = 0; i < 40; i++) {
            assertEquals(i < 10 ? 0 : 8, fit.thickness()[i], 0.05, "normal " + i);
            assertEquals(0, fit.inner()[i], 0.05);
        }
    }

    @Test
    void oneStepIsNoCoatingAndTheRoughFitIsThatOfTheMedianProfile() {
        assertNull(ShellFit.rough(profiles(40, 0, 8, 40)));
        assertNull(ShellFit.of(profiles(40, 0, 8, 40)));
        ShellFit.Result rough = ShellFit.rough(profiles(40, 0, 8, 10));
        assertEquals(8, rough.thickness()[0], 0.02);
        assertEquals(8, rough.thickness()[39], 0.02);
        assertEquals(130, rough.levels()[1], 0.3);
        assertEquals(BLUR, rough.blur(), 0.02);
    }

    @Test
    void profilesThatAreMostlyUnknownSayNothing() {
        ShellProfiles p = profiles(40, 0, 8, 0);
        for (int k = 0; k < 30; k++) {
            p.levels()[7][k] = Double.NaN;
        }
        ShellFit.Result fit = ShellFit.of(p);
        assertTrue(Double.isNaN(fit.inner()[7]) && Double.isNaN(fit.thickness()[7]));
        assertEquals(8, fit.thickness()[8], 0.05);
    }

    @Test
    void normalsPointOutwardWhicheverWayTheOutlineRuns() {
        int side = 120;
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.hypot(i % side - 60, i / side - 60.0);
        }
        for (int turn : new int[] {1, -1}) {
            double[] x = new double[90];
            double[] y = new double[90];
            for (int i = 0; i < 90; i++) {
                x[i] = 60 + 30 * Math.cos(turn * 2 * Math.PI * i / 90);
                y[i] = 60 + 30 * Math.sin(turn * 2 * Math.PI * i / 90);
            }
            ShellProfiles p = ShellProfiles.along(new Contour(x, y), pixels, side, side, 10, 40);
            // one normal per pixel of the outline's length
            assertEquals(Math.round(2 * Math.PI * 30), p.count(), 1);
            assertEquals(51, p.t().length);
            assertEquals(-10, p.t()[0]);
            assertEquals(40, p.t()[50]);
            for (int i = 0; i < p.count(); i += 7) {
                assertEquals(1, Math.hypot(p.nx()[i], p.ny()[i]), 1e-9);
                double r = Math.hypot(p.x()[i] - 60, p.y()[i] - 60);
                assertEquals(30, r, 0.3, "smoothing hardly moves a round outline");
                // the grey level is the distance from the centre
                assertEquals(r - 10, p.levels()[i][0], 0.1);
                assertEquals(r + 20, p.levels()[i][30], 0.1);
            }
            double[] median = p.medianProfile();
            assertEquals(30, median[10], 0.3);
            // beyond the picture on all normals but those to the corners
            assertEquals(69.8, median[50], 0.5);
        }
        // less than a quarter of the normals: unknown
        ShellProfiles few = new ShellProfiles(new double[4], new double[4], new double[4], new double[4],
                new double[] {0, 1}, new double[][] {{5, 1}, {Double.NaN, 1}, {Double.NaN, 1}, {Double.NaN, 1}});
        assertTrue(Double.isNaN(few.medianProfile()[0]));
        few.levels()[1][0] = 9;
        assertEquals(9, few.medianProfile()[0], 0);
        assertEquals(4, few.seen());
        // a normal that lies beyond the picture counts for nothing
        few.levels()[2][1] = Double.NaN;
        few.levels()[3][1] = Double.NaN;
        few.levels()[1][0] = Double.NaN;
        assertEquals(2, few.seen());
        assertEquals(5, few.medianProfile()[0], 0);
    }
}
