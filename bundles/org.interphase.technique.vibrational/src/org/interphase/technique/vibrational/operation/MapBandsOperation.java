package org.interphase.technique.vibrational.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.spectra.peak.AreaUnit;
import org.interphase.technique.vibrational.axis.WavenumberScale;
import org.interphase.technique.vibrational.bands.Band;
import org.interphase.technique.vibrational.bands.BandFinder;
import org.interphase.technique.vibrational.map.BandImages;
import org.interphase.technique.vibrational.map.MapBand;
import org.interphase.technique.vibrational.map.MapImages;
import org.interphase.technique.vibrational.map.MapModel;
import org.interphase.technique.vibrational.map.MapPresence;

/** Images of band area, height, position, width and ratios over a map. */
public final class MapBandsOperation implements Operation<CurveStack, MapBandsOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of each spectrum that is fitted, with the "
                    + "bands and some baseline on either side. All: around the bands.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Bands", def = "", help = "Bands to image; empty for the three strongest of the average "
                    + "spectrum.") List<MapBand> bands,
            @Param(label = "Ratios", def = "",
                    help = "Ratios of band areas to image, such as D / G, separated by commas.")
            List<String> ratios,
            @Param(label = "Detection", def = "3", min = 0, max = 100, help = "Pixels where a band's height is fewer "
                    + "standard uncertainties are left out of its images.") double detection,
            @Param(label = "Wavenumber scale", unit = "cm-1", def = "", min = 0, max = 100, advanced = true,
                    help = WavenumberScale.HELP) Double scale) {

        /** Wavenumbers as well known as the data say, or usual ones. */
        public Parameters(Range range, List<MapBand> bands, List<String> ratios, double detection) {
            this(range, bands, ratios, detection, null);
        }
    }

    private static final int AUTOMATIC = 3;

    @Override
    public OperationInfo<CurveStack, Parameters> info() {
        return OperationInfo.of("vibrational.map-bands", 5, "Band images",
                "Fits the same bands and a baseline in every spectrum of a map, on all cores, starting from the "
                        + "average spectrum, and draws area, position and width and the ratios asked for. The "
                        + "baseline is straight, or a parabola where the average spectrum clearly prefers it. Whether "
                        + "a band is there is told by its height with place and shape held. Pixels where the fit "
                        + "failed or the band is not detected are left out.",
                CurveStack.class, Parameters.class).forKinds("raman.map", "ftir.map");
    }

    @Override
    public Outcome apply(CurveStack input, Parameters p, Progress progress) throws AnalysisException {
        List<MapBand> bands = p.bands().isEmpty() ? strongest(input, p.range(), progress) : p.bands();
        Set<String> names = new HashSet<>();
        for (MapBand b : bands) {
            if (!names.add(b.name())) {
                throw new AnalysisException("Two bands are called '" + b.name() + "'; give each its own name.");
            }
        }
        for (String ratio : p.ratios()) {
            indices(bands, ratio);
        }
        List<List<MapBand>> groups = groups(bands, input.axis(), p.range());
        Outcome.Builder out = Outcome.builder(input);
        List<Column> table = new ArrayList<>(input.positions());
        double[][] areas = new double[bands.size()][];
        Verdict[] verdicts = new Verdict[bands.size()];
        double[] relative = new double[bands.size()];
        int g = 0;
        for (List<MapBand> group : groups) {
            int[] window = window(group, input.axis(), p.range());
            BandImages images;
            try {
                images = BandImages.fit(input, window[0], window[1], group, p.detection(),
                        progress.part((double) g / groups.size(), (g + 1.0) / groups.size()));
            } catch (IllegalArgumentException e) {
                throw new AnalysisException("The bands cannot be fitted: " + e.getMessage() + ". Widen the range.", e);
            }
            g++;
            if (images.isBent()) {
                out.remark(Remark.info("The baseline under " + String.join(", ", group.stream().map(MapBand::name)
                        .toList()) + " is a parabola, which the average spectrum prefers to a straight line."));
            }
            for (int b = 0; b < group.size(); b++) {
                MapBand band = group.get(b);
                areas[bands.indexOf(band)] = images.area(b);
                relative[bands.indexOf(band)] = images.model(b).area();
                verdicts[bands.indexOf(band)] = report(out, input, table, band, b, images, p);
            }
        }
        for (String ratio : p.ratios()) {
            ratio(out, input, table, bands, areas, verdicts, relative, ratio);
        }
        int unmeasured = input.curves() - MapImages.measured(input);
        if (unmeasured > 0) {
            out.remark(Remark.info(unmeasured + " of " + input.curves() + " pixels were not measured; they count "
                    + "nowhere."));
        }
        if (!MapImages.isDrawable(input)) {
            out.extra(new Table(DatasetHeader.of(input.name() + " bands", "map-bands", Metadata.EMPTY), table));
            out.remark(Remark.info("The spectra fill no regular grid, so there are no pictures; the values are in a "
                    + "table."));
        }
        return out.resolved(new Parameters(p.range(), bands, p.ratios(), p.detection(), p.scale())).build();
    }

    @Override
    public String methods(Parameters p) {
        return "Bands and a baseline, straight or a parabola as the average spectrum asks for, were fitted in every "
                + "spectrum of the map. "
                + WavenumberScale.methods(p.scale());
    }

    /** The strongest bands of the average spectrum. */
    private static List<MapBand> strongest(CurveStack input, Range range, Progress progress)
            throws AnalysisException {
        if (!input.axis().unit().text().equals("cm-1")) {
            throw new AnalysisException("The map's axis is " + input.axis().quantity() + " in " + input.axis().unit()
                    + ". Name the bands to image in that unit.");
        }
        double[] x = input.axis().values();
        double[] y = BandImages.mean(input, 0, x.length);
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        double[] net = new ArPls(Math.min(1e10, Math.max(10, Math.pow(120 / step, 4)))).of(y).subtractFrom(y);
        List<Band> found = new ArrayList<>(BandFinder.find(x, net, NoiseLevel.of(y, null),
                new BandFinder.Settings(5, 80, 0.05, false), progress).bands());
        found.removeIf(b -> !range.contains(b.position()));
        found.sort(Comparator.comparingDouble(Band::area).reversed());
        List<MapBand> out = new ArrayList<>();
        for (Band b : found.subList(0, Math.min(AUTOMATIC, found.size()))) {
            double at = Math.rint(b.position() * 10) / 10;
            out.add(new MapBand(String.format(Locale.ROOT, "%.0f", b.position()), at,
                    Math.max(2 * step, Math.rint(b.fwhm() * 10) / 10)));
        }
        if (out.isEmpty()) {
            throw new AnalysisException("The average spectrum has no band that stands out. Name the bands to image.");
        }
        out.sort(Comparator.comparingDouble(MapBand::position));
        return List.copyOf(out);
    }

    /** Bands fitted together: all if a range is given, else those whose windows meet. */
    private static List<List<MapBand>> groups(List<MapBand> bands, Axis axis, Range range) {
        if (!range.isAll()) {
            return List.of(bands);
        }
        List<MapBand> sorted = new ArrayList<>(bands);
        sorted.sort(Comparator.comparingDouble(MapBand::position));
        List<List<MapBand>> out = new ArrayList<>();
        for (MapBand b : sorted) {
            MapBand last = out.isEmpty() ? null : out.getLast().getLast();
            if (last == null || b.position() - last.position() > 4 * (b.fwhm() + last.fwhm())) {
                out.add(new ArrayList<>());
            }
            out.getLast().add(b);
        }
        return out;
    }

    private static int[] window(List<MapBand> group, Axis axis, Range range) throws AnalysisException {
        double from = range.isAll() ? Double.POSITIVE_INFINITY : range.from();
        double to = range.isAll() ? Double.NEGATIVE_INFINITY : range.to();
        for (MapBand b : group) {
            if (b.position() < axis.min() || b.position() > axis.max()) {
                throw new AnalysisException("The band '" + b.name() + "' at " + b.position() + " lies outside the "
                        + "spectra, which run from " + axis.min() + " to " + axis.max() + " " + axis.unit() + ".");
            }
            if (range.isAll()) {
                from = Math.min(from, b.position() - 4 * b.fwhm());
                to = Math.max(to, b.position() + 4 * b.fwhm());
            }
        }
        double[] x = axis.values();
        int a = Arrays.binarySearch(x, from);
        int b = Arrays.binarySearch(x, to);
        return new int[] {a >= 0 ? a : -a - 1, b >= 0 ? b + 1 : -b - 1};
    }

    private static Verdict report(Outcome.Builder out, CurveStack input, List<Column> table, MapBand band, int b,
            BandImages images, Parameters p) {
        Unit axis = input.axis().unit();
        WavenumberScale scale = axis.text().equals("cm-1") ? WavenumberScale.of(input, p.scale(), input.kind().id()
                .equals(Kinds.RAMAN_MAP)) : new WavenumberScale(0);
        MapPresence presence = MapPresence.of(images.significance(b), p.detection(), input.curves() - images.failed(b),
                images.measured());
        MapModel model = images.model(b);
        Verdict verdict = images.verdict().and(presence.verdict()).and(model.verdict());
        Unit area = AreaUnit.of(input.unit(), axis);
        image(out, input, table, band.name() + " area", "Band area", area, images.area(b));
        image(out, input, table, band.name() + " position", input.axis().quantity(), axis, images.position(b));
        image(out, input, table, band.name() + " FWHM", "FWHM", axis, images.width(b));
        // what was never measured is neither with the band nor without it
        String name = band.name() + " detected in";
        if (presence.there()) {
            mean(out, band.name() + " area", area, images.area(b), verdict, v -> model.area() * v);
            mean(out, band.name() + " position", axis, images.position(b), verdict, v -> scale.with(model
                    .position()));
            mean(out, band.name() + " FWHM", axis, images.width(b), verdict, v -> model.fwhm());
            out.measure(Measurement.of(name, "", presence.share(), presence.uncertainty(), "%").judged(verdict));
        } else {
            out.measure(Measurement.notDetected(band.name() + " area mean", "", images.limit(b), area.text())
                    .judged(images.verdict()));
            out.measure(Measurement.notDetected(band.name() + " position mean", "", Double.NaN, axis.text()));
            out.measure(Measurement.notDetected(name, "", presence.limit(), "%").judged(images.verdict()));
            out.remark(Remark.warning("The band " + band.name() + " is detected in no more spectra than noise alone "
                    + "would give: it is not there.").about(band.name()));
        }
        return presence.there() ? verdict : images.verdict().and(Verdict.doubtful(band.name() + " is not detected"));
    }

    /** Adds a picture, or a column where there is no grid. */
    private static void image(Outcome.Builder out, CurveStack input, List<Column> table, String name,
            String quantity, Unit unit, double[] values) {
        if (MapImages.isDrawable(input)) {
            Raster raster = MapImages.raster(input, values, name, "band-image", quantity, unit);
            out.extra(raster);
            out.figure(MapImages.figure(input, raster, name.replace(' ', '-'), name, "Map of the " + name
                    + "; empty where the band is not detected or the fit failed.", Layer.ColourMap.VIRIDIS));
        } else {
            table.add(Column.of(name, unit, values));
        }
    }

    /**
     * The mean over the pixels with the band, and their scatter.
     *
     * @param model what the choice of the model is worth for a value
     */
    private static void mean(Outcome.Builder out, String name, Unit unit, double[] values, Verdict verdict,
            DoubleUnaryOperator model) {
        double[] good = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(good).average().orElse(Double.NaN);
        double variance = Arrays.stream(good).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, good.length - 1);
        double u = good.length > 1 ? Math.hypot(Math.sqrt(variance / good.length), model.applyAsDouble(mean))
                : Double.NaN;
        out.measure(Measurement.of(name + " mean", "", mean, u, unit.text()).judged(good.length > 1 ? verdict
                : verdict.and(Verdict.doubtful("it is that of one spectrum only"))));
        out.measure(good.length > 1 ? Measurement.of(name + " spread", "s", Math.sqrt(variance),
                Math.sqrt(variance / (2.0 * (good.length - 1))), unit.text()).judged(verdict)
                : Measurement.withheld(name + " spread", "s", unit.text(), "it needs more than one spectrum"));
    }

    /** Which bands a ratio is of. */
    private static int[] indices(List<MapBand> bands, String text) throws AnalysisException {
        String[] parts = text.split("/");
        int[] index = {-1, -1};
        for (int k = 0; k < 2 && parts.length == 2; k++) {
            for (int i = 0; i < bands.size(); i++) {
                if (bands.get(i).name().equals(parts[k].strip())) {
                    index[k] = i;
                }
            }
        }
        if (index[0] < 0 || index[1] < 0) {
            throw new AnalysisException("'" + text + "' is no ratio of two bands of this step; write for example "
                    + "D / G.");
        }
        return index;
    }

    private static void ratio(Outcome.Builder out, CurveStack input, List<Column> table, List<MapBand> bands,
            double[][] areas, Verdict[] verdicts, double[] relative, String text) throws AnalysisException {
        int[] index = indices(bands, text);
        double[] values = new double[input.curves()];
        for (int i = 0; i < values.length; i++) {
            values[i] = areas[index[0]][i] / areas[index[1]][i];
        }
        String name = bands.get(index[0]).name() + "/" + bands.get(index[1]).name();
        image(out, input, table, name, "Ratio of areas", Unit.ONE, values);
        if (Arrays.stream(values).anyMatch(Double::isFinite)) {
            mean(out, name, Unit.ONE, values, verdicts[index[0]].and(verdicts[index[1]]), v -> v
                    * Math.hypot(relative[index[0]], relative[index[1]]));
        } else {
            out.measure(Measurement.withheld(name + " mean", "", "1", "no spectrum has both bands"));
        }
    }
}
