package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Stated;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * The new SPC format: 512-byte header, optional common abscissa, subfiles with 32-byte headers, optional log. Subfiles
 * on a common abscissa are a stack over z (and w, where the header counts planes).
 */
final class SpcNewFormat {

    private static final int HEADER = 512;
    private static final int SUBHEADER = 32;
    private static final int SIXTEEN_BIT = 0x01;
    private static final int MULTI = 0x04;
    /** Flags that say the z values are not at equal steps (TRANDM, TORDRD). */
    private static final int UNEVEN_Z = 0x08 | 0x10;
    private static final int LABELS = 0x20;
    private static final int OWN_ABSCISSAE = 0x40;
    private static final int ABSCISSA = 0x80;
    private static final int FLOAT = -128;

    private final String file;
    private final Stated stated;
    private final Bytes bytes;

    SpcNewFormat(String file, Stated stated, Bytes bytes) {
        this.file = file;
        this.stated = stated;
        this.bytes = bytes;
    }

    private record Part(double[] x, double[] y, double z, double w) {
    }

    /** Where a subfile's header and its values lie. */
    private record Place(long header, long points, long values) {
    }

    List<Dataset> read(Progress progress) throws DatasetFormatException {
        bytes.require(0, HEADER, "the SPC header");
        int flags = bytes.u8(0, "flags");
        int exponent = (byte) bytes.u8(3, "exponent");
        long points = bytes.u32(4, "number of points");
        double first = bytes.f64(8, "first abscissa");
        double last = bytes.f64(16, "last abscissa");
        long subfiles = Math.max(1, bytes.u32(24, "number of subfiles"));
        SpectrumAbscissa abscissa = abscissa(flags);
        Ordinate ordinate = SpcUnits.ordinate(bytes.u8(29, "y unit"), file, 29);
        if (subfiles * SUBHEADER > bytes.size()) {
            throw bytes.error(24, "the header claims " + subfiles + " subfiles, more than the file can hold");
        }
        boolean own = (flags & OWN_ABSCISSAE) != 0;
        int bytesPerValue = (flags & SIXTEEN_BIT) != 0 && exponent != FLOAT ? 2 : 4;
        if (!own && points * bytesPerValue > bytes.size()) {
            throw bytes.error(4, "the header claims " + points + " points, more than the file can hold");
        }
        long offset = HEADER;
        double[] common = null;
        if (!own) {
            if ((flags & ABSCISSA) != 0) {
                common = bytes.floats(offset, points, "the abscissa");
                offset += 4 * points;
            } else {
                common = even(first, last, (int) points);
            }
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < subfiles; i++) {
            bytes.require(offset, SUBHEADER, "the header of subfile " + (i + 1));
            long n = own ? bytes.u32(offset + 16, "points of the subfile") : points;
            places.add(new Place(offset, n, offset + SUBHEADER));
            offset += SUBHEADER + n * (bytesPerValue + (own ? 4 : 0));
        }
        boolean ownExponents = ownExponents(places, (flags & MULTI) != 0 || own, exponent);
        double[] z = z(places, (flags & UNEVEN_Z) == 0);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            progress.checkCancelled();
            Place p = places.get(i);
            String what = "subfile " + (i + 1);
            double[] x = own ? ownAbscissa(p.values(), p.points(), exponent, "abscissae of " + what) : common;
            int e = ownExponents ? (byte) bytes.u8(p.header() + 1, "exponent") : exponent;
            parts.add(new Part(x, values(p.values() + (own ? 4 * p.points() : 0), p.points(), e, bytesPerValue, what),
                    z[i], bytes.f32(p.header() + 24, "w value")));
        }
        return datasets(parts, abscissa, ordinate, metadata());
    }

    /** What the abscissa is: by its label where the header says that labels count, else by its unit code. */
    private SpectrumAbscissa abscissa(int flags) throws DatasetFormatException {
        SpectrumAbscissa labelled = (flags & LABELS) != 0 ? SpcUnits.abscissa(bytes.text(218, 30)) : null;
        return labelled != null ? labelled : SpcUnits.abscissa(bytes.u8(28, "x unit"), file, 28);
    }

    /** Subfiles of a multifile have exponents of their own; writers that leave them all 0 mean the header's. */
    private boolean ownExponents(List<Place> places, boolean multi, int exponent) throws DatasetFormatException {
        if (!multi) {
            return false;
        }
        for (Place p : places) {
            if (bytes.u8(p.header() + 1, "exponent") != 0) {
                return true;
            }
        }
        return exponent == 0;
    }

    /**
     * Z values of the subfiles. Evenly spaced ones need be stated for the first subfile only: the step is the header's
     * z increment or, where that is 0, the first subfile's next z less its z.
     */
    private double[] z(List<Place> places, boolean even) throws DatasetFormatException {
        double[] z = new double[places.size()];
        boolean stated = false;
        for (int i = 0; i < z.length; i++) {
            z[i] = bytes.f32(places.get(i).header() + 4, "z value");
            stated |= i > 0 && z[i] != z[0] && z[i] != 0;
        }
        if (even && !stated && z.length > 1) {
            double increment = bytes.f32(312, "z increment");
            double step = increment != 0 ? increment : bytes.f32(places.get(0).header() + 8, "next z value") - z[0];
            for (int i = 1; i < z.length && Double.isFinite(step); i++) {
                z[i] = z[0] + i * step;
            }
        }
        return z;
    }

    private double[] even(double first, double last, int n) throws DatasetFormatException {
        if (n < 1 || !Double.isFinite(first) || !Double.isFinite(last) || n > 1 && first == last) {
            throw bytes.error(4, n + " points from " + first + " to " + last + " make no axis");
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = n == 1 ? first : first + i * (last - first) / (n - 1);
        }
        return x;
    }

    /** Abscissae are floating point; some writers scaled them as integers like the ordinates, told by the size. */
    private double[] ownAbscissa(long offset, long n, int exponent, String what) throws DatasetFormatException {
        double[] x = bytes.floats(offset, n, what);
        for (double v : x) {
            if (!(Math.abs(v) > 1e-3 && Math.abs(v) < 1e8) && v != 0) {
                return values(offset, n, exponent, 4, what);
            }
        }
        return x;
    }

    private double[] values(long offset, long n, int exponent, int width, String what)
            throws DatasetFormatException {
        bytes.require(offset, width * n, what);
        if (exponent == FLOAT) {
            return bytes.floats(offset, n, what);
        }
        double[] out = new double[(int) n];
        double scale = Math.scalb(1.0, exponent - 8 * width);
        for (int i = 0; i < out.length; i++) {
            out[i] = scale * (width == 2 ? bytes.i16(offset + 2L * i, what) : bytes.i32(offset + 4L * i, what));
        }
        return out;
    }

    private Metadata metadata() throws DatasetFormatException {
        Metadata m = Metadata.EMPTY.with("format", "SPC new format").with("comment", bytes.text(88, 130))
                .with("instrument", bytes.text(36 + 9, 9)).with("resolution text", bytes.text(36, 9))
                .with("method", bytes.text(264, 48));
        long date = bytes.u32(32, "date");
        if (date != 0) {
            m = m.with("acquired", String.format(java.util.Locale.ROOT, "%04d-%02d-%02d %02d:%02d", date >> 20,
                    (date >> 16) & 15, (date >> 11) & 31, (date >> 6) & 31, date & 63));
        }
        long log = bytes.u32(248, "log offset");
        if (log > 0 && log + 64 < bytes.size()) {
            long text = log + bytes.u32(log + 8, "log text offset");
            int length = (int) Math.min(4000, Math.max(0, bytes.size() - text));
            if (text > log && length > 0) {
                m = logEntries(m, bytes.text(text, length));
            }
        }
        return m;
    }

    private static Metadata logEntries(Metadata so, String log) {
        Metadata m = so;
        for (String line : log.split("[\r\n]+")) {
            int equals = line.indexOf('=');
            if (equals > 0 && equals < 40) {
                m = m.with(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return m;
    }

    private List<Dataset> datasets(List<Part> parts, SpectrumAbscissa abscissa, Ordinate ordinate,
            Metadata metadata) throws DatasetFormatException {
        SpectrumEvidence.Technique technique = SpcUnits.technique(bytes.u8(2, "technique"));
        String base = SpectrumFactory.baseName(file);
        if (parts.size() > 1 && parts.stream().allMatch(p -> p.x() == parts.get(0).x()) && haveOwnPlaces(parts)) {
            Part first = parts.get(0);
            SpectrumEvidence e = new SpectrumEvidence(file, stated, technique, abscissa, ordinate, first.x(),
                    first.y());
            if (!e.decide().type().isPlain()) {
                return List.of(stack(parts, e, metadata, base));
            }
        }
        List<Dataset> out = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part p = parts.get(i);
            out.add(SpectrumFactory.spectrum(new SpectrumEvidence(file, stated, technique, abscissa, ordinate, p.x(),
                    p.y()), "byte " + HEADER, parts.size() == 1 ? base : base + " #" + (i + 1), Double.NaN,
                    parts.size() == 1 ? metadata : metadata.with("z", p.z())));
        }
        return out;
    }

    /** Spectra of a map or a series are told apart by z and w; several at one place are spectra of their own. */
    private static boolean haveOwnPlaces(List<Part> parts) {
        Set<List<Double>> places = new HashSet<>();
        return parts.stream().allMatch(p -> places.add(List.of(p.z(), p.w())));
    }

    private Dataset stack(List<Part> parts, SpectrumEvidence first, Metadata m, String base)
            throws DatasetFormatException {
        SpectrumEvidence.Decision decision = first.decide();
        SpectralAxis axis = SpectralAxis.of(first, decision.type(), "byte " + HEADER, Double.NaN);
        double[] x = axis.x();
        double[] flat = new double[x.length * parts.size()];
        double[] z = new double[parts.size()];
        double[] w = new double[parts.size()];
        for (int i = 0; i < z.length; i++) {
            System.arraycopy(parts.get(i).y(), 0, flat, i * x.length, x.length);
            z[i] = parts.get(i).z();
            w[i] = parts.get(i).w();
        }
        boolean planes = bytes.u32(316, "planes") > 1;
        List<Column> positions = planes ? List.of(Column.of("z", Unit.ONE, z), Column.of("w", Unit.ONE, w))
                : List.of(Column.of("z", Unit.ONE, z));
        CurveStack map = SpectrumFactory.map(file, "byte " + HEADER, base, axis.type(), x, flat, positions, null, m);
        return map.withHeader(SpectrumFactory.remarking(map.header(), decision.remarks(), axis.remarks()));
    }
}
