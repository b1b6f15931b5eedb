package org.interphase.technique.vibrational.reader;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/** Makes datasets of what a reader found: sorts once, converts wavelengths of infrared spectra, checks the axis. */
final class SpectrumFactory {

    /** Metadata of a map: the kind of its spectra. */
    static final String SPECTRUM_KIND = "spectrum kind";

    private SpectrumFactory() {
    }

    /** The part of a file name before its last dot. */
    static String baseName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /**
     * A spectrum of what its evidence says, over the axis of its kind: infrared in wavenumbers, Raman as shift where
     * the laser is known.
     *
     * @param position where in the file, for messages
     * @param laser wavelength of the laser in nm as the file states it; NaN if it does not, or its axis is to stay
     * @throws DatasetFormatException if lengths differ or the abscissa is not finite or repeats
     */
    static Curve spectrum(SpectrumEvidence evidence, String position, String name, double laser, Metadata metadata)
            throws DatasetFormatException {
        SpectrumEvidence.Decision decision = evidence.decide();
        SpectralAxis axis = SpectralAxis.of(evidence, decision.type(), position, laser);
        Curve c = curve(evidence.file(), position, name, axis.type(), axis.x(), evidence.y(), metadata);
        return c.withHeader(remarking(c.header(), decision.remarks(), axis.remarks()));
    }

    /** A header with remarks. */
    @SafeVarargs
    static DatasetHeader remarking(DatasetHeader header, List<Remark>... remarks) {
        DatasetHeader out = header;
        for (List<Remark> some : remarks) {
            for (Remark r : some) {
                out = out.remarking(r);
            }
        }
        return out;
    }

    /**
     * A spectrum from points in any order.
     *
     * @param position where in the file, for messages
     * @throws DatasetFormatException if lengths differ or the abscissa is not finite or repeats
     */
    static Curve curve(String file, String position, String name, SpectrumType type, double[] x, double[] y,
            Metadata metadata) throws DatasetFormatException {
        DatasetHeader header = DatasetHeader.of(name, type.kind(), metadata);
        try {
            return Curve.ofUnsorted(header, type.xQuantity(), type.xUnit(), type.direction(), x, type.yQuantity(),
                    type.yUnit(), y, null);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, position, e.getMessage(), e);
        }
    }

    /**
     * A map from values [spectrum][point] flat over an abscissa in any order.
     *
     * @throws DatasetFormatException if lengths do not fit or the abscissa is not finite or repeats
     */
    static CurveStack map(String file, String position, String name, SpectrumType type, double[] x, double[] values,
            List<Column> positions, CurveStack.Grid grid, Metadata metadata) throws DatasetFormatException {
        int n = x.length;
        double[] sortedX = x;
        double[] sorted = values;
        if (!ascends(x)) {
            int[] order = Axis.ascendingOrder(x);
            sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
            sorted = new double[values.length];
            for (int row = 0; n > 0 && row < values.length / n; row++) {
                for (int i = 0; i < n; i++) {
                    sorted[row * n + i] = values[row * n + order[i]];
                }
            }
        }
        try {
            Axis axis = Axis.of(type.xQuantity(), type.xUnit(), sortedX, type.direction());
            Metadata m = metadata.with(SPECTRUM_KIND, type.kind());
            return CurveStack.of(DatasetHeader.of(name, type.mapKind(), m), axis, type.yQuantity(), type.yUnit(),
                    sorted, positions, grid);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, position, e.getMessage(), e);
        }
    }

    private static boolean ascends(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                return false;
            }
        }
        return true;
    }
}
