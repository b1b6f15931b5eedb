package org.interphase.technique.elements.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.AnalysisException;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.junit.jupiter.api.Test;

/** What a spectrum is and what it is not. */
class EdsSpectrumTest {

    private static EdsSpectrum spectrum(double first, double[] counts, Metadata m) {
        return new EdsSpectrum("s", first, 10, counts, 20_000, m);
    }

    @Test
    void anAngleOfZeroOrBeyondUprightIsNone() {
        for (double angle : new double[] {0, -35, 91, Double.NaN}) {
            assertTrue(Double.isNaN(spectrum(0, new double[64], Metadata.EMPTY.with("take-off angle", angle, "deg"))
                    .takeOff()), "" + angle);
        }
        assertEquals(40, spectrum(0, new double[64], Metadata.EMPTY.with("take-off angle", 40, "deg")).takeOff());
    }

    @Test
    void theContinuumIsAbsorbedAlongTheAngleThatIsGiven() {
        EdsSpectrum blank = spectrum(0, new double[2048], Metadata.EMPTY.with("take-off angle", 0, "deg"));
        Composition iron = Composition.parse("Fe").orElseThrow();
        DetectorResponse detector = DetectorResponse.ofResolution(130, 0.05, 1e-5);
        double flat = Bremsstrahlung.shape(blank.withTakeOff(15), detector, iron, 50, 1500)[50];
        double steep = Bremsstrahlung.shape(blank.withTakeOff(60), detector, iron, 50, 1500)[50];
        assertTrue(steep > 1.2 * flat, steep + " and " + flat);
    }

    @Test
    void moreChannelsThanAnySpectrometerHasAreRefused() {
        double[] x = new double[32_769];
        java.util.Arrays.setAll(x, i -> i);
        Curve c = new Curve(DatasetHeader.of("long", "eds", Metadata.EMPTY), Axis.of("Energy", Unit.of("eV"), x,
                Direction.ASCENDING), Signal.of("Counts", Unit.of("counts"), new double[x.length]));
        AnalysisException e = assertThrows(AnalysisException.class, () -> EdsSpectrum.of(c, 20.0));
        assertTrue(e.getMessage().contains("32769 channels"), e.getMessage());
    }

    @Test
    void whatPilesUpStandsAtTheSumOfTheEnergiesWhateverTheFirstChannel() {
        for (double first : new double[] {0, -200, 100}) {
            double[] y = new double[1024];
            EdsSpectrum s = spectrum(first, y, Metadata.EMPTY);
            y[s.channel(1500)] = 100;
            y[s.channel(2500)] = 50;
            PeakProfile p = PileUp.of(s, 0, 1024);
            // two of the first, one of each, two of the second: 4 : 4 : 1
            assertEquals(4.0 / 9, p.at(s.channel(3000)), 1e-12, "from " + first);
            assertEquals(4.0 / 9, p.at(s.channel(4000)), 1e-12, "from " + first);
            assertEquals(1.0 / 9, p.at(s.channel(5000)), 1e-12, "from " + first);
        }
    }

    @Test
    void whatIsNoFormulaIsNoComposition() {
        for (String text : new String[] {"Fe.", "Fe2.", ".", "Fe1.2.3", "Xx", ""}) {
            assertFalse(Composition.parse(text).isPresent(), text);
        }
        assertEquals(0.5 * 15.999 / (55.845 + 0.5 * 15.999), Composition.parse("FeO.5").orElseThrow().of("O"), 1e-4);
        assertTrue(Composition.parse("Fe0.95O").isPresent());
        for (String list : new String[] {"K412,(O:42.758),(Mg 11.6567),3.5", "(O:42),(Mg:-1)", "(O:42),(mg:58)",
            "(O:420)", "(O:1e999)"}) {
            assertFalse(Composition.parse(list).isPresent(), list);
        }
    }
}
