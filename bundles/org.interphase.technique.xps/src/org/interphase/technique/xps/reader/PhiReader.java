package org.interphase.technique.xps.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * PHI MultiPak spectra (.spe) and profiles (.pro): a text header from SOFH to EOFH with one SpectralRegDef line per
 * region (number, number, name, atomic number, points, step, first and last energy, two more energies, dwell time, pass
 * energy), then little-endian data: four words (group, descriptors, bytes of all descriptors, 16), one descriptor of 96
 * bytes per region and area (word 5 points, 6 scans or cycles, 18 "f4" or "f8", 19 bytes of data, 20 where they begin,
 * counted from the first word), then the data, one scan after the other. Several scans of a profile (FileType DEPTHPRO
 * or the like) become a stack, those of a spectrum their mean. The places of points, scans, bytes and beginning are
 * those an open reader uses that its authors tested on VersaProbe 4 files (pynxtools-xps); the rest is inferred, the
 * signal taken as counts per second as one reader has it, and no recorded file was at hand: unverified. A file whose
 * statements contradict each other is refused.
 */
public final class PhiReader implements DatasetReader {

    private static final long LIMIT = 256L << 20;
    private static final int HEADER_LIMIT = 4 << 20;
    private static final int DESCRIPTOR = 96;
    private static final int POINT_LIMIT = 1 << 22;
    private static final int AREA_LIMIT = 10_000;
    private static final Pattern PHOTON = Pattern.compile("\\b(\\d{3,4}\\.\\d+)\\b");
    private static final Pattern END = Pattern.compile("(?m)^EOFH[ \\t]*\\r?\\n");

    @Override
    public String id() {
        return "xps.phi";
    }

    @Override
    public String title() {
        return "PHI MultiPak spectra and profiles (.spe, .pro)";
    }

    @Override
    public List<String> extensions() {
        return List.of("spe", "pro");
    }

    @Override
    public List<String> kinds() {
        return List.of("xps.region", "xps.survey", "xps.depth-profile", "curve");
    }

    @Override
    public int confidence(SourceHead head) {
        return !head.hasBytes(0, 'S', 'O', 'F', 'H') ? 0 : head.text().contains("SpectralRegDef:") ? 95 : 60;
    }

    /** What a SpectralRegDef line says. */
    private record Definition(int line, int number, String name, int points, double first, double last, double dwell,
            double pass) {
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        byte[] all = source.readAll(LIMIT);
        String text = new String(all, 0, Math.min(all.length, HEADER_LIMIT), StandardCharsets.ISO_8859_1);
        Matcher end = END.matcher(text);
        if (!text.startsWith("SOFH") || !end.find()) {
            throw new DatasetFormatException(file, "line 1", "there is no header from SOFH to EOFH");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        List<Definition> definitions = definitions(file, text.substring(0, end.start()), properties);
        int start = end.end();
        ByteBuffer data = ByteBuffer.wrap(all, start, all.length - start).slice().order(ByteOrder.LITTLE_ENDIAN);
        int n = definitions.size();
        if (n == 0) {
            throw new DatasetFormatException(file, "header", "there is no SpectralRegDef line");
        }
        if (data.capacity() < 16 + (long) DESCRIPTOR * n) {
            throw new DatasetFormatException(file, "byte " + all.length, "the file ends before the descriptors of "
                    + n + " regions");
        }
        int areas = data.getInt(4) / n;
        if (areas < 1 || areas > AREA_LIMIT || data.getInt(4) != n * areas
                || data.getInt(8) != (long) DESCRIPTOR * n * areas || data.getInt(12) != 16) {
            throw new DatasetFormatException(file, "byte " + start, "the data do not begin with descriptors of 96 bytes"
                    + " for the " + n + " regions of the header");
        }
        if (data.capacity() < 16 + (long) DESCRIPTOR * n * areas) {
            throw new DatasetFormatException(file, "byte " + all.length, "the file ends before the descriptors of "
                    + n + " regions in " + areas + " areas");
        }
        boolean profile = properties.getOrDefault("FileType", "").toUpperCase(Locale.ROOT).contains("PRO")
                || file.toLowerCase(Locale.ROOT).endsWith(".pro");
        List<Dataset> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < n * areas; i++) {
            progress.checkCancelled();
            Definition d = definitions.get(i / areas);
            double[][] y = values(file, data, start, 16 + DESCRIPTOR * i, d);
            String name = RegionCurves.unique(d.name(), names);
            out.add(profile && y.length > 1 ? stack(file, d, name, y, properties, source.stated())
                    : RegionCurves.asStated(region(file, d, name, mean(y), properties, source.stated()),
                            source.stated()));
        }
        return out;
    }

    private static double[] mean(double[][] scans) {
        double[] out = new double[scans[0].length];
        for (double[] scan : scans) {
            for (int i = 0; i < out.length; i++) {
                out[i] += scan[i] / scans.length;
            }
        }
        return out;
    }

    /** The cycles of a profile; their number is all that is known of the depth. */
    private static CurveStack stack(String file, Definition d, String name, double[][] cycles,
            Map<String, String> properties, Stated stated) throws DatasetFormatException {
        List<Curve> curves = new ArrayList<>();
        double[] number = new double[cycles.length];
        for (int i = 0; i < cycles.length; i++) {
            curves.add(region(file, d, name, cycles[i], properties, stated));
            number[i] = i + 1.0;
        }
        Curve first = curves.get(0);
        int points = first.axis().size();
        double[] values = new double[points * cycles.length];
        for (int i = 0; i < cycles.length; i++) {
            System.arraycopy(curves.get(i).signal().values(), 0, values, i * points, points);
        }
        return CurveStack.of(first.header().withKind("xps.depth-profile"), first.axis(), "Intensity",
                first.signal().unit(), values, List.of(Column.of("cycle", Unit.ONE, number)), null);
    }

