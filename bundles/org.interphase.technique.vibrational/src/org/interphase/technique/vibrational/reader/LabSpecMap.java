package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/** Puts spectra with positions into grid order; common to the text and XML forms of LabSpec. */
final class LabSpecMap {

    private LabSpecMap() {
    }

    /** Position name from LabSpec's axis type: XA becomes x. */
    static String positionName(String type) {
        String t = type.strip().toLowerCase(Locale.ROOT);
        return switch (t) {
            case "xa", "x" -> "x";
            case "ya", "y" -> "y";
            case "za", "z" -> "z";
            default -> t.isEmpty() ? "position" : t;
        };
    }

    /**
     * What the unit LabSpec gives the spectral axis says; without one it is as stated, else a shift in cm-1, as LabSpec
     * shows by default.
     *
     * @throws DatasetFormatException if it is a unit no Raman spectrum is read in
     */
    static SpectrumAbscissa abscissa(String file, String where, String unit, Stated stated)
            throws DatasetFormatException {
        String u = unit.isBlank() ? stated.unit(Fact.UNIT).map(Unit::text).orElse("") : unit;
        if (u.isEmpty()) {
            return SpectrumAbscissa.RAMAN_SHIFT;
        }
        SpectrumAbscissa a = SpectrumAbscissa.of(u);
        if (a == null) {
            throw new DatasetFormatException(file, where, "the spectral axis is in '" + u + "'; Raman shift in cm-1 "
                    + "and wavelengths in nm are read");
        }
        return a == SpectrumAbscissa.WAVENUMBER ? SpectrumAbscissa.RAMAN_SHIFT : a;
    }

    /** Counts, or an intensity in arbitrary units. */
    static Ordinate ordinate(String unit) {
        return unit.toLowerCase(Locale.ROOT).startsWith("cnt") ? Ordinate.COUNTS : Ordinate.ARBITRARY;
    }

    /** What is stated of the spectra where it is stated of the map. */
    static Stated kindOfSpectra(Stated stated) {
        return stated.kind().filter("raman.map"::equals).isPresent() ? stated.with(Fact.KIND, "raman") : stated;
    }

    /**
     * A map.
     *
     * @param evidence of its first spectrum
     * @param positions [position column][spectrum]
     * @param names empty columns whose names and units the positions take
     */
    static Dataset of(SpectrumEvidence evidence, String where, double[] flat, double[][] positions,
            List<Column> names, Metadata metadata) throws DatasetFormatException {
        SpectrumEvidence.Decision decision = evidence.decide();
        SpectralAxis axis = SpectralAxis.of(evidence, decision.type(), where, Double.NaN);
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < positions.length; k++) {
            columns.add(Column.of(names.get(k).name(), names.get(k).unit(), positions[k]));
        }
        MapGrid grid = positions.length == 2 ? MapGrid.of(positions[0], positions[1]) : null;
        Dataset map = MapFactory.of(evidence.file(), where, axis.type(), axis.x(), flat, columns, grid, metadata);
        return map.withHeader(SpectrumFactory.remarking(map.header(), decision.remarks(), axis.remarks()));
    }
}
