package org.interphase.spectra.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

/** Every kind of constraint holds exactly in the result. */
class ConstraintTest {

    private static final XpsRegionTruth TRUTH = XpsRegionTruth.of("F 1s", 680, 0.1, 140, 900, 0.003,
            List.of(new PeakTruth("CF2", 688.2, 1.8, 4000, 0.25), new PeakTruth("LiF", 685.1, 1.6, 1500, 0.25)), 42);

    private static Curve data() {
        Curve c = TRUTH.toCurve();
        return c.with(new Background("shirley", new double[c.axis().size()], null))
                .with(new BackgroundModel(BackgroundModel.Kind.SHIRLEY, 680, 694));
    }

    private static PeakFit fit(PeakComponent... components) throws AnalysisException {
        PeakFitSettings s = new PeakFitSettings(org.interphase.api.parameters.Range.ALL, List.of(components), true, 0,
                false, List.of(), List.of(), new PeakHints(1.7, 0.6, 4), 2);
        return PeakFitStep.run(data(), s, Progress.none()).fit();
    }

    private static PeakComponent cf2() {
        return PeakComponent.of("CF2", "pseudo-voigt", "auto [687, 690]", "auto", "auto");
    }

    private static PeakComponent lif() {
        return PeakComponent.of("LiF", "pseudo-voigt", "auto [684, 686.5]", "auto", "auto");
    }

    private static double value(PeakFit f, int component, String parameter) {
        return f.estimate(component, parameter).value();
    }

    @Test
    void freeParametersFindTheTruth() throws Exception {
        PeakFit f = fit(cf2(), lif());
        assertEquals(688.2, value(f, 0, "position"), 4 * f.estimate(0, "position").uncertainty());
        assertEquals(TRUTH.peaks().get(0).area(), value(f, 0, "area"), 4 * f.estimate(0, "area").uncertainty());
        assertEquals(TRUTH.peaks().get(1).area(), value(f, 1, "area"), 4 * f.estimate(1, "area").uncertainty());
        assertEquals(1, f.reducedChiSquare(), 0.4);
    }

    @Test
    void fixedIsHeldToTheLastBit() throws Exception {
        PeakFit f = fit(cf2(), lif().with("position", Constrained.parse("fixed 685.25")).with("fwhm",
                Constrained.fixed(1.55)));
        assertEquals(685.25, value(f, 1, "position"));
        assertEquals(1.55, value(f, 1, "fwhm"));
        assertEquals(0, f.estimate(1, "position").uncertainty());
    }

    @Test
    void equalIsEqual() throws Exception {
        PeakFit f = fit(cf2(), lif().with("fwhm", Constrained.parse("= CF2")).with("mixing",
                Constrained.parse("= CF2")));
        assertEquals(value(f, 0, "fwhm"), value(f, 1, "fwhm"));
        assertEquals(value(f, 0, "mixing"), value(f, 1, "mixing"));
        assertEquals(f.estimate(0, "fwhm").uncertainty(), f.estimate(1, "fwhm").uncertainty());
    }

    @Test
    void offsetIsExact() throws Exception {
        PeakFit f = fit(cf2(), lif().with("position", Constrained.parse("= CF2 - 3.1")));
        assertEquals(value(f, 0, "position") - 3.1, value(f, 1, "position"));
    }

    @Test
    void ratioIsExact() throws Exception {
        PeakFit f = fit(cf2(), lif().with("area", Constrained.parse("= CF2 * 0.35")));
        assertEquals(0.35 * value(f, 0, "area"), value(f, 1, "area"));
    }

    @Test
    void aParameterCanFollowAnotherKindOfParameter() throws Exception {
        PeakFit f = fit(cf2(), lif().with("mixing", Constrained.parse("= CF2.fwhm * 0.1")));
        assertEquals(0.1 * value(f, 0, "fwhm"), value(f, 1, "mixing"));
    }

    @Test
    void boundsAreNeverCrossedAndTheEndIsReported() throws Exception {
        PeakFit f = fit(cf2().with("fwhm", Constrained.parse("1.5 [1.4, 1.6]")), lif());
        assertTrue(value(f, 0, "fwhm") <= 1.6);
        assertEquals(1.6, value(f, 0, "fwhm"), 1e-9);
        assertTrue(f.numerics().identifiability().atBound().contains("CF2.fwhm"));
    }

    @Test
    void chainsOfTiesHold() throws Exception {
        PeakFit f = fit(cf2(), lif().with("fwhm", Constrained.parse("= CF2 * 0.9")), PeakComponent.of("third",
                "pseudo-voigt", "fixed 691", "= LiF + 0.2", "auto").with("mixing", Constrained.fixed(0.3)));
        assertEquals(0.9 * value(f, 0, "fwhm") + 0.2, value(f, 2, "fwhm"));
    }

    @Test
    void doubletsKeepSplittingAndRatio() throws Exception {
        PeakFit f = fit(cf2(), lif().doublet(1.18, 0.5));
        assertEquals(1.18, value(f, 1, "splitting"));
        assertEquals(0.5, value(f, 1, "ratio"));
        assertEquals(1.5 * value(f, 1, "area"), f.totalArea(1).value(), 1e-9 * f.totalArea(1).value());
    }

    @Test
    void circlesAndStrangersAreRefusedByName() {
        AnalysisException e = assertThrows(AnalysisException.class, () -> fit(cf2().with("fwhm",
                Constrained.parse("= LiF")), lif().with("fwhm", Constrained.parse("= CF2"))));
        assertTrue(e.getMessage().contains("circle"), e.getMessage());
        e = assertThrows(AnalysisException.class, () -> fit(cf2(), lif().with("fwhm", Constrained.parse("= CF3"))));
        assertTrue(e.getMessage().contains("did you mean 'CF2'"), e.getMessage());
        e = assertThrows(AnalysisException.class, () -> fit(cf2(), cf2()));
        assertTrue(e.getMessage().contains("CF2"), e.getMessage());
    }

    @Test
    void removingALeaderKeepsItsFollowersTogether() {
        List<PeakComponent> all = List.of(cf2(), lif().with("position", Constrained.parse("= CF2 - 3")),
                PeakComponent.of("x", "GL(30)", "= CF2 + 1", "= CF2 * 2", "auto"));
        List<PeakComponent> left = Removal.without(all, 0).orElseThrow();
        assertEquals("auto [684, 687]", left.get(0).position().toString());
        assertEquals("= LiF + 4", left.get(1).position().toString());
    }

    @Test
    void shapesReadBackAsWritten() {
        for (String s : List.of("GL(30)", "SGL(10)", "pseudo-voigt", "voigt", "gaussian", "LA(1.5,2.5)")) {
            assertEquals(s, PeakShape.parse(s).toString());
        }
        assertThrows(IllegalArgumentException.class, () -> PeakShape.parse("GL(130)"));
        assertThrows(IllegalArgumentException.class, () -> PeakShape.parse("gausian"));
    }
}