    private static Curve region(String file, Definition d, String name, double[] y, Map<String, String> properties,
            Stated stated) throws DatasetFormatException {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = RegionCurves.rounded(d.first() + (d.last() - d.first()) * i / (x.length - 1));
        }
        String xray = properties.getOrDefault("XraySource", properties.getOrDefault("XrayAnode", ""));
        Metadata m = Metadata.EMPTY.with("format", "PHI MultiPak").with("source", xray)
                .with("dwell time", d.dwell(), "s").with("pass energy", d.pass(), "eV")
                .with("instrument", properties.getOrDefault("InstrumentModel", ""));
        String axis = stated.text(Fact.AXIS).orElse("").toLowerCase(Locale.ROOT);
        // Auger spectra are counted in kinetic energies and have no photon energy
        boolean auger = properties.getOrDefault("Technique", "").toUpperCase(Locale.ROOT).startsWith("AES")
                && !axis.contains("binding");
        EnergyScale scale = auger ? new EnergyScale(true, Double.NaN, 0, List.of())
                : EnergyScale.of(axis.contains("kinetic"), photon(xray), xray, stated);
        if (axis.contains("kinetic") && !auger) {
            scale = scale.remarking(Remark.warning("The energies are taken as kinetic, as stated; files of this format "
                    + "hold binding energies of photoelectrons."));
        }
        Curve c = RegionCurves.curve(file, "line " + d.line(), name, x, scale, y, Unit.of("counts/s"), m);
        return auger ? c.withHeader(c.header().withKind("curve")) : c;
    }

    /** The energy written with the source; NaN if there is none. */
    private static double photon(String source) {
        Matcher m = PHOTON.matcher(source);
        return m.find() ? Double.parseDouble(m.group(1)) : Double.NaN;
    }

    private static List<Definition> definitions(String file, String header, Map<String, String> properties)
            throws DatasetFormatException {
        List<Definition> out = new ArrayList<>();
        int line = 0;
        for (String s : header.split("\n", -1)) {
            line++;
            int colon = s.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = s.substring(0, colon).strip();
            String value = s.substring(colon + 1).strip();
            properties.putIfAbsent(key, value);
            if (key.equals("SpectralRegDef")) {
                out.add(definition(file, line, value.split("\\s+")));
            }
        }
        return out;
    }

    private static Definition definition(String file, int line, String[] f) throws DatasetFormatException {
        String position = "line " + line;
        if (f.length < 12) {
            throw new DatasetFormatException(file, position, "SpectralRegDef has " + f.length
                    + " fields, fewer than 12");
        }
        try {
            Definition d = new Definition(line, Integer.parseInt(f[0]), f[2], Integer.parseInt(f[4]),
                    Double.parseDouble(f[6]), Double.parseDouble(f[7]), Double.parseDouble(f[10]),
                    Double.parseDouble(f[11]));
            double step = Double.parseDouble(f[5]);
            if (d.points() < 3 || d.points() > POINT_LIMIT) {
                throw new DatasetFormatException(file, position, "a region of " + d.points() + " points is not read");
            }
            // the step is written with few digits: half a step over the whole region is the most that rounding does
            if (!(Math.abs(d.first() + step * (d.points() - 1) - d.last()) <= Math.max(0.5 * Math.abs(step),
                    5.1e-5 * d.points()))) {
                throw new DatasetFormatException(file, position, "first and last energy, step and points contradict "
                        + "each other");
            }
            return d;
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, position, "a field of SpectralRegDef is no number: "
                    + e.getMessage(), e);
        }
    }

    /** Values [scan][point]. */
    private static double[][] values(String file, ByteBuffer data, int start, int at, Definition d)
            throws DatasetFormatException {
        String position = "byte " + (start + at);
        String type = "" + (char) data.get(at + 72) + (char) data.get(at + 73);
        int width = type.equals("f4") ? 4 : type.equals("f8") ? 8 : 0;
        if (width == 0) {
            throw new DatasetFormatException(file, position, "the data type is neither f4 nor f8");
        }
        long scans = Math.max(1, data.getInt(at + 24));
        long bytes = data.getInt(at + 76);
        long from = data.getInt(at + 80);
        if (data.getInt(at + 20) != d.points() || bytes != width * scans * d.points()) {
            throw new DatasetFormatException(file, position, "the descriptor of region " + d.number()
                    + " contradicts the header or itself");
        }
        if (from < 0 || from + bytes > data.capacity()) {
            throw new DatasetFormatException(file, position, "the data of region " + d.number()
                    + " reach beyond the end of the file");
        }
        double[][] y = new double[(int) scans][d.points()];
        int p = (int) from;
        for (double[] scan : y) {
            for (int i = 0; i < scan.length; i++) {
                scan[i] = width == 4 ? data.getFloat(p) : data.getDouble(p);
                if (!Double.isFinite(scan[i])) {
                    throw new DatasetFormatException(file, "byte " + (start + p), "the signal is no finite number");
                }
                p += width;
            }
        }
        return y;
    }
}
