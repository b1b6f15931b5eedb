package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Stated;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * The old SPC format of LabCalc: 256-byte header whose last 32 bytes are the first subfile's header; 32-bit ordinates
 * are stored as two 16-bit words, the high one first. A multifile does not say how many subfiles it has: they are read
 * up to the last whole one.
 */
final class SpcOldFormat {

    private static final int HEADER = 256;
    private static final int SUBHEADER = 32;
    private static final int SIXTEEN_BIT = 0x01;
    private static final int MULTI = 0x04;
    /** Exponent of ordinates stored as floating point numbers. */
    private static final int FLOAT = 0x80;

    private final String file;
    private final Stated stated;
    private final Bytes bytes;

    SpcOldFormat(String file, Stated stated, Bytes bytes) {
        this.file = file;
        this.stated = stated;
        this.bytes = bytes;
    }

    List<Dataset> read(Progress progress) throws DatasetFormatException {
        bytes.require(0, HEADER, "the SPC header");
        int flags = bytes.u8(0, "flags");
        int exponent = bytes.i16(2, "exponent");
        double stated = bytes.f32(4, "number of points");
        double first = bytes.f32(8, "first abscissa");
        double last = bytes.f32(12, "last abscissa");
        SpectrumAbscissa abscissa = SpcUnits.abscissa(bytes.u8(16, "x unit"), file, 16);
        Ordinate ordinate = SpcUnits.ordinate(bytes.u8(17, "y unit"), file, 17);
        int width = (flags & SIXTEEN_BIT) != 0 ? 2 : 4;
        if (!(stated >= 1) || stated * width > bytes.size() - HEADER) {
            throw bytes.error(4, "the header claims " + stated + " points, more than the file can hold or none");
        }
        int n = (int) stated;
        if (!Double.isFinite(first) || !Double.isFinite(last) || n > 1 && first == last) {
            throw bytes.error(8, n + " points from " + first + " to " + last + " make no axis");
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = n == 1 ? first : first + i * (last - first) / (n - 1);
        }
        Metadata metadata = Metadata.EMPTY.with("format", "SPC old format").with("comment", bytes.text(64, 130))
                .with("resolution text", bytes.text(24, 8)).with("scans", (long) bytes.u16(34, "scans"));
        int year = bytes.u16(18, "year") & 0xfff;
        if (year > 0) {
            metadata = metadata.with("acquired", String.format(java.util.Locale.ROOT, "%04d-%02d-%02d %02d:%02d",
                    year, bytes.u8(20, "month"), bytes.u8(21, "day"), bytes.u8(22, "hour"), bytes.u8(23, "minute")));
        }
        List<Dataset> out = new ArrayList<>();
        long offset = HEADER - SUBHEADER;
        String base = SpectrumFactory.baseName(file);
        do {
            progress.checkCancelled();
            int sub = (byte) bytes.u8(offset + 1, "exponent of the subfile");
            int e = (flags & MULTI) != 0 && sub != 0 ? sub : exponent;
            if (e == (byte) FLOAT) {
                e = FLOAT;
            }
            double[] y = values(offset + SUBHEADER, n, width, e);
            boolean single = (flags & MULTI) == 0;
            SpectrumEvidence evidence = new SpectrumEvidence(file, this.stated, SpectrumEvidence.Technique.UNSAID,
                    abscissa, ordinate, x, y);
            out.add(SpectrumFactory.spectrum(evidence, "byte " + offset, single ? base : base + " #" + (out.size() + 1),
                    Double.NaN, metadata));
            offset += SUBHEADER + (long) n * width;
        } while ((flags & MULTI) != 0 && offset + SUBHEADER + (long) n * width <= bytes.size());
        if ((flags & MULTI) != 0 && hasMore(offset)) {
            throw bytes.error(offset, "subfile " + (out.size() + 1) + " needs " + (SUBHEADER + (long) n * width)
                    + " bytes but the file has " + (bytes.size() - offset) + " there: it is cut off or damaged");
        }
        return out;
    }

    /** Whether something other than padding follows. */
    private boolean hasMore(long from) throws DatasetFormatException {
        for (long at = from; at < bytes.size(); at++) {
            if (bytes.u8(at, "padding") != 0) {
                return bytes.size() - from > SUBHEADER;
            }
        }
        return false;
    }

    private double[] values(long offset, int n, int width, int exponent) throws DatasetFormatException {
        bytes.require(offset, (long) n * width, "the ordinates");
        if (exponent == FLOAT && width == 4) {
            return bytes.floats(offset, n, "the ordinates");
        }
        double scale = Math.scalb(1.0, exponent - 8 * width);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            long at = offset + (long) i * width;
            y[i] = scale * (width == 2 ? bytes.i16(at, "ordinate")
                    : bytes.u16(at, "ordinate") << 16 | bytes.u16(at + 2, "ordinate"));
        }
        return y;
    }
}
