package org.interphase.technique.microscopy.reader.bruker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Axis;
import org.interphase.model.Calibration;
import org.interphase.model.CountBackground;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.MicrographBuilder;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;

/**
 * Bruker hypermaps (BCF): the pictures of the electron detectors, one map per X-ray line that the analyst had chosen,
 * and the sum spectrum. A map counts the pulses within half the window's width of the line's energy, as the
 * file states both; overlapping lines are not separated. What is counted beside the line goes with the map as its
 * background, so that both keep their counting statistics. Without chosen lines one map of all pulses is given.
 */
public final class BcfReader implements DatasetReader {

    private static final String HEADER = "EDSDatabase/HeaderData";
    private static final String MAP = "EDSDatabase/SpectrumData";
    /** Window in keV where the file states none (unverified): somewhat wider than a line of medium energy. */
    private static final double USUAL_WINDOW = 0.15;
    /** Microscopes above this voltage in kV are transmission microscopes. */
    private static final double HIGHEST_SEM = 40;
    private static final int MOST_MAP_PIXELS = 1 << 24;
    private static final int MOST_VALUES = 1 << 27;

    @Override
    public String id() {
        return "microscopy.bcf";
    }

    @Override
    public String title() {
        return "Bruker hypermap (BCF)";
    }

    @Override
    public List<String> extensions() {
        return List.of("bcf");
    }

    @Override
    public List<String> kinds() {
        return List.of("sem", "tem", "element-map", "eds");
    }

