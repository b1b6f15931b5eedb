package org.interphase.spectra.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.spectra.PeakChallenge;
import org.interphase.testkit.spectra.PeakChallenge.Family;
import org.junit.jupiter.api.Test;

/** Each reason for doubt, and each part of an uncertainty, where it belongs and nowhere else. */
class PeakJudgementTest {

    private static final List<PeakShape> SHAPES = List.of(PeakShape.parse("GL(30)"), PeakShape.parse("SGL(30)"));

    private static Curve curve(PeakChallenge c) {
        Curve curve = c.curve();
        return curve.with(new Background("shirley", new double[curve.axis().size()], null))
                .with(new BackgroundModel(BackgroundModel.Kind.SHIRLEY, PeakChallenge.FROM, 694));
    }

    private static PeakComponent strong() {
        return PeakComponent.of("strong", "pseudo-voigt", "auto [687, 690.2]", "auto [0.8, 2.6]", "auto");
    }

    private static PeakComponent weak() {
        return PeakComponent.of("weak", "pseudo-voigt", "auto [684.2, 686.6]", "auto [0.8, 2.6]", "auto")
                .with("mixing", Constrained.tied("strong", 1, 0));
    }

    private static PeakFitStep.Result run(PeakChallenge c, boolean spread, PeakComponent... components)
            throws Exception {
        return PeakFitStep.run(curve(c), new PeakFitSettings(Range.ALL, List.of(components), true, 3, spread, SHAPES,
                List.of(BackgroundModel.Kind.SHIRLEY, BackgroundModel.Kind.LINEAR), new PeakHints(1.7, 0.6, 5), 2),
                Progress.none());
    }

    private static PeakChallenge obeying(double counts, double share, long seed) {
        return new PeakChallenge(Family.OBEYING, 0, counts, share, seed);
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** Noise of 100 over 3 eV of width: an area of thousands could not hide, whatever the shape. */
    @Test
    void theLimitOnAnEmptyRegionIsThatOfTheNoise() throws Exception {
        int n = 141;
        double[] x = new double[n];
        double[] y = new double[n];
        Random random = new Random(5);
        for (int i = 0; i < n; i++) {
            x[i] = 680 + 0.1 * i;
            y[i] = Math.rint(10_000 + 100 * random.nextGaussian());
        }
        Curve c = Curve.ofUnsorted(DatasetHeader.of("empty", "xps.region", Metadata.EMPTY), "Binding energy",
                Unit.of("eV"), Direction.ASCENDING, x, "Intensity", Unit.of("counts"), y, null)
                .with(new Background("shirley", new double[n], null))
                .with(new BackgroundModel(BackgroundModel.Kind.SHIRLEY, 680, 694));
        List<PeakShape> shapes = List.of(PeakShape.parse("GL(30)"), PeakShape.parse("GL"),
                PeakShape.parse("asymmetric-pseudo-voigt"));
        Outcome o = PeakFitStep.run(c, new PeakFitSettings(Range.ALL, List.of(strong(), weak()), true, 3, true, shapes,
                List.of(BackgroundModel.Kind.SHIRLEY, BackgroundModel.Kind.LINEAR), new PeakHints(1.7, 0.6, 5), 2),
                Progress.none()).outcome().build();
        for (String name : List.of("strong area", "weak area")) {
            Measurement m = one(o, name);
            assertTrue(m.isNotDetected() && m.limit() > 100 && m.limit() < 2000, name + " " + m);
        }
    }

    /** An alternative that is nearly as good and less certain lends its uncertainty by its weight. */
    @Test
    void whatIsLessCertainWithAnotherBackgroundIsLessCertain() throws Exception {
        double[] x = new double[41];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 686 + 0.1 * i;
            double t = (x[i] - 688) / 1.8;
            y[i] = 1000 + 4000 * Math.exp(-4 * Math.log(2) * t * t);
        }
        double[] sigma = new double[x.length];
        Arrays.fill(sigma, 20);
        Noise noise = new Noise(Noise.Kind.STATED, Double.NaN, sigma, "");
        PeakFitter.Problem problem = new PeakFitter.Problem(x, y, noise, List.of(PeakComponent.of("a",
                "gaussian", "fixed 688", "auto [1, 4]", "auto")), BackgroundModel.Kind.LINEAR, null,
                new PeakHints(1.8, 0.6, 5));
        PeakFit fit = PeakFitter.fit(problem, Progress.none());
        PeakFit bent = PeakFitter.fit(problem.withBackground(BackgroundModel.Kind.QUADRATIC, null), Progress.none());
        double own = fit.numbers().variance(fit.numbers().parameter(0, Slots.AREA));
        double other = bent.numbers().variance(bent.numbers().parameter(0, Slots.AREA));
        assertTrue(other > 2 * own, own + " " + other);
        // both describe the data; one coefficient more costs 2 in Akaike's criterion, a weight of exp(-1)
        double weight = Math.exp(-1) / (1 + Math.exp(-1));
        double spread = ModelSpread.of(fit, List.of(), List.of(), Progress.none())
                .uncertainty(n -> n.parameter(0, Slots.AREA));
        assertEquals(Math.sqrt(weight * (other - own)), spread, 1e-3 * spread);
    }

