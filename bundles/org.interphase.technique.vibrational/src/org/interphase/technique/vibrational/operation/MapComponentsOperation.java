package org.interphase.technique.vibrational.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.DistanceMeasure;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.CurveStack;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.background.ArPls;
import org.interphase.technique.vibrational.map.MapImages;
import org.interphase.technique.vibrational.map.SpectralMatrix;

/** Takes the spectra of a map apart into components or groups. */
public final class MapComponentsOperation implements Operation<CurveStack, MapComponentsOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Method", def = "pca", help = "Principal components (directions of largest variance), "
                    + "k-means (groups of like spectra), or non-negative matrix factorisation (spectra and amounts, "
                    + "both positive).") Method method,
            @Param(label = "Components", def = "3", min = 1, max = 20, help = "Number of components or groups.")
            int components,
            @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of each spectrum that counts.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Normalise", def = "false", help = "Scale each spectrum to unit length first, so that "
                    + "shapes count and intensity does not.") boolean normalise,
            @Param(label = "Remove baseline", def = "true", help = "Take a baseline (arPLS) off each spectrum first.")
            boolean baseline,
            @Param(label = "Seed", def = "1", help = "Seed of the random start.", advanced = true) long seed) {

        /** How spectra are taken apart. */
        public enum Method {
            /** Principal component analysis. */
            PCA,
            /** k-means clustering. */
            K_MEANS,
            /** Non-negative matrix factorisation. */
            NMF
        }
    }

    private static final int SCORES = 8;
    private static final double BASELINE_POINTS = 60;

    @Override
    public OperationInfo<CurveStack, Parameters> info() {
        return OperationInfo.of("vibrational.map-components", 1, "Map components",
                "Principal components, k-means groups or non-negative factors of the spectra of a map, with their "
                        + "spectra and pictures of their amounts.",
                CurveStack.class, Parameters.class,
                Publication.article("A. Cichocki, A.-H. Phan",
                        "Fast local algorithms for large scale nonnegative matrix and tensor "
                        + "factorizations")
                        .in("IEICE Trans. Fundamentals", 2009, "E92-A", "708-721")
                        .doi("10.1587/transfun.E92.A.708").seen().cited("Cichocki 2009"))
                .forKinds("raman.map", "ftir.map");
    }

    @Override
    public Outcome apply(CurveStack input, Parameters p, Progress progress) throws AnalysisException {
        double[] axis = input.axis().values();
        int from = 0;
        int to = axis.length;
        while (from < to && !p.range().contains(axis[from])) {
            from++;
        }
        while (to > from && !p.range().contains(axis[to - 1])) {
            to--;
        }
        int[] whole = whole(input, from, to);
        if (to - from < 5 || whole.length <= p.components()) {
            throw new AnalysisException("The range holds " + (to - from) + " points and the map " + whole.length
                    + " whole spectra: too few for " + p.components() + " components.");
        }
        double[][] rows = rows(input, whole, from, to, p, progress.part(0, 0.3));
        SpectralMatrix matrix = new SpectralMatrix(rows);
        double[] x = Arrays.copyOfRange(axis, from, to);
        Outcome.Builder out = Outcome.builder(input);
        if (whole.length < input.curves()) {
            out.remark(Remark.info((input.curves() - whole.length) + " of " + input.curves() + " spectra are missing "
                    + "or have missing points; they are left out."));
        }
        Progress rest = progress.part(0.3, 1);
        switch (p.method()) {
            case PCA -> factors(out, input, whole, x, matrix.principal(p.components(), p.seed(), rest), "PC", false);
            case NMF -> factors(out, input, whole, x, matrix.nonNegative(p.components(), p.seed(), rest),
                    "component", true);
            case K_MEANS -> groups(out, input, whole, x, rows, matrix, p, rest);
        }
        return out.build();
    }

    /** Indices of the spectra that have a value at every point. */
    private static int[] whole(CurveStack input, int from, int to) {
        return IntStream.range(0, input.curves()).filter(i -> Arrays.stream(input.row(i), from, Math.max(from, to))
                .allMatch(Double::isFinite)).toArray();
    }

    private static double[][] rows(CurveStack input, int[] whole, int from, int to, Parameters p,
            Progress progress) {
        double[][] rows = new double[whole.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(input.row(whole[i]), from, to);
        }
        AtomicInteger done = new AtomicInteger();
        double lambda = Math.min(1e9, Math.max(10, Math.pow(Math.min(BASELINE_POINTS, (to - from) / 4.0), 4)));
        IntStream.range(0, rows.length).parallel().forEach(i -> {
            progress.checkCancelled();
            if (p.baseline()) {
                rows[i] = new ArPls(lambda).of(rows[i]).subtractFrom(rows[i]);
            }
            if (p.normalise()) {
                double norm = Math.sqrt(Arrays.stream(rows[i]).map(v -> v * v).sum());
                for (int j = 0; j < rows[i].length && norm > 0; j++) {
                    rows[i][j] /= norm;
                }
            }
            int n = done.incrementAndGet();
            if (n % 256 == 0) {
                progress.report((double) n / rows.length, "baselines");
            }
        });
        return rows;
    }

    private static void factors(Outcome.Builder out, CurveStack input, int[] whole, double[] x,
            SpectralMatrix.Factors f, String word, boolean amounts) {
        List<Layer> lines = new ArrayList<>();
        for (int c = 0; c < f.spectra().length; c++) {
            String name = word + " " + (c + 1);
            int column = c;
            lines.add(new Layer.Line(name, x, f.spectra()[c], Style.line(Colour.component(c), 1.2)));
            out.measure(name + (amounts ? " share of signal" : " explained variance"), "", 100 * f.share()[c],
                    Double.NaN, "%");
            picture(out, input, spread(input, whole, i -> f.amounts()[i][column]), name,
                    amounts ? "Amount" : "Score", Layer.ColourMap.VIRIDIS);
        }
        out.figure(spectra(input, lines, amounts ? "Spectra of the components, each of unit area."
                : "Loadings of the principal components."));
        if (!amounts) {
            out.remark(Remark.info("Principal components are directions of variance, not substances: their spectra may "
                    + "be negative."));
        } else {
            out.remark(Remark.info("The factors depend on their number and are not unique: compare them with spectra "
                    + "of the pure substances."));
        }
    }

    /** Values of the whole spectra at their places, not a number at the others. */
    private static double[] spread(CurveStack input, int[] whole, IntToDoubleFunction value) {
        double[] out = new double[input.curves()];
        Arrays.fill(out, Double.NaN);
        for (int i = 0; i < whole.length; i++) {
            out[whole[i]] = value.applyAsDouble(i);
        }
        return out;
    }

    private static void groups(Outcome.Builder out, CurveStack input, int[] whole, double[] x, double[][] rows,
            SpectralMatrix matrix, Parameters p, Progress progress) {
        int k = Math.min(SCORES, Math.min(rows.length - 1, x.length));
        double[][] scores = matrix.scores(k, p.seed(), progress.part(0, 0.8));
        DistanceMeasure distance = new EuclideanDistance();
        DistanceMeasure cancellable = (a, b) -> {
            progress.checkCancelled();
            return distance.compute(a, b);
        };
        List<DoublePoint> points = Arrays.stream(scores).map(DoublePoint::new).toList();
        List<CentroidCluster<DoublePoint>> clusters = new KMeansPlusPlusClusterer<DoublePoint>(p.components(), 300,
                cancellable, new Well19937c(p.seed())).cluster(points);
        List<CentroidCluster<DoublePoint>> sorted = new ArrayList<>(clusters);
        sorted.sort((a, b) -> Integer.compare(b.getPoints().size(), a.getPoints().size()));
        double[] labels = new double[rows.length];
        List<Layer> lines = new ArrayList<>();
        for (int c = 0; c < sorted.size(); c++) {
            java.util.Set<DoublePoint> members = java.util.Collections.newSetFromMap(
                    new java.util.IdentityHashMap<>());
            members.addAll(sorted.get(c).getPoints());
            double[] mean = new double[x.length];
            for (int i = 0; i < rows.length; i++) {
                if (members.contains(points.get(i))) {
                    labels[i] = c + 1;
                    for (int j = 0; j < mean.length; j++) {
                        mean[j] += rows[i][j] / members.size();
                    }
                }
            }
            lines.add(new Layer.Line("group " + (c + 1), x, mean, Style.line(Colour.component(c), 1.2)));
            out.measure("group " + (c + 1) + " share", "", 100.0 * members.size() / rows.length, Double.NaN, "%");
        }
        picture(out, input, spread(input, whole, i -> labels[i]), "groups", "Group", Layer.ColourMap.LABELS);
        out.figure(spectra(input, lines, "Average spectra of the groups."));
        out.remark(Remark.info(String.format(Locale.ROOT, "Spectra are grouped by their first %d principal component "
                + "scores; the number of groups is the analyst's choice.", k)));
    }

    private static void picture(Outcome.Builder out, CurveStack input, double[] values, String name, String quantity,
            Layer.ColourMap colours) {
        if (MapImages.isDrawable(input)) {
            Raster raster = MapImages.raster(input, values, name, "component-image", quantity, Unit.ONE);
            out.extra(raster);
            out.figure(MapImages.figure(input, raster, name.replace(' ', '-'), name, "Map of " + name + ".", colours));
        }
    }

    private static Figure spectra(CurveStack input, List<Layer> lines, String caption) {
        return Figure.of("component-spectra", "Component spectra", caption, Panel.of(Panel.MAIN,
                AxisSpec.of(input.axis()), AxisSpec.of(input.quantity(), input.unit()), lines));
    }
}
