package org.interphase.technique.microscopy.coating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.interphase.numerics.image.Contours.Contour;
import org.interphase.numerics.image.StepProfile;
import org.junit.jupiter.api.Test;

/** Coatings thin and thick, bright and dark, noisy and cut, made from the model they are fitted with. */
class ShellLimitsTest {

    private static ShellProfiles profiles(int n, double[] levels, double blur, double[] positions, double noise) {
        double[] t = new double[71];
        double[][] v = new double[n][71];
        for (int k = 0; k < 71; k++) {
            t[k] = k - 30;
            for (int i = 0; i < n; i++) {
                // plus and minus in turn along the profiles, and from one to the next
                v[i][k] = StepProfile.value(t[k], levels, positions, blur) + ((i + k) % 2 == 0 ? noise : -noise);
            }
        }
        return new ShellProfiles(new double[n], new double[n], new double[n], new double[n], t, v);
    }

    @Test
    void coatingsOfAnyThicknessAndContrastAreFound() {
        double[][] levels = {{45, 130, 205}, {205, 130, 45}, {60, 75, 200}, {60, 180, 200}};
        for (double[] l : levels) {
            for (double thickness : new double[] {4, 12, 30}) {
                ShellFit.Result fit = ShellFit.of(profiles(12, l, 1.5, new double[] {-2, thickness - 2}, 0));
                for (int i = 0; i < 12; i++) {
                    assertEquals(thickness, fit.thickness()[i], 0.03, Arrays.toString(l) + " " + thickness);
                    assertEquals(-2, fit.inner()[i], 0.03);
                }
                assertArrayEqualsWithin(l, fit.levels(), 0.3);
                assertEquals(1.5, fit.blur(), 0.03);
            }
        }
    }

    private static void assertArrayEqualsWithin(double[] expected, double[] found, double tolerance) {
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k], tolerance);
        }
    }

    @Test
    void theNoiseIsWhatTheModelLeaves() {
        ShellFit.Result fit = ShellFit.of(profiles(12, new double[] {45, 130, 205}, 1.5, new double[] {0, 10}, 3));
        assertEquals(3, fit.noise(), 0.1);
        assertEquals(10, Arrays.stream(fit.thickness()).average().orElseThrow(), 0.05);
        // rows of unknown places do not count
        ShellProfiles cut = profiles(12, new double[] {45, 130, 205}, 1.5, new double[] {0, 10}, 3);
        for (double[] row : cut.levels()) {
            Arrays.fill(row, 0, 10, Double.NaN);
            Arrays.fill(row, 60, 71, Double.NaN);
        }
        ShellFit.Result less = ShellFit.of(cut);
        assertEquals(3, less.noise(), 0.1);
        assertEquals(10, Arrays.stream(less.thickness()).average().orElseThrow(), 0.05);
    }

    @Test
    void aContourBeyondTheProfileIsNone() {
        ShellProfiles p = profiles(20, new double[] {45, 130, 205}, 1.5, new double[] {0, 10}, 0);
        for (int k = 0; k < 71; k++) {
            // nothing but core, and nothing but surroundings
            p.levels()[3][k] = 45 + 0.01 * (k % 3);
        }
        ShellFit.Result fit = ShellFit.of(p);
        assertTrue(Double.isNaN(fit.thickness()[3]) || fit.thickness()[3] < 0.5, "" + fit.thickness()[3]);
        assertEquals(10, fit.thickness()[4], 0.02);
    }

    @Test
    void lessThanNineKnownPlacesShowNoCoating() {
        ShellProfiles p = profiles(20, new double[] {45, 130, 205}, 0.5, new double[] {-2, 2}, 0);
        for (double[] row : p.levels()) {
            Arrays.fill(row, 0, 26, Double.NaN);
            Arrays.fill(row, 34, 71, Double.NaN);
        }
        assertNull(ShellFit.of(p));
        assertNull(ShellFit.rough(p));
    }

    @Test
    void normalsAlongTheEdgeOfThePictureAreLeftOut() {
        // a half circle about the middle of the lower edge of a picture of 100 x 60, closed along that edge
        double[] x = new double[120];
        double[] y = new double[120];
        for (int i = 0; i < 80; i++) {
            x[i] = 50 + 30 * Math.cos(Math.PI * i / 79);
            y[i] = 59 - 30 * Math.sin(Math.PI * i / 79);
        }
        for (int i = 80; i < 120; i++) {
            x[i] = 20 + 60 * (i - 79) / 41.0;
            y[i] = 59;
        }
        ShellProfiles p = ShellProfiles.along(new Contour(x, y), new float[6000], 100, 60, 5, 12);
        double length = Math.PI * 30 + 60;
        assertEquals(length, p.count(), 1);
        // the edge, and two pixels above it on either side
        assertEquals(Math.PI * 30 - 4, p.seen(), 4);
        for (int i = 0; i < p.count(); i++) {
            boolean along = p.y()[i] > 57;
            assertEquals(along, Arrays.stream(p.levels()[i]).allMatch(Double::isNaN), "normal " + i);
        }
    }

    @Test
    void pointsStandEvenlyHoweverTheOutlineIsDrawn() {
        // a square of 80 with many points on one side and none between the corners of the others
        double[] x = new double[83];
        double[] y = new double[83];
        for (int i = 0; i <= 79; i++) {
            x[i] = 20 + i;
            y[i] = 20;
        }
        x[80] = 100;
        y[80] = 20;
        x[81] = 100;
        y[81] = 100;
        x[82] = 20;
        y[82] = 100;
        ShellProfiles p = ShellProfiles.along(new Contour(x, y), new float[120 * 120], 120, 120, 5, 5);
        assertEquals(320, p.count());
        for (int i = 0; i < p.count(); i++) {
            double d = Math.hypot(p.x()[(i + 1) % 320] - p.x()[i], p.y()[(i + 1) % 320] - p.y()[i]);
            // smoothing draws them together at corners alone
            assertTrue(d < 1.001 && d > 0.6, i + ": " + d);
        }
        // in the middle of a side it stays where it is, and its normal is straight
        assertEquals(20, p.y()[40], 1e-6);
        assertEquals(60, p.x()[40], 1e-6);
        assertEquals(-1, p.ny()[40], 1e-9);
        assertEquals(1, p.nx()[120], 1e-9);
        // at a corner the smoothing rounds it
        assertTrue(p.y()[0] > 20.5 && p.x()[0] > 20.5);
    }

    @Test
    void aNormalIsSeenWhereHalfOfItIs() {
        assertTrue(ShellProfiles.seen(new double[] {1, 1, Double.NaN, Double.NaN}));
        assertFalse(ShellProfiles.seen(new double[] {1, Double.NaN, Double.NaN}));
    }
}