    @Test
    void theLabelOnTheChartSaysWhatTheTableSays() throws Exception {
        Outcome o = run(obeying(5000, 0.3, 1), true, strong(), weak()).outcome().build();
        for (Overlay overlay : o.overlays()) {
            if (overlay.layer() instanceof Layer.Labels labels) {
                for (Layer.Text t : labels.texts()) {
                    String component = t.text().substring(0, t.text().indexOf(' '));
                    assertEquals(component + ": " + one(o, component + " position").pretty(), t.hint());
                }
                return;
            }
        }
        throw new AssertionError("no labels");
    }

    @Test
    void theChoiceOfModelWidensTheUncertaintyOfEveryNumber() throws Exception {
        PeakFitStep.Result without = run(obeying(50000, 0.3, 1), false, strong(), weak());
        PeakFitStep.Result with = run(obeying(50000, 0.3, 1), true, strong(), weak());
        ModelSpread spread = with.fit().judgement().spread();
        assertTrue(spread.alternatives().contains("shirley-linear"), spread.alternatives().toString());
        assertFalse(spread.alternatives().contains("linear"), "a line is no background of a step: "
                + spread.alternatives());
        double model = spread.uncertainty(n -> PeakNumbers.ratio(n.totalArea(1), n.totalArea(0)));
        assertTrue(model > 0);
        assertEquals(Math.hypot(without.fit().areaRatio(1, 0).uncertainty(), model),
                with.fit().areaRatio(1, 0).uncertainty(), 1e-9);
        assertEquals(without.fit().areaRatio(1, 0).value(), with.fit().areaRatio(1, 0).value(), 0);
    }

    @Test
    void ratiosOfHeightsCarryTheirGradient() throws Exception {
        PeakFit f = run(obeying(5000, 0.3, 2), false, strong(), weak()).fit();
        double[] values = f.numerics().values();
        Derived d = PeakNumbers.ratio(f.numbers().height(1), f.numbers().height(0));
        assertEquals(f.height(1).value() / f.height(0).value(), d.value(), 1e-12);
        for (int i = 0; i < values.length; i++) {
            // areas enter as their logarithm's derivative: d ln(ratio)/d ln(A) is 1 for the upper, -1 for the lower
            FitParameters.Role role = f.parameters().role(i);
            if (role.slot() == Slots.AREA) {
                assertEquals(role.component() == 1 ? 1 : -1, d.gradient()[i] * values[i] / d.value(), 1e-9);
            }
            if (role.slot() == Slots.FWHM) {
                assertEquals(role.component() == 1 ? -1 : 1, d.gradient()[i] * values[i] / d.value(), 1e-9);
            }
        }
    }

    @Test
    void whatWasGivenHasNoUncertaintyAndNoDoubtAndThatIsSaid() throws Exception {
        PeakFitStep.Result r = run(obeying(5000, 0.3, 3), false, strong(), weak().with("position",
                Constrained.fixed(685.15)).with("fwhm", Constrained.fixed(1.6)));
        Measurement position = one(r.outcome().build(), "weak position");
        assertEquals(685.15, position.value());
        assertTrue(Double.isNaN(position.uncertainty()) && position.verdict().isSound(), position.toString());
        assertTrue(r.outcome().build().remarks().stream().anyMatch(m -> m.component().equals("weak")
                && m.text().contains("position and FWHM held as given")));
        assertTrue(one(r.outcome().build(), "weak area").uncertainty() > 0);
    }