    @Override
    public int confidence(SourceHead head) {
        return SfsContainer.isSfs(head.bytes()) ? head.hasExtension("bcf") ? 95 : 60 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SfsContainer container = SfsContainer.read(source);
        if (!container.paths().contains(HEADER)) {
            throw new DatasetFormatException(source.name(), "", "this SFS container holds no Bruker map (" + HEADER
                    + " is missing)");
        }
        BcfHeader header = BcfHeader.read(container, HEADER);
        double x = header.number("TRTSEMData.DX") * 1e-6;
        double y = header.number("TRTSEMData.DY") * 1e-6;
        int width = Math.max(1, header.width());
        ScaleFacts known = MicrographBuilder.stated(source, ScaleFacts.NONE.withCalibration(x > 0 && x < 1
                ? ScaleFacts.metres(x, y > 0 ? y : x, width, "Bruker TRTSEMData DX, DY") : Calibration.NONE), width);
        Calibration scale = known.calibration();
        boolean scaled = scale.isPhysical();
        Metadata facts = facts(header);
        List<Dataset> out = new ArrayList<>();
        for (BcfHeader.Plane p : header.planes()) {
            Metadata m = p.overview() || !scaled ? facts.with("scale", "none: lengths are in pixels") : facts;
            out.add(Raster.of(DatasetHeader.of(p.overview() ? "overview " + p.title() : p.title(), kind(header), m),
                    p.width(), p.height(), p.pixels(), "Signal", Unit.of("grey"), p.overview() ? Calibration.NONE
                            : scale));
        }
        boolean several = header.spectra().size() > 1;
        for (Map.Entry<Integer, BcfHeader.Sum> e : header.spectra().entrySet()) {
            String slice = several ? " " + (e.getKey() + 1) : "";
            if (container.paths().contains(MAP + e.getKey())) {
                maps(out, container, MAP + e.getKey(), header, e.getValue(), slice, scale, facts, progress);
            }
            out.add(spectrum(e.getValue(), slice, facts));
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), HEADER, "there is neither a picture nor a map");
        }
        out.replaceAll(d -> d instanceof Raster r && r.calibration().isPhysical() ? remarked(r, known) : d);
        return out;
    }

    private static Raster remarked(Raster r, ScaleFacts known) {
        DatasetHeader h = r.header();
        for (Remark remark : known.remarks()) {
            h = h.remarking(remark);
        }
        return r.withHeader(h);
    }

    private static String kind(BcfHeader header) {
        return header.number("TRTSEMData.HV") > HIGHEST_SEM ? "tem" : "sem";
    }

    private static Metadata facts(BcfHeader h) {
        Metadata m = Metadata.EMPTY.with("instrument", "Bruker").with("beam energy", h.number("TRTSEMData.HV"), "keV")
                .with("sample", h.values().get("Name")).with("date", h.values().get("Date"));
        double magnification = h.number("TRTSEMData.Mag");
        m = magnification > 0 ? m.with("magnification", magnification) : m;
        double distance = h.number("TRTSEMData.WD");
        return distance > 0 ? m.with("working distance", distance, "mm") : m;
    }

    private static void maps(List<Dataset> out, SfsContainer container, String path, BcfHeader header,
            BcfHeader.Sum sum, String slice, Calibration scale, Metadata facts, Progress progress) throws IOException {
        Map<String, BcfHeader.Line> lines = new LinkedHashMap<>();
        for (BcfHeader.Line l : header.lines()) {
            String name = lines.containsKey(l.element()) ? l.element() + " " + l.line() : l.element();
            lines.putIfAbsent(name, l);
        }
        int n = Math.max(1, lines.size());
        List<LineWindows> windows = lines.isEmpty() ? List.of(new LineWindows(new LineWindows.Channels(0,
                Integer.MAX_VALUE), List.of())) : LineWindows.of(List.copyOf(lines.values()), sum, USUAL_WINDOW);
        int[] size = new int[2];
        float[][] counts = new float[n][];
        float[][] beside = new float[n][];
        PackedSpectra.read(container, path, (w, h) -> {
            if (header.width() > 0 && (w != header.width() || h != header.height())) {
                throw container.error(path, 0, "the map has " + w + " x " + h + " pixels, its pictures "
                        + header.width() + " x " + header.height());
            }
            if ((long) w * h > MOST_MAP_PIXELS || (long) w * h * n > MOST_VALUES) {
                throw container.error(path, 0, n + " maps of " + w + " x " + h + " pixels are too large");
            }
            size[0] = w;
            size[1] = h;
            for (int i = 0; i < n; i++) {
                counts[i] = new float[w * h];
                // where both do not fit the counts alone are given
                beside[i] = windows.get(i).sides().isEmpty() || 2L * w * h * n > MOST_VALUES ? null
                        : new float[w * h];
            }
            return (x, y, channel, c) -> {
                for (int i = 0; i < n; i++) {
                    if (windows.get(i).line().contains(channel)) {
                        counts[i][y * w + x] += c;
                    } else if (beside[i] != null && windows.get(i).isBackground(channel)) {
                        beside[i][y * w + x] += c;
                    }
                }
            };
        }, progress);
        if (lines.isEmpty()) {
            out.add(map("X-rays" + slice, facts.with("lines", "none chosen in the file: all pulses are counted"), size,
                    counts[0], "X-ray signal", scale));
            return;
        }
        int k = 0;
        for (Map.Entry<String, BcfHeader.Line> e : lines.entrySet()) {
            BcfHeader.Line l = e.getValue();
            Metadata m = Metadata.EMPTY.with("element", l.element()).with("X-ray line", l.line())
                    .with("line energy", l.energy(), "keV").with("window", windows.get(k).line().text(sum)
                            + ", background not subtracted").with("background", beside[k] == null
                                    ? "none: other lines lie on both sides" : windows.get(k).sidesText(sum))
                    .withAll(facts);
            Raster map = map(e.getKey() + slice, m, size, counts[k], l.element() + " signal", scale);
            out.add(beside[k] == null ? map : map.with(new CountBackground(windows.get(k).sidesText(sum),
                    Pixels.ofFloats(beside[k]), windows.get(k).factor())));
            k++;
        }
    }

    private static Raster map(String name, Metadata m, int[] size, float[] counts, String quantity,
            Calibration scale) {
        return Raster.of(DatasetHeader.of(name, "element-map", scale.isPhysical() ? m
                : m.with("scale", "none: lengths are in pixels")), size[0], size[1], Pixels.ofFloats(counts), quantity,
                Unit.of("counts"), scale);
    }

    private static Dataset spectrum(BcfHeader.Sum sum, String slice, Metadata facts) {
        int n = sum.counts().length;
        double[] energy = new double[n];
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            energy[i] = sum.offset() + i * sum.step();
            // Poisson; an empty channel is known to about one pulse
            sigma[i] = Math.sqrt(Math.max(1, sum.counts()[i]));
        }
        return new Curve(DatasetHeader.of("sum spectrum" + slice, "eds", facts), Axis.of("Energy", Unit.of("keV"),
                energy, Direction.ASCENDING), Signal.of("Intensity", Unit.of("counts"), sum.counts(), sigma));
    }
}
