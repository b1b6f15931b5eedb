package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.evidence.BandEvidence;
import org.junit.jupiter.api.Test;

/** A band is called C=C only where nothing else that lies there fits as well, and never by what is not known. */
class BandNamesTest {

    /** Bands as {position, width, height} on a flat baseline. */
    private static BandSpectrum spectrum(double from, double to, double[]... bands) throws Exception {
        int n = (int) ((to - from) / 2) + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < n; i++) {
            x[i] = from + 2 * i;
            y[i] = 0.05 + 0.0005 * random.nextGaussian();
            for (double[] b : bands) {
                y[i] += b[2] * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - b[0]) / b[1], 2));
            }
        }
        return BandSpectrum.of(new Curve(DatasetHeader.of("film", "ftir.absorbance", Metadata.EMPTY),
                Axis.of("Wavenumber", Unit.of("cm-1"), x, Direction.DESCENDING), Signal.of("Absorbance", Unit.ONE, y)),
                Range.ALL, 8);
    }

    private static BandEvidence infrared(BandSpectrum s, double position, double u, double fwhm, double fwhmU) {
        return BandEvidence.ofDoubleBond(s, false, position, u, fwhm, fwhmU, 0.1, Progress.none());
    }

    @Test
    void aBandAsDehydrofluorinatedChainsHaveItIsNamed() throws Exception {
        BandSpectrum s = spectrum(1200, 3900, new double[] {1615, 35, 0.1});
        assertEquals(Verdict.SOUND, infrared(s, 1615, 0.3, 35, 1).verdict());
    }

    @Test
    void anAromaticRingIsNotCalledADoubleBond() throws Exception {
        BandSpectrum s = spectrum(1200, 3900, new double[] {1601, 12, 0.1}, new double[] {1493, 10, 0.12});
        Verdict v = infrared(s, 1601, 0.2, 12, 0.4).verdict();
        assertTrue(v.isWithheld() && v.reason().contains("aromatic ring"), v.toString());
        // without the partner it is not that ring, and still no band as the chains have it
        Verdict alone = infrared(spectrum(1200, 3900, new double[] {1601, 12, 0.1}), 1601, 0.2, 12, 0.4).verdict();
        assertFalse(alone.isSound(), alone.toString());
    }

    @Test
    void saltsOfTheInterphaseAreNotCalledADoubleBond() throws Exception {
        BandSpectrum s = spectrum(1200, 3900, new double[] {1650, 40, 0.1}, new double[] {1320, 40, 0.06});
        Verdict v = infrared(s, 1650, 0.3, 40, 1).verdict();
        assertTrue(v.isWithheld() && v.reason().contains("lithium"), v.toString());
    }

    @Test
    void aWidthNoBandOfTheListHasIsSomethingElse() throws Exception {
        Verdict v = infrared(spectrum(1200, 3900, new double[] {1625, 110, 0.1}), 1625, 0.3, 110, 1).verdict();
        assertFalse(v.isSound(), v.toString());
        assertTrue(v.reason().contains("not listed"), v.reason());
    }

    @Test
    void anUncertaintyThatIsNotKnownIsNoEvidence() throws Exception {
        BandSpectrum s = spectrum(1200, 3900, new double[] {1615, 35, 0.1});
        Verdict place = infrared(s, 1615, Double.NaN, 35, 1).verdict();
        Verdict both = infrared(s, 1615, Double.NaN, 35, Double.NaN).verdict();
        assertFalse(place.isSound(), place.toString());
        assertFalse(both.isSound(), both.toString());
    }
}
