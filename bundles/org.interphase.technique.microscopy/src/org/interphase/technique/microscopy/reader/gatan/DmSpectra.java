package org.interphase.technique.microscopy.reader.gatan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Pixels;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.gatan.DmImage.Dimension;

/** Curves of a DM file: line profiles, spectra, and spectrum images as a curve for each place. */
final class DmSpectra {

    /** Kind of a spectrum that is neither an X-ray nor an energy-loss spectrum. */
    static final String SPECTRUM = "microscopy.spectrum";
    /** Kind of many such spectra. */
    static final String SPECTRUM_MAP = "microscopy.spectrum.map";

    /** Values of a spectrum image are held twice as double for a moment. */
    private static final long MOST_VALUES = 1L << 25;

    private DmSpectra() {
    }

    /**
     * The dimension along which a spectrum lies, or -1: the one in units of energy, else what the program's word
     * "Spectrum" or "Spectrum image" means: the first of one or two dimensions, the last of three.
     *
     * @param large the dimensions of more than one value
     */
    static int spectralDimension(DmImage image, List<Dimension> dimensions, List<Integer> large) {
        if (large.isEmpty() || DmValues.isColour(image.type())) {
            return -1;
        }
        for (int k : large) {
            if (dimensions.get(k).isIn("eV")) {
                return k;
            }
        }
        boolean spectrum = image.format().toLowerCase(Locale.ROOT).startsWith("spectrum");
        return spectrum ? large.get(large.size() == 3 ? 2 : 0) : -1;
    }

    /** A profile along a dimension that is no spectrum. */
    static Curve profile(DmImage image, Dimension d, DatasetHeader header) throws IOException {
        String quantity = !d.isCalibrated() || d.isIn("m") ? "Position" : d.isIn("s") ? "Time"
                : d.isIn("1/m") ? "Spatial frequency" : d.isIn("rad") ? "Angle" : "Abscissa";
        return curve(image, d, header, quantity, Unit.of("px"));
    }

    private static Curve curve(DmImage image, Dimension d, DatasetHeader header, String quantity,
            Unit uncalibrated) throws IOException {
        int n = size(image, d.size());
        double[] values = values(image, n);
        boolean falling = d.isCalibrated() && d.scale() < 0;
        if (falling) {
            values = reversed(values);
        }
        return new Curve(header, Axis.of(quantity, d.isCalibrated() ? Unit.of(d.unit()) : uncalibrated,
                places(image, d, n, falling), Direction.ASCENDING), Signal.of("Intensity", DmDatasets.unit(image),
                        values));
    }

    /** A spectrum, or one for each place. */
    static Dataset read(DmImage image, List<Dimension> dimensions, List<Integer> large, int spectral,
            DatasetHeader plain) throws IOException {
        Dimension e = dimensions.get(spectral);
        boolean energy = e.isIn("eV");
        boolean wavelength = e.isIn("m");
        String kind = kind(image, energy);
        String quantity = energy ? kind.equals("eels") ? "Energy loss" : "Energy" : wavelength ? "Wavelength"
                : "Channel";
        DatasetHeader header = plain.withKind(kind);
        if (!e.isCalibrated()) {
            header = header.remarking(Remark.warning("The file states no energy or wavelength for the channels of the "
                    + "spectrum."));
        }
        if (large.size() == 1) {
            return curve(image, e, header, quantity, Unit.ONE);
        }
        List<Integer> places = new ArrayList<>(large);
        places.remove(Integer.valueOf(spectral));
        long curves = 1;
        for (int k : places) {
            curves *= dimensions.get(k).size();
        }
        int n = (int) e.size();
        int all = size(image, curves * n);
        long[] stride = new long[dimensions.size()];
        stride[0] = 1;
        for (int k = 1; k < stride.length; k++) {
            stride[k] = stride[k - 1] * dimensions.get(k - 1).size();
        }
        boolean falling = e.isCalibrated() && e.scale() < 0;
        double[] stored = values(image, all);
        double[] out = new double[all];
        int columns = (int) dimensions.get(places.get(0)).size();
        for (int c = 0; c < curves; c++) {
            long at = c % columns * stride[places.get(0)];
            if (places.size() > 1) {
                at += c / columns * stride[places.get(1)];
            }
            for (int i = 0; i < n; i++) {
                out[c * n + (falling ? n - 1 - i : i)] = stored[(int) (at + i * stride[spectral])];
            }
        }
        List<Column> positions = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            positions.add(position(k == 0 ? "x" : "y", dimensions.get(places.get(k)), (int) curves,
                    k == 0 ? 1 : columns));
        }
        return CurveStack.of(header.withKind(kind.equals(SPECTRUM) ? SPECTRUM_MAP : kind + ".map"), Axis.of(quantity,
                e.isCalibrated() ? Unit.of(e.unit()) : Unit.ONE, places(image, e, n, falling), Direction.ASCENDING),
                "Intensity", DmDatasets.unit(image), out, positions,
                places.size() > 1 ? new CurveStack.Grid(columns, (int) (curves / columns)) : null);
    }

    private static String kind(DmImage image, boolean energy) {
        String signal = image.signal().toLowerCase(Locale.ROOT);
        if (signal.contains("eels") || signal.isEmpty() && energy && image.tags().has(image.path()
                + "ImageTags.EELS.")) {
            return "eels";
        }
        boolean xray = signal.contains("x-ray") || signal.contains("eds") || signal.isEmpty() && energy
                && image.tags().has(image.path() + "ImageTags.EDS.");
        return xray ? "eds" : SPECTRUM;
    }

    /** Positions of all curves along one dimension; each stays for {@code repeat} curves. */
    private static Column position(String name, Dimension d, int curves, int repeat) {
        double[] out = new double[curves];
        for (int c = 0; c < curves; c++) {
            out[c] = d.value((double) (c / repeat % d.size()));
        }
        return Column.of(name, d.isCalibrated() ? Unit.of(d.unit()) : Unit.of("px"), out);
    }

    private static int size(DmImage image, long n) throws IOException {
        if (n > MOST_VALUES) {
            throw image.tags().error(image.data().position(), n + " values of spectra are more than the " + MOST_VALUES
                    + " that are read");
        }
        return (int) n;
    }

    private static double[] values(DmImage image, int n) throws IOException {
        Pixels p = DmValues.pixels(image.tags(), image.data(), image.type(), 0, n);
        double[] line = DmDatasets.brightness(image);
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = line == null ? p.get(i) : (p.get(i) - line[0]) * line[1];
        }
        return out;
    }

    private static double[] places(DmImage image, Dimension d, int n, boolean falling) throws IOException {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[falling ? n - 1 - i : i] = d.value(i);
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(out[i]) || i > 0 && !(out[i] > out[i - 1])) {
                throw image.tags().error(image.data().position(), "the axis of the curve is damaged (scale "
                        + d.scale() + ", origin " + d.origin() + ")");
            }
        }
        return out;
    }

    private static double[] reversed(double[] v) {
        double[] out = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            out[i] = v[v.length - 1 - i];
        }
        return out;
    }
}
