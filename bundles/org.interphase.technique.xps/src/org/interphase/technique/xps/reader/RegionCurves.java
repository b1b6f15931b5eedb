package org.interphase.technique.xps.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Stated;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.figure.OtherScale;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.reference.CoreLevel;

/** Makes XPS curves the same way whatever the format: binding energy axis, kinds, names, photon energy. */
final class RegionCurves {

    private static final double SURVEY_SPAN = 250;

    private RegionCurves() {
    }

    /** Kind of a curve over a span of energy. */
    private static String kind(String name, double span) {
        String n = name.toLowerCase(Locale.ROOT);
        return span > SURVEY_SPAN || span > 100 && (n.contains("survey") || n.contains("wide") || n.contains("full"))
                ? "xps.survey" : "xps.region";
    }

    /** A name that none of the others has, which is added to them. */
    static String unique(String base, Set<String> names) {
        String name = base;
        for (int k = 2; !names.add(name); k++) {
            name = base + " #" + k;
        }
        return name;
    }

    /**
     * A curve over binding energy, or over kinetic energy where the photon energy is not known.
     *
     * @param energies energies in eV as the file gives them, any order
     * @param scale what they are
     * @throws DatasetFormatException if an energy occurs twice or is no number
     */
    static Curve curve(String file, String position, String name, double[] energies, EnergyScale scale,
            double[] signal, Unit unit, Metadata metadata) throws DatasetFormatException {
        EnergyScale s = over(energies, scale);
        double[] x = s.of(energies);
        Metadata m = metadata.with("photon energy", s.photon(), "eV");
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
            if (s.isBinding() && s.photon() > 0 && s.photon() < 1e6) {
                // on the scale of the Fermi level, as spectrometers and CasaXPS count both energies
                header = header.with(new OtherScale("Kinetic energy", Unit.of("eV"), s.reference(), -1));
            }
            for (Remark r : s.remarks()) {
                header = header.remarking(r);
            }
            return Curve.ofUnsorted(header, s.isBinding() ? "Binding energy" : "Kinetic energy", Unit.of("eV"),
                    s.isBinding() ? Direction.DESCENDING : Direction.ASCENDING, x, "Intensity", unit, signal, null);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, position, e.getMessage(), e);
        }
    }

    /** A region or survey as the kind that a person states. */
    static Dataset asStated(Dataset d, Stated stated) {
        Optional<String> kind = stated.kind().filter(k -> k.equals("xps.region") || k.equals("xps.survey"));
        return d instanceof Curve && kind.isPresent() ? d.withHeader(d.header().withKind(kind.get())) : d;
    }

    /** A scale with what the energies tell of it. */
    static EnergyScale over(double[] energies, EnergyScale scale) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : energies) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return scale.over(min, max);
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
