package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.figure.MapView;
import org.interphase.technique.vibrational.map.MapBand;
import org.interphase.technique.vibrational.map.SpectralMatrix;
import org.interphase.technique.vibrational.operation.MapBandsOperation;
import org.interphase.testkit.vibrational.RamanMapTruth;
import org.junit.jupiter.api.Test;

class MapTest {

    private static final MapBandsOperation.Parameters TWO = new MapBandsOperation.Parameters(Range.ALL,
            List.of(new MapBand("a", 1002, 9), new MapBand("b", 1090, 12)), List.of("b / a"), 3);

    private static Raster image(Outcome o, String name) {
        return o.extra().stream().filter(d -> d.name().equals(name)).map(Raster.class::cast).findFirst()
                .orElseThrow();
    }

    @Test
    void imagesEqualTheTruthWithinTheNoise() throws AnalysisException {
        RamanMapTruth t = RamanMapTruth.of(12, 10, 400, 2, 1);
        Outcome o = new MapBandsOperation().apply(t.stack(), TWO, Progress.none());
        Raster area = image(o, "a area");
        Raster position = image(o, "a position");
        Raster ratio = image(o, "b/a");
        assertEquals("um", area.calibration().unit().text());
        assertEquals(0.5, area.calibration().pixelWidth(), 1e-12);
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 12; column++) {
                int k = row * 12 + column;
                // a picture's first row is on top, at the largest y
                int y = 9 - row;
                double truth = t.height1()[k] * RamanMapTruth.WIDTH_1 * Math.PI / 2;
                assertEquals(truth, area.get(column, y), 0.12 * truth);
                assertEquals(t.position1()[k], position.get(column, y), 0.5);
                if (t.height2()[k] > 60) {
                    double r = t.height2()[k] * RamanMapTruth.WIDTH_2 / (t.height1()[k] * RamanMapTruth.WIDTH_1);
                    assertEquals(r, ratio.get(column, y), 0.15 * r + 0.02);
                }
            }
        }
    }

    @Test
    void pixelsWithoutTheBandAreLeftOut() throws AnalysisException {
        RamanMapTruth t = RamanMapTruth.of(8, 6, 300, 2, 2);
        Raster b = image(new MapBandsOperation().apply(t.stack(), TWO, Progress.none()), "b area");
        int empty = 0;
        for (int column = 0; column < 8; column++) {
            empty += Double.isNaN(b.get(column, 5)) ? 1 : 0;
        }
        assertTrue(empty >= 5, "the row without the band has " + empty + " empty pixels of 8");
    }

    @Test
    void mapsCanBeCancelledAndTellTheirProgress() {
        RamanMapTruth t = RamanMapTruth.of(30, 30, 256, 2, 3);
        AtomicInteger told = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String message) {
                told.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return told.get() > 2;
            }
        };
        assertThrows(CancellationException.class, () -> new MapBandsOperation().apply(t.stack(), TWO, impatient));
        assertTrue(told.get() > 2);
    }

    @Test
    void principalComponentsOfTwoSpectraExplainEverything() throws AnalysisException {
        RamanMapTruth t = RamanMapTruth.of(10, 8, 200, 0, 4);
        Outcome o = Steps.run("vibrational.map-components", t.stack(),
                Map.of("components", 3, "baseline", false));
        double sum = Steps.measurement(o, "PC 1 explained variance").value()
                + Steps.measurement(o, "PC 2 explained variance").value()
                + Steps.measurement(o, "PC 3 explained variance").value();
        assertTrue(sum > 99.9, "explained " + sum);
    }

    @Test
    void nonNegativeFactorsFindThePureSpectra() {
        double[] a = new double[80];
        double[] b = new double[80];
        for (int j = 0; j < 80; j++) {
            a[j] = Math.exp(-Math.pow((j - 20) / 4.0, 2));
            b[j] = Math.exp(-Math.pow((j - 55) / 6.0, 2));
        }
        double[][] rows = new double[60][80];
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 80; j++) {
                rows[i][j] = i * a[j] + (59 - i) * b[j];
            }
        }
        SpectralMatrix.Factors f = new SpectralMatrix(rows).nonNegative(2, 1, Progress.none());
        double areaA = Arrays.stream(a).sum();
        int first = f.spectra()[0][20] > f.spectra()[1][20] ? 0 : 1;
        for (int i = 0; i < 60; i++) {
            assertEquals(i * areaA, f.amounts()[i][first], 0.03 * 59 * areaA);
        }
    }

    @Test
    void groupsSplitTheMapWhereItsSpectraChange() throws AnalysisException {
        RamanMapTruth t = RamanMapTruth.of(9, 9, 200, 1, 5);
        Outcome o = Steps.run("vibrational.map-components", t.stack(), Map.of("method", "k-means", "components", 2));
        double share = Steps.measurement(o, "group 1 share").value();
        assertTrue(share > 40 && share < 70, "share " + share);
        Raster groups = image(o, "groups");
        assertTrue(groups.get(0, 0) != groups.get(0, 8), "top and bottom row are one group");
    }

    @Test
    void aMapIsDrawnAsPictureAndAverageSpectrum() {
        Dataset d = RamanMapTruth.of(4, 3, 100, 1, 6).stack();
        assertEquals(List.of("map", "spectrum"), new MapView().figures(d, List.of()).stream().map(f -> f.id())
                .toList());
    }

    @Test
    void aWavelengthAxisOfAMapBecomesRamanShift() throws AnalysisException {
        double[] nm = {532, 540, 550, 560};
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        Metadata laser = Metadata.EMPTY.with("laser wavelength", 532.0, "nm");
        CurveStack map = CurveStack.of(DatasetHeader.of("map", "raman.map", laser), Axis.of("Wavelength",
                Unit.of("nm"), nm, Direction.ASCENDING), "Intensity", Unit.of("counts"), values, List.of(), null);
        CurveStack shifted = (CurveStack) Steps.run("vibrational.shift-axis", map, Map.of()).dataset();
        assertEquals("cm-1", shifted.axis().unit().text());
        assertEquals(0, shifted.axis().min(), 1e-9);
        assertEquals(1e7 / 532 - 1e7 / 560, shifted.axis().max(), 1e-9);
        assertEquals(7.0, shifted.get(1, 2));
        AnalysisException e = assertThrows(AnalysisException.class, () -> Steps.run("vibrational.shift-axis",
                map.withHeader(DatasetHeader.of("map", "raman.map", laser.with("laser wavelength", 1064.0, "nm"))),
                Map.of()));
        assertTrue(e.getMessage().contains("1064"), e.getMessage());
    }

    /** Sums of a few spectra with noise: [spectrum][point]. */
    private static double[][] mixtures(int spectra, int points, int pure, double noise) {
        SplittableRandom random = new SplittableRandom(8);
        double[][] rows = new double[spectra][points];
        for (double[] r : rows) {
            for (int c = 0; c < pure; c++) {
                double amount = random.nextDouble() * (c + 1);
                for (int j = 0; j < points; j++) {
                    r[j] += amount * Math.exp(-Math.pow((j - (c + 0.5) * points / pure) / (3.0 + c), 2));
                }
            }
            for (int j = 0; j < points; j++) {
                r[j] += noise * random.nextGaussian();
            }
        }
        return rows;
    }

    @Test
    void principalComponentsAreThoseOfTheSingularValueDecomposition() {
        double[][] rows = mixtures(90, 60, 4, 0.02);
        SpectralMatrix.Factors f = new SpectralMatrix(rows).principal(4, 1, Progress.none());
        double[] mean = new double[60];
        for (double[] r : rows) {
            for (int j = 0; j < 60; j++) {
                mean[j] += r[j] / 90;
            }
        }
        double[][] centred = new double[90][60];
        for (int i = 0; i < 90; i++) {
            for (int j = 0; j < 60; j++) {
                centred[i][j] = rows[i][j] - mean[j];
            }
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(centred));
        double total = Arrays.stream(svd.getSingularValues()).map(v -> v * v).sum();
        for (int c = 0; c < 4; c++) {
            double s = svd.getSingularValues()[c];
            assertEquals(s * s / total, f.share()[c], 1e-9);
            double overlap = Math.abs(svd.getV().getColumnVector(c).dotProduct(new ArrayRealVector(f.spectra()[c])));
            assertEquals(1, overlap, 1e-7, "component " + (c + 1));
            assertTrue(Arrays.stream(f.spectra()[c]).max().orElse(0) >= -Arrays.stream(f.spectra()[c]).min().orElse(0));
        }
    }

    @Test
    void largeDataAreFactorisedToTheNoise() {
        double[][] rows = mixtures(2500, 128, 3, 0.01);
        SpectralMatrix.Factors f = new SpectralMatrix(rows).nonNegative(3, 1, Progress.none());
        double error = 0;
        double noise = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 128; j++) {
                double d = Math.max(0, rows[i][j]);
                for (int c = 0; c < 3; c++) {
                    assertTrue(f.spectra()[c][j] >= 0 && f.amounts()[i][c] >= 0);
                    d -= f.amounts()[i][c] * f.spectra()[c][j];
                }
                error += d * d;
                noise += 0.01 * 0.01;
            }
        }
        assertTrue(error < noise, "left " + error + " of noise " + noise);
    }

    @Test
    void missingSpectraAreLeftOutOfComponents() throws AnalysisException {
        CurveStack map = RamanMapTruth.of(6, 5, 200, 1, 5).stack();
        double[] values = map.values();
        Arrays.fill(values, 7 * 200, 8 * 200, Double.NaN);
        for (String method : List.of("pca", "k-means", "nmf")) {
            Outcome o = Steps.run("vibrational.map-components", map.withValues(map.axis(), values),
                    Map.of("method", method, "components", 2));
            Raster picture = (Raster) o.extra().get(0);
            int missing = 0;
            for (int k = 0; k < 30; k++) {
                missing += Double.isNaN(picture.get(k % 6, k / 6)) ? 1 : 0;
            }
            assertEquals(1, missing, method);
            // row 1 from below is row 3 from above
            assertTrue(Double.isNaN(picture.get(1, 3)), method);
            assertTrue(o.remarks().get(0).text().contains("1 of 30"), method);
        }
    }

    @Test
    void componentsCanBeCancelled() {
        RamanMapTruth t = RamanMapTruth.of(40, 40, 256, 2, 3);
        for (String method : List.of("pca", "k-means", "nmf")) {
            AtomicInteger told = new AtomicInteger();
            Progress impatient = new Progress() {
                @Override
                public void report(double fraction, String message) {
                    told.incrementAndGet();
                }

                @Override
                public boolean isCancelled() {
                    return told.get() > 7;
                }
            };
            assertThrows(CancellationException.class, () -> Steps.run("vibrational.map-components", t.stack(),
                    Map.of("method", method), impatient), method);
        }
    }
}