    @Test
    void aParameterOnItsBoundIsWithheldAndItsComponentDoubted() throws Exception {
        Outcome o = run(obeying(5000, 0.3, 4), false, strong(), weak().with("position",
                Constrained.parse("685.6 [685.4, 686.6]"))).outcome().build();
        assertTrue(one(o, "weak position").verdict().isWithheld(), one(o, "weak position").toString());
        assertTrue(one(o, "weak position").verdict().reason().contains("bound of the position of weak"));
        for (String n : List.of("weak area", "weak FWHM", "weak fraction", "strong fraction")) {
            assertFalse(one(o, n).verdict().isSound(), one(o, n).toString());
            assertTrue(one(o, n).verdict().reason().contains("bound"), one(o, n).toString());
            assertFalse(one(o, n).uncertainty() == 0, one(o, n).toString());
        }
        assertTrue(one(o, "strong position").uncertainty() > 0);
    }

    @Test
    void anUnfittedBandIsNamedWithItsPlace() throws Exception {
        Outcome o = run(new PeakChallenge(Family.OBEYING, 0, 20000, 0.2, 5), false, strong()).outcome().build();
        String reason = one(o, "strong area").verdict().reason();
        assertTrue(reason.contains("residuals") || reason.contains("model is not that of the data"), reason);
        assertFalse(one(o, "strong area").verdict().isSound());
    }

    @Test
    void aLimitIsNeverBelowWhatTheFitAllows() throws Exception {
        Random random = new Random(11);
        int checked = 0;
        for (int k = 0; k < 40; k++) {
            Family[] families = {Family.OBEYING, Family.SLOPE, Family.ASYMMETRY, Family.CURVATURE};
            PeakChallenge c = new PeakChallenge(families[k % 4], 1 + k % 3, Math.pow(10, 2.5 + random.nextDouble()),
                    0.03 * random.nextDouble(), 500 + k);
            PeakFitStep.Result r = run(c, k % 2 == 0, strong(), weak());
            for (PeakFitStep.Missing m : r.missing()) {
                assertTrue(m.share() > 0 && m.share() <= 1, m.toString());
                if (!m.name().equals("weak")) {
                    continue;
                }
                checked++;
                PeakFitStep.Result kept = PeakFitStep.run(curve(c), new PeakFitSettings(Range.ALL, List.of(strong(),
                        weak().with("area", Constrained.free(100))), true, 0, k % 2 == 0, SHAPES,
                        List.of(BackgroundModel.Kind.SHIRLEY, BackgroundModel.Kind.LINEAR), new PeakHints(1.7, 0.6, 5),
                        2), Progress.none());
                // the estimate is that of the free fit of detection; a start of its own may end elsewhere by a little
                PeakFit.Estimate area = kept.fit().estimate(1, "area");
                assertTrue(m.limit() > 0.9 * area.value(), m + " but " + area);
            }
        }
        assertTrue(checked >= 10, checked + " limits");
    }

    @Test
    void theLimitIsTheCriticalAreaAndAOneSidedMargin() throws Exception {
        PeakChallenge c = obeying(2000, 0, 7);
        PeakComponent held = weak().with("position", Constrained.fixed(685.15)).with("fwhm", Constrained.fixed(1.6));
        PeakFitStep.Result r = run(c, false, strong(), held);
        PeakFitStep.Missing m = r.missing().get(0);
        PeakFit free = PeakFitStep.run(curve(c), new PeakFitSettings(Range.ALL, List.of(strong(), held.with("area",
                Constrained.free(0))), true, 0, false, List.of(), List.of(), new PeakHints(1.7, 0.6, 5), 2),
                Progress.none()).fit();
        double u = free.estimate(1, "area").uncertainty();
        assertEquals((3 + 1.6449) * u, m.limit(), 0.02 * m.limit());
        double others = free.totalArea(0).value();
        assertEquals(m.limit() / (m.limit() + others), m.share(), 0.02 * m.share());
    }

    @Test
    void aLocalMinimumIsNoAbsence() throws Exception {
        int missed = 0;
        for (long seed = 1; seed <= 30; seed++) {
            PeakChallenge c = obeying(10000, 0.03, seed);
            // a start on the wrong side of the window, where nothing is
            PeakFitStep.Result r = run(c, false, strong(), weak().with("position",
                    Constrained.parse("686.55 [684.2, 686.6]")).with("fwhm", Constrained.parse("0.85 [0.8, 2.6]")));
            missed += r.missing().isEmpty() ? 0 : 1;
        }
        assertEquals(0, missed);
    }
}
