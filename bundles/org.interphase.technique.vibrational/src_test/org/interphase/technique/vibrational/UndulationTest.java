package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.model.Verdict;
import org.interphase.technique.vibrational.bands.Band;
import org.interphase.technique.vibrational.bands.Undulation;
import org.junit.jupiter.api.Test;

/** How far a baseline undulates is known only where there is enough of it. */
class UndulationTest {

    private static final Band BAND = new Band(1000, 0.1, 100, 1, 20, 0.3, 2100, 30, 0, 80, false, Verdict.SOUND);

    private static Band counted(int points) {
        SplittableRandom random = new SplittableRandom(2);
        double[] x = new double[points];
        Arrays.setAll(x, i -> 1000 + 2.0 * (i - points / 2));
        double[] y = Arrays.stream(x).map(v -> 100 * Math.exp(-4 * Math.log(2) * Math.pow((v - 1000) / 20, 2))
                + random.nextGaussian()).toArray();
        return Undulation.counted(x, y, List.of(BAND)).get(0);
    }

    @Test
    void aSpectrumTooShortToTellIsDoubtful() {
        assertEquals(Verdict.SOUND, counted(200).verdict());
        assertTrue(counted(45).verdict().reason().contains("too short"), counted(45).toString());
        assertTrue(counted(12).verdict().reason().contains("too short"), counted(12).toString());
    }

    @Test
    void nothingLeftOverUndulatesNowhere() {
        double[] x = new double[200];
        Arrays.setAll(x, i -> 800 + 2.0 * i);
        double[] y = Arrays.stream(x).map(v -> 100 * Math.exp(-4 * Math.log(2) * Math.pow((v - 1000) / 20, 2)))
                .toArray();
        assertEquals(BAND, Undulation.counted(x, y, List.of(BAND)).get(0));
    }
}
