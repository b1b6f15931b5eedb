package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

class InterpolatedRowsTest {

    private static final int ROWS = 2000;

    /** A charge with noise in steps of a digit, at times that are measured every {@code every} seconds. */
    private static double[] measured(int n, double every, double slope, double noise, double digit) {
        Random random = new Random(3);
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double t = i * every;
            v[i] = digit * Math.rint((3.4 + slope * t + 0.05 * Math.sqrt(t / 1e4) + noise * random.nextGaussian())
                    / digit);
        }
        return v;
    }

    private static boolean found(double[] v, double digit) {
        return InterpolatedRows.of(v.length, i -> i, i -> digit > 0 ? digit * Math.rint(v[i] / digit) : v[i])
                .isPresent();
    }

    private static double[] interpolated(double[] v, double every) {
        double[] out = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double at = i / every;
            int k = (int) at;
            out[i] = v[k] + (at - k) * (v[k + 1] - v[k]);
        }
        return out;
    }

    @Test
    void rowsBetweenMeasuredOnesAreFoundWhateverTheirDigits() {
        for (double every : new double[] {2.5, 4, 7.3, 10}) {
            for (double slope : new double[] {1e-4, 0, -2e-5}) {
                double[] v = measured(ROWS, every, slope, 1e-3, 1e-5);
                for (double digit : new double[] {0, 1e-7, 1e-6}) {
                    assertTrue(found(interpolated(v, every), digit), every + " s, " + slope + " V/s, " + digit);
                }
            }
        }
    }

    @Test
    void whatWasMeasuredIsNotTakenForInterpolated() {
        for (double noise : new double[] {0, 1e-6, 1e-5, 1e-4, 1e-3}) {
            for (double slope : new double[] {1e-3, 3.1e-4, 1e-4, 1e-5, 0}) {
                for (double converter : new double[] {1e-6, 1e-5, 1e-4, 3.0517578e-4, 1e-3}) {
                    for (double digit : new double[] {0, 1e-6, 1e-5, 1e-4}) {
                        assertEquals(false, found(measured(ROWS, 1, slope, noise, converter), digit), noise + " V, "
                                + slope + " V/s, " + converter + " V, " + digit);
                    }
                }
            }
        }
    }

    @Test
    void aReaderSaysIt() throws IOException {
        double[] v = interpolated(measured(ROWS, 5, 1e-4, 1e-3, 1e-5), 5);
        StringBuilder text = new StringBuilder("Test_Time(s),Voltage(V),Current(A),State\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format(Locale.ROOT, "%d,%.6f,0.001,Charge%n", i, v[i]));
        }
        Table t = CyclerFiles.read("a.csv", text.toString());
        assertTrue(t.header().remarks().stream().anyMatch(r -> r.code().equals("rows-interpolated")),
                t.header().remarks().toString());
    }
}
