package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFilesTest {

    private static List<Dataset> read(Path file) throws IOException {
        Source source = Source.of(file);
        SourceHead head = SourceHead.of(source);
        DatasetReader best = new VibrationalTechnique().readers().stream()
                .max(Comparator.comparingInt(r -> r.confidence(head))).orElseThrow();
        return best.read(source, Progress.none());
    }

    private static Dataset first(String name) throws IOException {
        return read(SharedData.require("vibrational/" + name)).get(0);
    }

    @Test
    void spcFileEqualsItsTextExportPointByPoint() throws IOException {
        Curve spc = (Curve) first("RAMAN.SPC");
        Curve text = (Curve) first("RAMAN.SPC.txt");
        assertEquals(3632, spc.axis().size());
        // the export has 12 significant digits
        assertArrayEquals(text.axis().values(), spc.axis().values(), 1e-8);
        assertArrayEquals(text.signal().values(), spc.signal().values(), 1e-9);
        assertEquals("raman", spc.kind().id());
    }

    @Test
    void renishawSpectrumHasItsAxisAndUnits() throws IOException {
        Curve c = (Curve) first("sp.wdf");
        assertEquals("Raman shift (cm-1), 1015 values from 1226.2752685546875 to 2787.514404296875",
                c.axis().toString());
        assertEquals("counts", c.signal().unit().text());
        assertEquals(532.25, c.metadata().number("laser wavelength", "nm").orElseThrow(), 0.01);
    }

    @Test
    void renishawMapHasItsGridAxisAndPicture() throws IOException {
        List<Dataset> all = read(SharedData.require("vibrational/renishaw_test_map.wdf"));
        CurveStack map = (CurveStack) all.get(0);
        assertEquals(new CurveStack.Grid(3, 3), map.grid().orElseThrow());
        assertEquals("nm", map.axis().unit().text());
        assertEquals(47, map.axis().size());
        assertEquals(346.7724758716342, map.axis().min(), 1e-3);
        Column x = map.positions().get(0);
        Column y = map.positions().get(1);
        assertEquals("um", x.unit().text());
        assertArrayEquals(new double[] {-100, 0, 100, -100, 0, 100, -100, 0, 100}, x.values());
        assertArrayEquals(new double[] {-100, -100, -100, 0, 0, 0, 100, 100, 100}, y.values());
        // values published in the tests of rosettasciio
        assertEquals(2.722048, map.get(0, 0), 1e-6);
        assertEquals(1.361024, map.get(1, 0), 1e-6);
        assertEquals(0.680512, map.get(3, 0), 1e-6);
        assertEquals(1.0428091, map.get(8, 46), 1e-6);
        Raster picture = (Raster) all.get(1);
        assertEquals("um", picture.calibration().unit().text());
        assertEquals(9096.0, picture.width() * picture.calibration().pixelWidth(), 0.1);
    }

    @Test
    void polyethyleneBandsAreFoundAndNoneInvented() throws IOException, AnalysisException {
        Outcome o = Steps.recipe("raman/identify", first("raman_hdpe.csv"), Map.of()).get("bands");
        List<Measurement> found = o.measurements().stream().filter(m -> m.name().endsWith(" position")).toList();
        double[] known = {1064.3, 1129.8, 1294.7, 1440.6, 1462.6, 2848.1, 2882.3};
        for (double k : known) {
            assertTrue(found.stream().anyMatch(m -> Math.abs(m.value() - k) <= 2), k + " not found");
        }
        // further bands of polyethylene that tables list; nothing else may appear
        double[] weak = {1170, 1370, 1416, 2722, 2931};
        for (Measurement m : found) {
            boolean real = false;
            for (double[] list : new double[][] {known, weak}) {
                for (double k : list) {
                    real |= Math.abs(m.value() - k) <= (list == known ? 2 : 8);
                }
            }
            assertTrue(real, "invented " + m.pretty());
        }
    }

    @Test
    void theChartNamesOnlySpeciesThatFitAsAWhole() throws IOException, AnalysisException {
        Outcome o = Steps.recipe("raman/identify", first("raman_hdpe.csv"), Map.of()).get("assign");
        List<String> texts = o.overlays().stream().map(Overlay::layer).filter(Layer.Labels.class::isInstance)
                .flatMap(l -> ((Layer.Labels) l).texts().stream()).map(Layer.Text::text).toList();
        assertTrue(texts.stream().filter(t -> t.endsWith(" polyethylene")).count() >= 7, texts.toString());
        assertTrue(texts.stream().allMatch(t -> t.endsWith(" polyethylene") || t.matches("[0-9.]+")),
                texts.toString());
    }

    @Test
    void polystyreneIsNotTakenForPvdf() throws IOException, AnalysisException {
        Outcome o = Steps.recipe("ftir/pvdf-phase", first("ftir_ps.0"), Map.of()).get("phase");
        Measurement fraction = o.measurements().stream().filter(m -> m.name().equals("F(beta)")).findFirst()
                .orElseThrow();
        assertTrue(Double.isNaN(fraction.value()), fraction.pretty());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("does not look like PVDF")));
        assertTrue(o.remarks().stream().noneMatch(r -> r.text().contains("are both there")));
    }

    @Test
    void everyFileOpensWithItsKind() throws IOException {
        assertEquals("ftir.absorbance", first("ftir_ps.0").kind().id());
        assertEquals(3, read(SharedData.require("vibrational/ftir_ps.0")).size());
        assertEquals("ftir.reflectance", first("fitr_nitrocellulose.jdx").kind().id());
        assertEquals("raman", first("raman_atacamit.spc").kind().id());
        assertEquals("raman", first("raman_hdpe.csv").kind().id());
        assertEquals("raman", first("RAMAN.SPC.txt").kind().id());
    }

    @Test
    void bwTekTextHasItsPixelsWithAShiftAndTheRestIsSaid() throws IOException {
        Curve c = (Curve) first("bwtek_iraman785.txt");
        assertEquals("raman", c.kind().id());
        assertEquals(1915, c.axis().size());
        assertEquals(-61.6, c.axis().min());
        assertEquals(3201.75, c.axis().max());
        assertEquals(784.9, c.metadata().number("laser wavelength", "nm").orElseThrow());
        assertEquals(13566.4, c.signal().max());
        int at = 0;
        while (c.signal().get(at) < 13566.4) {
            at++;
        }
        assertEquals(-4.98, c.axis().get(at));
        assertTrue(c.header().remarks().get(0).text().startsWith("133 of 2048 pixels"));
    }

    @ParameterizedTest
    @CsvSource({"ftir_ps.0, polystyrene", "raman_hdpe.csv, polyethylene", "raman_atacamit.spc, atacamite",
        "RAMAN.SPC, cyclohexane", "sp.wdf, graphite or graphene"})
    void theReferenceTableNamesTheSubstanceFirst(String file, String species) throws IOException, AnalysisException {
        String recipe = file.startsWith("ftir") ? "ftir/identify" : "raman/identify";
        assertTrue(new VibrationalTechnique().recipes().stream().filter(r -> r.id().equals(recipe)).findFirst()
                .orElseThrow().applies().refusal(first(file)).isEmpty(), "refused");
        Outcome o = Steps.recipe(recipe, first(file), Map.of()).get("assign");
        assertEquals("score " + species, o.measurements().get(0).name());
        // what shares a few bands with the substance but lacks its own strong ones is not named
        assertTrue(o.measurements().stream().noneMatch(m -> m.name().equals("score PAN")
                || m.name().equals("score Li2CO3")), "named: " + o.measurements());
    }

    @Test
    void scatteredLaserLightIsNoBand() throws IOException, AnalysisException {
        Outcome o = Steps.recipe("raman/identify", first("RAMAN.SPC"), Map.of()).get("bands");
        assertTrue(o.measurements().stream().filter(m -> m.name().endsWith("position"))
                .allMatch(m -> m.value() > 20));
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("laser light")));
    }

    @ParameterizedTest
    @CsvSource({"ftir_ps.0, derivative-correlation", "fitr_nitrocellulose.jdx, derivative-correlation",
        "raman_hdpe.csv, derivative-correlation", "raman_atacamit.spc, derivative-correlation",
        "ftir_ps.0, correlation", "fitr_nitrocellulose.jdx, spectral-angle", "raman_hdpe.csv, correlation",
        "raman_hdpe.csv, peak-list", "raman_atacamit.spc, spectral-angle", "raman_atacamit.spc, peak-list"})
    void aNoisyResampledCopyIsMatchedFirst(String file, String measure, @TempDir Path library)
            throws IOException, AnalysisException {
        for (String f : List.of("ftir_ps.0", "fitr_nitrocellulose.jdx", "raman_hdpe.csv", "raman_atacamit.spc")) {
            java.nio.file.Files.copy(SharedData.require("vibrational/" + f), library.resolve(f));
        }
        Outcome o = Steps.run("vibrational.match", worse((Curve) first(file)),
                Map.of("library", library.toString(), "measure", measure));
        assertEquals("match 1: " + file, o.measurements().get(0).name());
        double second = o.measurements().size() > 1 ? o.measurements().get(1).value() : 0;
        assertTrue(o.measurements().get(0).value() > second + 0.1, "match " + o.measurements());
    }

    /** Every second point, scaled, on a slope, with noise of a hundredth of the range. */
    private static Curve worse(Curve c) {
        SplittableRandom random = new SplittableRandom(3);
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        double range = c.signal().max() - c.signal().min();
        boolean ratio = c.kind().id().equals("ftir.reflectance");
        for (int i = 0; i < c.axis().size(); i += 2) {
            double t = (double) i / c.axis().size();
            x.add(c.axis().get(i));
            y.add(ratio ? c.signal().get(i) * (1 + 0.01 * random.nextGaussian())
                    : 0.7 * c.signal().get(i) + 0.1 * range * t + 0.007 * range * random.nextGaussian());
        }
        return Curve.ofUnsorted(c.header(), c.axis().quantity(), c.axis().unit(), c.axis().direction(),
                x.stream().mapToDouble(v -> v).toArray(), c.signal().quantity(), c.signal().unit(),
                y.stream().mapToDouble(v -> v).toArray(), null);
    }
}
