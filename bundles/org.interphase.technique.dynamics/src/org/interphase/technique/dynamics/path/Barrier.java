package org.interphase.technique.dynamics.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Verdict;

/**
 * The barrier of a reaction path: the highest point of the curve through its images over each end.
 *
 * @param curve the curve
 * @param hermite whether it goes through energies and forces
 * @param saddle place of the highest point
 * @param forward its height over the first image in eV; 0 where nothing on the path is higher than that
 * @param reverse its height over the last image
 * @param forwardUncertainty standard uncertainty of the first
 * @param reverseUncertainty standard uncertainty of the second
 * @param reaction energy of the last image over the first
 * @param reactionUncertainty its standard uncertainty
 * @param interpolation the part of the uncertainty that comes from the curve between images
 * @param verdict whether the numbers may be published
 */
public record Barrier(PathCurve curve, boolean hermite, double saddle, double forward, double reverse,
        double forwardUncertainty, double reverseUncertainty, double reaction, double reactionUncertainty,
        double interpolation, Verdict verdict) {

    /**
     * Stiffness of the softest motion across a path, eV/angstrom^2, by which a force F left on an image is an energy
     * F^2 / (2 k) too high, and F times 0.1 angstrom at most. The founders' choice; no source was found for it.
     */
    private static final double STIFFNESS = 1;
    /** Force across the path from which on it is not converged; usual criteria are 0.01 to 0.05 eV/angstrom. */
    private static final double CONVERGED = 0.1;
    /** How far an image is from relaxed at most, in angstroms. */
    private static final double DISPLACED = 0.1;
    /** Energies closer than this are the same: programs print so many digits. */
    private static final double DIGITS = 1e-6;
    /** Least uncertainty of an interpolation, as a share of the barrier. */
    private static final double LEAST = 1e-4;

    /** The barrier of a path. */
    public static Barrier of(ReactionPath p) {
        boolean forces = p.force() != null;
        boolean relaxed = p.residual() == null || relaxedEnds(p);
        PathCurve spline = PathCurve.spline(p.position(), p.energy(), relaxed && !forces);
        PathCurve curve = forces ? PathCurve.ofForces(p.position(), p.energy(), p.force()) : spline;
        double[] top = curve.highest();
        double bump = 0;
        int highest = p.highest();
        if (highest == 0 || highest == p.images() - 1) {
            // a curve that rises between an end and its neighbour says less than the images: no barrier is seen
            bump = top[1] - p.energy()[highest];
            top = new double[] {p.position()[highest], p.energy()[highest]};
        }
        List<Double> others = new ArrayList<>();
        others.add(PathCurve.local(p.position(), p.energy()).highest()[1]);
        others.add(PathCurve.spline(p.position(), p.energy(), !relaxed).highest()[1]);
        others.add(spline.highest()[1]);
        double spread = 0;
        for (double o : others) {
            spread += (o - top[1]) * (o - top[1]);
        }
        double first = p.energy()[0];
        double last = p.energy()[p.images() - 1];
        double forward = over(top[1], first);
        double reverse = over(top[1], last);
        double interpolation = norm(interpolation(p, forces, top, spread / others.size()), LEAST
                * Math.max(forward, reverse), bump, 0);
        int near = nearest(p.position(), top[0]);
        double atTop = Math.hypot(interpolation, unconverged(p, near));
        double uFirst = unconverged(p, 0);
        double uLast = unconverged(p, p.images() - 1);
        double e = p.uncertainty() == null ? 0 : p.uncertainty()[near];
        double e0 = p.uncertainty() == null ? 0 : p.uncertainty()[0];
        double e1 = p.uncertainty() == null ? 0 : p.uncertainty()[p.images() - 1];
        return new Barrier(curve, forces, top[0], forward, reverse, norm(atTop, uFirst, e, e0),
                norm(atTop, uLast, e, e1), last - first, Math.hypot(norm(uFirst, uLast, e0, e1), scatter(p, forces)),
                interpolation,
                verdict(p, curve, forces, top));
    }

    /**
     * Uncertainty of the highest point from the curve between images: the spread between curves, and what the energies
     * scatter about what their neighbours or the forces foretell, which also tells how smooth the path is.
     */
    private static double interpolation(ReactionPath p, boolean forces, double[] top, double spread) {
        double scatter = scatter(p, forces);
        if (!forces) {
            return Math.hypot(Math.sqrt(spread), scatter);
        }
        // cubic pieces with known slopes are off by the fourth power of their length: a sixteenth of twice as long ones
        double gap = Math.abs(top[1] - p.energy()[p.highest()]);
        return Math.hypot(Math.min(Math.sqrt(spread), Math.max(PathScatter.left(p) / 16, 0.05 * gap)), scatter);
    }

    /** Standard deviation of a difference of two energies. */
    private static double scatter(ReactionPath p, boolean forces) {
        return Math.sqrt(2) * (forces ? PathScatter.ofForces(p) : PathScatter.ofEnergies(p));
    }

    private static double over(double top, double end) {
        return top - end < DIGITS ? 0 : top - end;
    }

    private static boolean relaxedEnds(ReactionPath p) {
        return p.residual()[0] < CONVERGED && p.residual()[p.images() - 1] < CONVERGED;
    }

    private static double unconverged(ReactionPath p, int image) {
        double f = p.residual() == null ? 0 : p.residual()[image];
        return Math.min(f * f / (2 * STIFFNESS), f * DISPLACED);
    }

    private static double norm(double a, double b, double c, double d) {
        return Math.sqrt(a * a + b * b + c * c + d * d);
    }

    private static int nearest(double[] s, double x) {
        int best = 0;
        for (int k = 1; k < s.length; k++) {
            best = Math.abs(s[k] - x) < Math.abs(s[best] - x) ? k : best;
        }
        return best;
    }

    private static Verdict verdict(ReactionPath p, PathCurve curve, boolean forces, double[] top) {
        Verdict v = Verdict.SOUND;
        int last = p.images() - 1;
        if (p.residual() != null) {
            double worst = 0;
            for (int k : new int[] {0, nearest(p.position(), top[0]), last}) {
                worst = Math.max(worst, p.residual()[k]);
            }
            if (worst > CONVERGED) {
                v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "forces of %.2g eV/angstrom are left on an end "
                        + "or "
                        + "on the top: the path is not converged", worst)));
            }
        }
        if (p.images() < 5) {
            v = v.and(Verdict.doubtful(p.images() + " images hardly tell the shape of the path"));
        }
        if (p.residual() == null && !forces) {
            v = v.and(Verdict.doubtful("neither forces nor what is left of them are known: nothing tells that the path "
                    + "is converged"));
        }
        if (p.highest() == 0 || p.highest() == last) {
            v = v.and(Verdict.doubtful("no image lies above both ends: there is no barrier on this path, or it lies "
                    + "between images"));
        }
        if (forces && against(p)) {
            v = v.and(Verdict.doubtful("the forces contradict the energies: of another sign or unit than -dE/ds in "
                    + "eV/angstrom"));
        }
        double gap = top[1] - p.energy()[p.highest()];
        double height = top[1] - Math.min(p.energy()[0], p.energy()[last]);
        if (gap > 0.1 * height && height > 0) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the top lies %.2g eV above the highest image",
                    gap)));
        }
        return v;
    }

    /** Whether slopes from forces and from neighbouring energies do not agree. */
    private static boolean against(ReactionPath p) {
        double product = 0;
        double energies = 0;
        double forces = 0;
        for (int k = 1; k + 1 < p.images(); k++) {
            double slope = (p.energy()[k + 1] - p.energy()[k - 1]) / (p.position()[k + 1] - p.position()[k - 1]);
            product -= slope * p.force()[k];
            energies += slope * slope;
            forces += p.force()[k] * p.force()[k];
        }
        return p.images() > 4 && (product < 0.5 * Math.sqrt(energies * forces) || forces > 9 * energies
                || energies > 9 * forces) && Math.max(energies, forces) > 0;
    }
}
