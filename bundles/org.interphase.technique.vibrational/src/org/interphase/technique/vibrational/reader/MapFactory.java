package org.interphase.technique.vibrational.reader;

import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/** Puts the spectra of a map into grid order, common to all formats that store positions. */
final class MapFactory {

    private MapFactory() {
    }

    /**
     * A map.
     *
     * @param flat values [spectrum][point]
     * @param positions one value per spectrum each
     * @param grid the grid they fill, or null
     */
    static Dataset of(String file, String where, SpectrumType type, double[] x, double[] flat,
            List<Column> positions, MapGrid grid, Metadata metadata) throws DatasetFormatException {
        String base = SpectrumFactory.baseName(file);
        if (grid == null) {
            return SpectrumFactory.map(file, where, base, type, x, flat, positions, null, metadata);
        }
        Metadata m = metadata.with("map columns", (long) grid.columns()).with("map rows", (long) grid.rows());
        if (grid.missing() > 0) {
            m = m.with("reader note", "the map is not complete: " + grid.missing() + " of "
                    + (grid.columns() * grid.rows()) + " places have no spectrum");
        }
        return SpectrumFactory.map(file, where, base, type, x, grid.sortRows(flat, x.length),
                positions.stream().map(grid::sort).toList(), new CurveStack.Grid(grid.columns(), grid.rows()), m);
    }
}
