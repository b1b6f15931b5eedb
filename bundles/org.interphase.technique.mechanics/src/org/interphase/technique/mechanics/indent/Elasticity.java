package org.interphase.technique.mechanics.indent;

/**
 * Constants of a contact and its formulas (Oliver and Pharr 1992 and J. Mater. Res. 19 (2004) 3; ISO 14577-1:2015).
 *
 * @param epsilon geometry of the unloading: 0.75 for a Berkovich pyramid
 * @param beta departure from a body of revolution
 * @param poisson Poisson's ratio of the sample
 * @param indenterModulus in GPa; 1141 for diamond (Oliver and Pharr 1992)
 * @param indenterPoisson 0.07 for diamond (Oliver and Pharr 1992)
 */
public record Elasticity(double epsilon, double beta, double poisson, double indenterModulus,
        double indenterPoisson) {

    /** mN/nm2 in MPa. */
    private static final double MEGAPASCAL = 1e9;

    /** Contact depth in nm. */
    public double contactDepth(double depth, double force, double stiffness) {
        return depth - epsilon * force / stiffness;
    }

    /** Hardness in MPa of a force in mN over an area in nm2. */
    public double hardness(double force, double area) {
        return force / area * MEGAPASCAL;
    }

    /** Reduced modulus in MPa of a stiffness in mN/nm and an area in nm2. */
    public double reduced(double stiffness, double area) {
        return Math.sqrt(Math.PI) / (2 * beta) * stiffness / Math.sqrt(area) * MEGAPASCAL;
    }

    /** Modulus of the sample in MPa; NaN where the indenter alone is softer than the contact. */
    public double modulus(double reduced) {
        double rest = 1 / reduced - (1 - indenterPoisson * indenterPoisson) / (1000 * indenterModulus);
        return rest > 0 ? (1 - poisson * poisson) / rest : Double.NaN;
    }

    /** The same with another beta. */
    public Elasticity withBeta(double other) {
        return new Elasticity(epsilon, other, poisson, indenterModulus, indenterPoisson);
    }

    /** The same with another Poisson's ratio of the sample. */
    public Elasticity withPoisson(double other) {
        return new Elasticity(epsilon, beta, other, indenterModulus, indenterPoisson);
    }
}
