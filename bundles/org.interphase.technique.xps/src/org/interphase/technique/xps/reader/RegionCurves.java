package org.interphase.technique.xps.reader;

import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.figure.OtherScale;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.reference.CoreLevel;

/** Makes XPS curves the same way whatever the format: binding energy axis, kinds, names, photon energy. */
public final class RegionCurves {

    /**
     * Al K-alpha, eV (J. A. Bearden, Rev. Mod. Phys. 39 (1967) 78: 1486.70 for the K-alpha-1,2 centroid rounded as
     * spectrometers use it; unverified: not looked up in the paper).
     */
    public static final double AL_KALPHA = 1486.6;
    /** Mg K-alpha, eV (J. A. Bearden, Rev. Mod. Phys. 39 (1967) 78, rounded as spectrometers use it; unverified). */
    public static final double MG_KALPHA = 1253.6;

    private static final double SURVEY_SPAN = 250;

    private RegionCurves() {
    }

    /** Kind of a curve over a span of energy. */
    static String kind(String name, double span) {
        String n = name.toLowerCase(Locale.ROOT);
        return span > SURVEY_SPAN || span > 100 && (n.contains("survey") || n.contains("wide") || n.contains("full"))
                ? "xps.survey" : "xps.region";
    }

    /** Photon energy for a source label such as "Al" or "Mg Kα"; NaN if it is not one of the usual two. */
    static double photonEnergy(String source) {
        String s = source.toLowerCase(Locale.ROOT);
        return s.startsWith("al") || s.contains("al k") ? AL_KALPHA
                : s.startsWith("mg") || s.contains("mg k") ? MG_KALPHA : Double.NaN;
    }

    /**
     * A curve over binding energy, or over kinetic energy where the photon energy is not known.
     *
     * @param energies binding or kinetic energies in eV, any order
     * @param kinetic whether they are kinetic
     * @param photon photon energy in eV, NaN if not known
     * @throws DatasetFormatException if an energy occurs twice or is no number
     */
    static Curve curve(String file, String position, String name, double[] energies, boolean kinetic, double photon,
            double[] signal, Unit unit, Metadata metadata) throws DatasetFormatException {
        double[] x = energies.clone();
        boolean binding = !kinetic || !Double.isNaN(photon);
        if (kinetic && binding) {
            for (int i = 0; i < x.length; i++) {
                x[i] = rounded(photon - x[i]);
            }
        }
        Metadata m = metadata.with("photon energy", photon, "eV");
        String line = CoreLevel.in(name);
        if (!line.isEmpty()) {
            m = m.with("line", line);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        try {
            DatasetHeader header = DatasetHeader.of(name, kind(name, max - min), m);
            if (binding && photon > 0 && photon < 1e6) {
                // on the scale of the Fermi level, as spectrometers and CasaXPS count both energies
                header = header.with(new OtherScale("Kinetic energy", Unit.of("eV"), photon, -1));
            }
            return Curve.ofUnsorted(header, binding ? "Binding energy" : "Kinetic energy", Unit.of("eV"),
                    binding ? Direction.DESCENDING : Direction.ASCENDING, x, "Intensity", unit, signal, null);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, position, e.getMessage(), e);
        }
    }

    /** Differences of decimal numbers of a file, without the binary dust behind their digits. */
    static double rounded(double v) {
        return Math.rint(v * 1e9) / 1e9;
    }

    /** The values of a further column in the order of the curve's axis. */
    static double[] inOrder(double[] energies, boolean reversed, double[] values) {
        int[] order = Axis.ascendingOrder(energies);
        double[] out = new double[values.length];
        for (int i = 0; i < order.length; i++) {
            out[i] = values[order[reversed ? order.length - 1 - i : i]];
        }
        return out;
    }
}
