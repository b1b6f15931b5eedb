package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

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
     * A map.
     *
     * @param positions [position column][spectrum]
     * @param names empty columns whose names and units the positions take
     */
    static Dataset of(String file, String where, SpectrumType type, double[] x, double[] flat, double[][] positions,
            List<Column> names, Metadata metadata) throws DatasetFormatException {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < positions.length; k++) {
            columns.add(Column.of(names.get(k).name(), names.get(k).unit(), positions[k]));
        }
        MapGrid grid = positions.length == 2 ? MapGrid.of(positions[0], positions[1]) : null;
        return MapFactory.of(file, where, type, x, flat, columns, grid, metadata);
    }
}
