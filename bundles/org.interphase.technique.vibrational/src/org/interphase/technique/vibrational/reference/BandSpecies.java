package org.interphase.technique.vibrational.reference;

import java.util.List;
import org.interphase.model.Species;

/**
 * Which species the bands of the recipes are of. A name alone does not tell: CH2 bends at other places in each polymer,
 * so that a band called CH2 is one of a certain polymer by where it was looked for.
 */
public final class BandSpecies {

    private static final Species DOUBLE_BOND = Species.of("group C=C");
    private static final Species PVDF_CHAIN = Species.of("group CH2 beside CF2");
    private static final Species PAN_CHAIN = Species.of("group CH2 beside CH-C#N");
    private static final Species CARBONATE = Species.of("ion carbonate");
    private static final Species CARBON = Species.of("substance carbon");

    /** Middles of windows in cm-1: 1403 (infrared) and 1430 (Raman) of PVDF; the rows of the table of bands. */
    private static final List<Row> ROWS = List.of(new Row("C=C", true, 1490, 1605, DOUBLE_BOND),
            new Row("C=C", false, 1585, 1655, DOUBLE_BOND), new Row("CH2", true, 1420, 1446, PVDF_CHAIN),
            new Row("CH2", false, 1394, 1412, PVDF_CHAIN), new Row("CH2 of PAN", false, 1444, 1460, PAN_CHAIN),
            new Row("carbonate", false, 1410, 1510, CARBONATE), new Row("D", true, 1300, 1400, CARBON),
            new Row("G", true, 1550, 1620, CARBON));

    private record Row(String component, boolean raman, double from, double to, Species species) {
    }

    private BandSpecies() {
    }

    /**
     * What a band is of.
     *
     * @param component name of the band in the fit
     * @param raman whether it is of a Raman spectrum
     * @param from lower end of where it was looked for, or its place, in cm-1
     * @param to upper end of the same
     * @return one species; none where it is not known
     */
    public static List<Species> of(String component, boolean raman, double from, double to) {
        return ROWS.stream().filter(r -> r.component.equals(component) && r.raman == raman && from >= r.from
                && to <= r.to).map(Row::species).toList();
    }
}
