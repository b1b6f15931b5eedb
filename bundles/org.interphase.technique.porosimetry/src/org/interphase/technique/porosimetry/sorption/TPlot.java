package org.interphase.technique.porosimetry.sorption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.numerics.linear.StraightLine;

/**
 * Micropore volume and external area from the amount over the thickness of the layer on a flat surface (J. H. de Boer
 * et al., J. Colloid Interface Sci. 21 (1966) 405-414, doi:10.1016/0095-8522(66)90006-7), with the thickness of
 * nitrogen at 77 K by Harkins and Jura, t = (13.99/(0.034 - log10 p))^0.5 in angstrom.
 *
 * @param micropores volume in cm3/g
 * @param microporesUncertainty its standard uncertainty
 * @param external area in m2/g
 * @param externalUncertainty its standard uncertainty
 * @param points points of the line
 * @param thickness of all points, in angstrom
 * @param volume liquid volume of all points, in cm3/g
 * @param line the line
 */
public record TPlot(double micropores, double microporesUncertainty, double external, double externalUncertainty,
        int points, double[] thickness, double[] volume, StraightLine line) {

    /** Liquid nitrogen at 77 K: 28.0134 g/mol over 0.808 g/cm3, in cm3/mmol. */
    public static final double LIQUID = 0.03467;
    /** Thicknesses of the line in angstrom (ISO 15901-3:2007: 3.5 to 5). */
    private static final double FROM = 3.5;
    private static final double TO = 5;
    private static final double AREA = 1e4;

    /** The line of an isotherm; empty where fewer than four points lie in the range. */
    public static Optional<TPlot> of(Isotherm iso) {
        double[] t = new double[iso.size()];
        double[] v = new double[t.length];
        List<Integer> use = new ArrayList<>();
        for (int i = 0; i < t.length; i++) {
            t[i] = 10 * Thickness.HARKINS_JURA.at(iso.pressure()[i]);
            v[i] = LIQUID * iso.amount()[i];
            if (t[i] >= FROM && t[i] <= TO) {
                use.add(i);
            }
        }
        if (use.size() < 4) {
            return Optional.empty();
        }
        double[] x = use.stream().mapToDouble(i -> t[i]).toArray();
        double[] y = use.stream().mapToDouble(i -> v[i]).toArray();
        StraightLine l = StraightLine.through(x, y, new double[x.length]);
        return Optional.of(new TPlot(l.intercept(), l.interceptSigma(), AREA * l.slope(), AREA * l.slopeSigma(),
                x.length, t, v, l));
    }
}
