package org.interphase.technique.elements.operation;

import org.interphase.api.AnalysisException;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;

/** Whether the pixels of a map are counts. */
final class MapCounts {

    private MapCounts() {
    }

    /**
     * The verdict on what rests on counting statistics.
     *
     * @param said whether a person says that they are counts
     * @throws AnalysisException if they cannot be
     */
    static Verdict verdict(Raster map, boolean said) throws AnalysisException {
        boolean whole = true;
        for (int i = 0; i < map.pixels().size(); i++) {
            double v = map.pixels().get(i);
            if (v < 0) {
                throw new AnalysisException("'" + map.name() + "' has negative values: they are no counts, and "
                        + "there is "
                        + "nothing to hold their variation against.");
            }
            whole &= Double.isNaN(v) || v == Math.rint(v);
        }
        if (map.unit().text().equals("counts") || said) {
            return whole ? Verdict.SOUND : Verdict.doubtful("values that are said to be counts are no whole numbers, "
                    + "as where counts were scaled, averaged or corrected");
        }
        if (!whole) {
            throw new AnalysisException("The values of '" + map.name() + "' are no whole numbers and not said to be "
                    + "counts; say that they are under 'Counts', or export the map as counts.");
        }
        return Verdict.doubtful("the file does not say that the values are counts");
    }
}
