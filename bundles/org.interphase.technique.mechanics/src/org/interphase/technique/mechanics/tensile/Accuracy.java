package org.interphase.technique.mechanics.tensile;

/**
 * How well machine and specimen are known, as limits of error in per cent; each is taken as the half width of a
 * rectangular distribution, so that the standard uncertainty is the limit over the root of 3 (JCGM 100:2008, 4.3.7).
 *
 * @param force limit of the force; 1 % is class 1 of ISO 7500-1
 * @param extension limit of the extension; 1 % is class 1 of ISO 9513
 * @param section limit of the cross-section
 * @param gauge limit of the gauge length
 */
public record Accuracy(double force, double extension, double section, double gauge) {

    private static double u(double limit) {
        return limit / 100 / Math.sqrt(3);
    }

    /** Relative standard uncertainty of a stress; the cross-section counts where stress is force over it. */
    public double stress(boolean fromForce) {
        return fromForce ? Math.hypot(u(force), u(section)) : u(force);
    }

    /** Relative standard uncertainty of a strain; the gauge length counts where strain is extension over it. */
    public double strain(boolean fromExtension) {
        return fromExtension ? Math.hypot(u(extension), u(gauge)) : u(extension);
    }

    /** Relative standard uncertainty of a cross-section. */
    public double ofSection() {
        return u(section);
    }

    /** Relative standard uncertainty of a gauge length. */
    public double ofGauge() {
        return u(gauge);
    }
}
