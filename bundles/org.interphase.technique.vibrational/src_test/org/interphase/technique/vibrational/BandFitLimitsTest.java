package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.figure.Handle;
import org.interphase.model.unit.Unit;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.technique.vibrational.axis.WavenumberScale;
import org.interphase.technique.vibrational.operation.BandFitOperation;
import org.junit.jupiter.api.Test;

/** Whatever becomes of weak bands, each that was asked for is found or gets a limit, and the step can be run again. */
class BandFitLimitsTest {

    private static final List<String> NAMES = List.of("absent", "strong", "weak");

    private static Curve spectrum(double weak, double correlated, int points, long seed) {
        double[] x = new double[points];
        double[] y = new double[points];
        SplittableRandom random = new SplittableRandom(seed);
        double before = random.nextGaussian();
        for (int i = 0; i < points; i++) {
            x[i] = 1300 + 400.0 * i / (points - 1);
            double own = random.nextGaussian();
            before = correlated * before + Math.sqrt(1 - correlated * correlated) * own;
            y[i] = 100 + before + 60 * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1500) / 30, 2))
                    + weak * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1600) / 30, 2));
        }
        return new Curve(DatasetHeader.of("made", "raman", Metadata.EMPTY), Axis.of("Raman shift", Unit.of("cm-1"), x,
                Direction.ASCENDING), Signal.of("Intensity", Unit.of("a.u."), y));
    }

    private static PeakComponent band(String name, double from, double to) {
        return PeakComponent.of(name, "pseudo-voigt").with("position", Constrained.bounded(Double.NaN, from, to))
                .with("fwhm", Constrained.bounded(30, 12, 70)).with("mixing", Constrained.bounded(0.5, 0, 1));
    }

    private static BandFitOperation.Parameters asked() {
        return new BandFitOperation.Parameters(Range.ALL, List.of(band("absent", 1380, 1420),
                band("strong", 1480, 1520), band("weak", 1580, 1620)), BandFitOperation.Parameters.Base.LINEAR, 4,
                List.of("absent / strong", "weak / absent"));
    }

    private static List<String> told(Outcome o) {
        return o.measurements().stream().filter(m -> m.name().endsWith(" area")).filter(m -> m.isDetected()
                || m.limit() > 0).map(m -> m.name().substring(0, m.name().length() - 5)).sorted().toList();
    }

    @Test
    void everyBandIsFoundOrHasALimitAndKeepsItsPlaceInTheStep() throws Exception {
        int mixed = 0;
        for (int seed = 0; seed < 8; seed++) {
            Curve c = spectrum(2.2, 0, 201, seed);
            Outcome o = new BandFitOperation().apply(c, asked(), Progress.none());
            assertEquals(NAMES, told(o), o.measurements().toString());
            BandFitOperation.Parameters again = (BandFitOperation.Parameters) o.resolved().orElseThrow();
            assertEquals(NAMES, again.components().stream().map(PeakComponent::name).toList());
            assertTrue(again.components().stream().noneMatch(b -> b.mixing().fixed()), again.toString());
            for (Handle h : o.handles()) {
                int index = Integer.parseInt(h.parameter().substring(11, h.parameter().indexOf(']')));
                assertEquals(h.component(), NAMES.get(index));
            }
            assertEquals(NAMES, told(new BandFitOperation().apply(c, again, Progress.none())));
            boolean weak = one(o, "weak area").isDetected();
            mixed += weak ? 1 : 0;
            Measurement ratio = one(o, "A(absent)/A(strong)");
            double least = one(o, "strong area").value() - 1.645 * one(o, "strong area").uncertainty();
            assertEquals(one(o, "absent area").limit() / least, ratio.limit(), 1e-6 * ratio.limit());
            assertTrue(one(o, "A(weak)/A(absent)").verdict().isWithheld());
        }
        assertTrue(mixed > 0 && mixed < 8, "the level does not tell weak from strong: " + mixed);
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void pointsThatHangTogetherAndCannotBeLeftOutCastDoubt() throws Exception {
        // 31 points for one band and a line: none can be spared
        List<Measurement> areas = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            Outcome o = new BandFitOperation().apply(spectrum(60, 0.6, 301, seed), new BandFitOperation.Parameters(
                    new Range(1480, 1520), List.of(band("strong", 1480, 1520)),
                    BandFitOperation.Parameters.Base.LINEAR, 4, List.of()), Progress.none());
            areas.add(one(o, "strong area"));
        }
        assertTrue(areas.stream().allMatch(a -> !a.verdict().isSound() && a.verdict().reason().contains("scatter "
                + "together")), areas.toString());
    }

    private static Outcome fit(Curve c, List<PeakComponent> bands, boolean neighbours, String... ratios)
            throws AnalysisException {
        return new BandFitOperation().apply(c, new BandFitOperation.Parameters(Range.ALL, bands,
                BandFitOperation.Parameters.Base.LINEAR, 4, List.of(ratios), neighbours, List.of("C=C"), null),
                Progress.none());
    }

    @Test
    void whatLinesThatLeanWouldChangeCountsWhereABandIsMissingToo() throws Exception {
        double[] x = new double[301];
        double[] y = new double[301];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < x.length; i++) {
            x[i] = 1300 + 400.0 * i / 300;
            double width = x[i] < 1500 ? 33 : 27;
            y[i] = 100 + random.nextGaussian() + 30 * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1500) / width, 2));
        }
        Curve c = new Curve(DatasetHeader.of("leaning", "raman", Metadata.EMPTY), Axis.of("Raman shift",
                Unit.of("cm-1"), x, Direction.ASCENDING), Signal.of("Intensity", Unit.of("a.u."), y));
        Measurement alone = one(fit(c, List.of(band("strong", 1480, 1520)), false), "strong position");
        Outcome o = fit(c, List.of(band("absent", 1380, 1390), band("strong", 1480, 1520)), false);
        assertTrue(one(o, "absent area").isNotDetected(), o.measurements().toString());
        Measurement beside = one(o, "strong position");
        assertEquals(alone.value(), beside.value(), 1e-3);
        assertEquals(alone.uncertainty(), beside.uncertainty(), 5e-3 * alone.uncertainty());
    }

    @Test
    void whatIsNoRatioIsSaidBeforeAnythingIsFitted() throws Exception {
        Curve c = spectrum(60, 0, 201, 1);
        // at the end of where it is looked for it loses its name; its ratio is checked as any other
        List<PeakComponent> bands = List.of(band("C=C", 1603, 1640), band("strong", 1480, 1520));
        assertTrue(one(fit(c, bands, false, "C=C / strong"), "C=C position").verdict().isWithheld());
        for (String ratio : List.of("C=C", "C=C / strong / C=C", "C=C / weak", "/", "")) {
            AnalysisException e = assertThrows(AnalysisException.class, () -> fit(c, bands, false, ratio), ratio);
            assertTrue(e.getMessage().contains("ratio"), e.getMessage());
        }
    }

    @Test
    void aBandThatIsCalledLikeANeighbourIsNone() throws Exception {
        // what nobody asked for stands in the residuals
        Outcome o = fit(spectrum(40, 0, 201, 1), List.of(band("neighbour 1", 1480, 1520)), true);
        assertEquals(1500, one(o, "neighbour 1 position").value(), 2);
        assertEquals(1600, one(o, "neighbour 2 position").value(), 2);
        BandFitOperation.Parameters again = (BandFitOperation.Parameters) o.resolved().orElseThrow();
        assertEquals(List.of("neighbour 1"), again.components().stream().map(PeakComponent::name).toList());
        assertTrue(o.handles().stream().anyMatch(h -> h.component().equals("neighbour 1")), o.handles().toString());
        assertTrue(o.handles().stream().noneMatch(h -> h.component().equals("neighbour 2")), o.handles().toString());
    }

    @Test
    void theAxisIsNoTruerThanTheReference() throws Exception {
        double[] x = new double[201];
        double[] y = new double[201];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 201; i++) {
            x[i] = 490 + 0.3 * i;
            y[i] = 20 + random.nextGaussian() + 1000 / (1 + Math.pow((x[i] - 521) / 2, 2));
        }
        Curve c = new Curve(DatasetHeader.of("silicon", "raman", Metadata.EMPTY), Axis.of("Raman shift",
                Unit.of("cm-1"), x, Direction.ASCENDING), Signal.of("Intensity", Unit.of("counts"), y));
        Measurement usual = one(Steps.run("vibrational.shift-calibration", c, Map.of()), "axis shift");
        Measurement exact = one(Steps.run("vibrational.shift-calibration", c, Map.of("positionUncertainty", 0)),
                "axis shift");
        assertEquals(-0.55, exact.value(), 3 * exact.uncertainty());
        assertTrue(exact.verdict().isSound() && exact.uncertainty() < 0.1, exact.toString());
        assertEquals(Math.hypot(0.5, exact.uncertainty()), usual.uncertainty(), 1e-9);
        assertTrue(usual.verdict().isSound(), usual.toString());
        // of another band than silicon's nobody knows how well its place is known
        Outcome other = Steps.run("vibrational.shift-calibration", c, Map.of("position", 522));
        assertTrue(one(other, "axis shift").verdict().reason().contains("no uncertainty of the true position"), other
                .measurements().toString());
        assertTrue(one(Steps.run("vibrational.shift-calibration", c, Map.of("position", 522, "positionUncertainty",
                0.2)), "axis shift").verdict().isSound());
        assertEquals(1, other.remarks().stream().filter(r -> r.code().equals("common-shift")).count());
        // what follows knows how far to trust the axis, however often it was shifted
        Outcome twice = Steps.run("vibrational.shift-calibration", (Curve) other.dataset(), Map.of());
        assertEquals(one(twice, "axis shift").uncertainty(), twice.dataset().product(WavenumberScale.class)
                .orElseThrow().uncertainty(), 0);
    }

    /** A fit to a hundredth of a wavenumber makes no wavenumbers true to that; widths do not hang on it. */
    @Test
    void positionsHoldTheWavenumberScale() throws Exception {
        Curve raman = spectrum(40, 0, 201, 1);
        Curve calibrated = raman.with(new WavenumberScale(0.3));
        Curve infrared = raman.withHeader(raman.header().withKind("ftir.absorbance"));
        for (String step : List.of("vibrational.fit", "vibrational.bands")) {
            Outcome exact = scaled(step, raman, 0.0);
            double fitted = one(exact, "band 1 position").uncertainty();
            assertTrue(fitted > 0 && fitted < 0.4, exact.measurements().toString());
            assertEquals(Math.hypot(fitted, 1), one(scaled(step, raman, null), "band 1 position").uncertainty(),
                    1e-9, step);
            assertEquals(Math.hypot(fitted, 0.3), one(scaled(step, calibrated, null), "band 1 position")
                    .uncertainty(), 1e-9, step);
            assertEquals(Math.hypot(fitted, 2), one(scaled(step, calibrated, 2.0), "band 1 position")
                    .uncertainty(), 1e-9, step);
            double asInfrared = one(scaled(step, infrared, 0.0), "band 1 position").uncertainty();
            assertEquals(Math.hypot(asInfrared, 0.6), one(scaled(step, infrared, null), "band 1 position")
                    .uncertainty(), 1e-9, step);
            assertEquals(one(exact, "band 1 FWHM"), one(scaled(step, raman, 2.0), "band 1 FWHM"));
        }
    }

    private static Outcome scaled(String step, Curve c, Double scale) throws Exception {
        return step.endsWith("fit") ? new BandFitOperation().apply(c, new BandFitOperation.Parameters(Range.ALL,
                List.of(band("band 1", 1480, 1520), band("band 2", 1580, 1620)),
                BandFitOperation.Parameters.Base.LINEAR, 4, List.of(), false, List.of(), scale), Progress.none())
                : Steps.run(step, c, scale == null ? Map.of() : Map.of("scale", scale));
    }

    @Test
    void aBandBesideTheReferenceCastsDoubtOnTheCalibration() throws Exception {
        double[] x = new double[201];
        double[] y = new double[201];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 201; i++) {
            x[i] = 490 + 0.3 * i;
            y[i] = 20 + random.nextGaussian() + 1000 / (1 + Math.pow((x[i] - 521) / 2, 2))
                    + 250 / (1 + Math.pow((x[i] - 514) / 2, 2));
        }
        Curve c = new Curve(DatasetHeader.of("silicon", "raman", Metadata.EMPTY), Axis.of("Raman shift",
                Unit.of("cm-1"), x, Direction.ASCENDING), Signal.of("Intensity", Unit.of("counts"), y));
        Measurement shift = one(Steps.run("vibrational.shift-calibration", c, Map.of()), "axis shift");
        assertTrue(!shift.verdict().isSound() || Math.abs(shift.value() + 0.55) < 3 * shift.uncertainty(),
                shift.toString());
        assertTrue(!shift.verdict().isSound(), shift.toString());
    }
}
