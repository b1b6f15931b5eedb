package org.interphase.technique.porosimetry.sorption;

/** Thickness of the layer of nitrogen on a flat surface at 77 K over the relative pressure. */
public enum Thickness {

    /**
     * t = 3.54 (5 / ln(p0/p))^(1/3) angstrom (G. Halsey, J. Chem. Phys. 16 (1948) 931-937, doi:10.1063/1.1746689, with
     * the constants of nitrogen).
     */
    HALSEY("Halsey") {
        @Override
        public double at(double p) {
            return 0.354 * Math.cbrt(-5 / Math.log(p));
        }
    },
    /**
     * t = (13.99 / (0.034 - log10 p/p0))^0.5 angstrom (W. D. Harkins, G. Jura, J. Am. Chem. Soc. 66 (1944) 1366-1373,
     * doi:10.1021/ja01236a048, as J. H. de Boer et al., J. Colloid Interface Sci. 21 (1966) 405-414, put it).
     */
    HARKINS_JURA("Harkins and Jura") {
        @Override
        public double at(double p) {
            return 0.1 * Math.sqrt(13.99 / (0.034 - Math.log10(p)));
        }
    };

    private final String names;

    Thickness(String names) {
        this.names = names;
    }

    /** Thickness in nm at a relative pressure between 0 and 1. */
    public abstract double at(double p);

    /** Whose it is, for texts. */
    public String names() {
        return names;
    }

    /** The other one. */
    public Thickness other() {
        return this == HALSEY ? HARKINS_JURA : HALSEY;
    }
}
