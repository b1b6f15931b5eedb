package org.interphase.spectra.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.shape.LineShape;
import org.interphase.numerics.shape.PseudoVoigt;
import org.interphase.numerics.shape.Voigt;
import org.junit.jupiter.api.Test;

/** A sum of Gaussian and Lorentzian line is no Voigt profile; what that is worth is in areas, in them alone. */
class VoigtExcessTest {

    private static final double AREA = 8000;
    private static final double WIDTH = 1.8;

    private static double[] axis(double half) {
        double[] x = new double[(int) Math.round(20 * half) + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = 688 - half + 0.1 * i;
        }
        return x;
    }

    /** A line of unit area over a level. */
    private static double[] line(LineShape shape, double[] x, double extra) {
        double[] y = new double[x.length];
        Arrays.fill(y, 500);
        double height = AREA / (WIDTH * shape.unitArea(new double[] {extra}, 0));
        shape.on(x).addValues(new double[] {688, height, WIDTH, extra}, 0, y);
        return y;
    }

    private static PeakFit fit(double[] x, double[] y, PeakComponent... components) throws Exception {
        return fit(1, x, y, components);
    }

    private static PeakFit fit(double noise, double[] x, double[] y, PeakComponent... components) throws Exception {
        double[] sigma = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sigma[i] = noise * Math.sqrt(y[i]);
        }
        return PeakFitter.fit(new PeakFitter.Problem(x, y, new Noise(Noise.Kind.STATED, Double.NaN, sigma, ""),
                List.of(components), BackgroundModel.Kind.LINEAR, null, new PeakHints(1.8, 0.6, 5)), Progress.none());
    }

    private static PeakComponent sum(String name, String position, String mixing) {
        return PeakComponent.of(name, "pseudo-voigt", position, "auto [1, 3]", "auto").with("mixing",
                Constrained.parse(mixing));
    }

    @Test
    void theExcessIsWhatFitsToExactProfilesGive() throws Exception {
        for (double half : new double[] {5, 8}) {
            double[] x = axis(half);
            for (double share : new double[] {0.1, 0.3, 0.5, 0.8}) {
                PeakFit f = fit(x, line(new Voigt(), x, share), sum("a", "auto [687, 689]", "auto"));
                double mixing = f.estimate(0, "mixing").value();
                double excess = f.estimate(0, "area").value() / AREA - 1;
                assertEquals(ShapeCatalogue.VOIGT_EXCESS * mixing * (1 - mixing), excess, 0.005,
                        "share " + share + " within " + half + ": mixing " + mixing);
            }
        }
    }

    /** Judged without other shapes and backgrounds, on a background that is held. */
    private static PeakFit judged(PeakFit f) throws Exception {
        return f.judged(PeakJudgement.of(f, ModelSpread.of(f, List.of(), List.of(), Progress.none()), Unit.of("eV"),
                0));
    }

    /** 0.09 x 0.4 x 0.6 = 2.16 % of 8000 = 172.8, as half width of a rectangle 99.77. */
    @Test
    void anAreaIsNoBetterKnownThanTheProfileOfItsLine() throws Exception {
        double[] x = axis(6);
        double[] y = line(new PseudoVoigt(), x, 0.4);
        double[] sigma = new double[x.length];
        double[] level = new double[x.length];
        Arrays.fill(sigma, 50);
        Arrays.fill(level, 500);
        PeakFit sum = PeakFitter.fit(new PeakFitter.Problem(x, y, new Noise(Noise.Kind.STATED, Double.NaN, sigma, ""),
                List.of(sum("a", "auto [687, 689]", "fixed 0.4")), BackgroundModel.Kind.HELD, level,
                new PeakHints(1.8, 0.6, 5)), Progress.none());
        int area = sum.numerics().parameters().indexOf("a.area");
        double noise = sum.numerics().uncertainty(area);
        PeakFit judged = judged(sum);
        assertEquals(Math.hypot(noise, 99.77), judged.estimate(0, "area").uncertainty(), 0.5);
        // position, width and height are read where sum and profile agree
        double height = sum.numerics().propagate(sum.numbers().height(0).gradient());
        assertEquals(height, judged.height(0).uncertainty(), 0.01 * height);
        int at = sum.numerics().parameters().indexOf("a.centre");
        assertEquals(sum.numerics().uncertainty(at), judged.estimate(0, "position").uncertainty(), 1e-9);
        // who asks for no choice of model is given none
        PeakFit asked = sum.judged(PeakJudgement.of(sum, ModelSpread.NONE, Unit.of("eV"), 0));
        assertEquals(noise, asked.estimate(0, "area").uncertainty(), 1e-6 * noise);
    }

    /** Areas of lines of one mixing are too large alike; of mixings 0.5 and 0 one is, by 2.25 %. */
    @Test
    void sharesKeepWhatDoesNotCancel() throws Exception {
        double[] x = axis(8);
        double[] y = line(new PseudoVoigt(), x, 0.5);
        double[] z = line(new PseudoVoigt(), x, 0.5);
        for (int i = 0; i < x.length - 40; i++) {
            y[i] += z[i + 40] - 500;
        }
        PeakFit alike = fit(x, y, sum("a", "auto [687, 689]", "fixed 0.5"), sum("b", "auto [683, 685]", "fixed 0.5"));
        assertEquals(0, alike.numbers().fraction(0).approximated(), 1e-12);
        PeakFit apart = fit(x, y, sum("a", "auto [687, 689]", "fixed 0.5"), sum("b", "auto [683, 685]", "fixed 0"));
        double a = apart.totalArea(0).value();
        double b = apart.totalArea(1).value();
        // d(a/(a+b)) = b da/(a+b)^2 with da = -0.0225 a
        assertEquals(-0.0225 * a * b / ((a + b) * (a + b)), apart.numbers().fraction(0).approximated(), 1e-12);
        assertEquals(-0.0225 * a / b, PeakNumbers.ratio(apart.numbers().totalArea(0), apart.numbers().totalArea(1))
                .approximated(), 1e-12);
    }

    /** Two lines half an eV apart, of which noise leaves the second an area of two standard uncertainties. */
    @Test
    void whatSharesOneMaximumSharesItsDoubt() throws Exception {
        double[] x = axis(6);
        PeakComponent first = sum("a", "auto [687.8, 688.2]", "fixed 0.3");
        assertTrue(faint(x, 5, first, sum("b", "fixed 687.5", "fixed 0.3")).estimate(0, "area").verdict().reason()
                .contains("not resolved from b, which may not be there"));
        // three eV away, nothing is shared
        PeakFit far = faint(x, 30, first, sum("b", "fixed 685", "fixed 0.3"));
        assertFalse(far.estimate(0, "area").verdict().reason().contains("not resolved"));
        assertTrue(far.estimate(1, "area").verdict().reason().contains("the area is only"));
    }

    private static PeakFit faint(double[] x, int steps, PeakComponent first, PeakComponent second) throws Exception {
        double[] y = line(new PseudoVoigt(), x, 0.3);
        double[] further = line(new PseudoVoigt(), x, 0.3);
        for (int i = 0; i < x.length - steps; i++) {
            y[i] += 0.5 * (further[i + steps] - 500);
        }
        PeakFit exact = fit(1, x, y, first, second);
        PeakFit.Estimate area = exact.totalArea(1);
        PeakFit f = fit(area.value() / area.uncertainty() / 2, x, y, first, second);
        return f.judged(PeakJudgement.of(f, ModelSpread.NONE, Unit.of("eV"), 3));
    }
}
