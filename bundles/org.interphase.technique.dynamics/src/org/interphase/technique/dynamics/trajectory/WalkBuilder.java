package org.interphase.technique.dynamics.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.dynamics.displacement.Walks;

/** Makes walks in angstroms and ps of chosen atoms, relative to what they are followed relative to. */
public final class WalkBuilder {

    /** Part of a cell vector from which on a step may have been taken the other way round. */
    private static final double AMBIGUOUS = 0.4;
    /** Step over the extent of all places from which on coordinates without a cell look wrapped. */
    private static final double LEAP = 0.6;
    private static final int FRAMES = 10;
    /** Square of a common displacement over its variance, for which 3.5 standard uncertainties stand. */
    private static final double COMMON = 12;

    private final Trajectory t;
    private final int[] chosen;
    private final int[] axes;
    private final List<Remark> remarks = new ArrayList<>();
    private Verdict verdict;
    /** Atoms that are followed, or whose drift is taken off. */
    private final boolean[] used;
    /** Largest part of a stated box that an atom in use moves from frame to frame. */
    private double most;

    private WalkBuilder(Trajectory t, int[] chosen, int[] axes) {
        this.t = t;
        this.chosen = chosen;
        this.axes = axes;
        this.verdict = t.verdict();
        this.used = new boolean[t.atoms().size()];
        for (int i : chosen) {
            used[i] = true;
        }
    }

    /**
     * Walks with what is to be known of them.
     *
     * @param walks the walks
     * @param numberDensity followed atoms per cubic angstrom; NaN without a cell
     * @param verdict whether they can be trusted
     * @param remarks what was done
     */
    public record Built(Walks walks, double numberDensity, Verdict verdict, List<Remark> remarks) {
    }

    /**
     * Walks of chosen atoms.
     *
     * @param axes axes that count: 0, 1, 2
     * @param angstroms length of the file's unit
     * @param box edges of a rectangular box, in the file's unit, by which coordinates without a cell are unwrapped;
     * null for none
     */
    public static Built of(Trajectory t, int[] chosen, int[] axes, double angstroms, TimeScale time,
            DriftReference drift,
            Cell box, Progress progress) throws AnalysisException {
        WalkBuilder b = new WalkBuilder(t, chosen, axes);
        double[][] origin = b.origin(drift, time.frames(), box);
        float[][] places = b.places(origin, angstroms, time.frames(), box, progress);
        Walks walks = new Walks(time.interval(), axes.length, places);
        b.unwrapping(box);
        if (origin == null) {
            b.common(walks);
        }
        if (t.frames().size() > time.frames()) {
            b.remarks.add(Remark.warning("The last frame is out of step with the others and does not count."));
        }
        double volume = t.meanVolume() * angstroms * angstroms * angstroms;
        return new Built(walks, chosen.length / volume, b.verdict, List.copyOf(b.remarks));
    }

    /** Displacement of the centre of mass at each frame, three a frame; null if nothing is to be taken off. */
    private double[][] origin(DriftReference drift, int frames, Cell box) {
        if (drift == DriftReference.NONE) {
            return null;
        }
        int n = t.atoms().size();
        boolean[] counts = new boolean[n];
        java.util.Arrays.fill(counts, true);
        if (drift == DriftReference.HOST) {
            for (int i : chosen) {
                counts[i] = false;
            }
        }
        int atoms = 0;
        boolean weighed = true;
        for (int i = 0; i < n; i++) {
            atoms += counts[i] ? 1 : 0;
            used[i] |= counts[i];
            weighed &= !counts[i] || t.atoms().masses()[i] > 0;
        }
        if (atoms == 0) {
            remarks.add(Remark.info("All atoms of the file are followed: there is no host whose drift could be taken "
                    + "off."));
            return null;
        }
        double[][] out = new double[frames][3];
        double[] d = new double[3];
        for (int f = 1; f < frames; f++) {
            double mass = 0;
            for (int i = 0; i < n; i++) {
                if (counts[i]) {
                    double w = weighed ? t.atoms().masses()[i] : 1;
                    mass += w;
                    step(f, i, box, d);
                    for (int c = 0; c < 3; c++) {
                        out[f][c] += w * d[c];
                    }
                }
            }
            for (int c = 0; c < 3; c++) {
                out[f][c] = out[f - 1][c] + out[f][c] / mass;
            }
        }
        double[] end = out[frames - 1];
        remarks.add(Remark.info(String.format(Locale.ROOT, "Atoms are followed relative to the %s of %s %d%s, which "
                + "moves by %.3g over the run (unit of the file).", weighed ? "centre of mass" : "mean place",
                drift == DriftReference.HOST ? "the" : "all", atoms, drift == DriftReference.HOST ? " other atoms"
                : " atoms",
                Math.sqrt(end[0] * end[0] + end[1] * end[1] + end[2] * end[2]))
                + (weighed ? "" : " Their masses are not known.")));
        return out;
    }

    /** Step of an atom to a frame from the one before, the shortest where a box is stated. */
    private void step(int frame, int atom, Cell box, double[] d) {
        float[] now = t.frames().places().get(frame);
        float[] before = t.frames().places().get(frame - 1);
        for (int c = 0; c < 3; c++) {
            d[c] = (double) now[3 * atom + c] - before[3 * atom + c];
        }
        if (box != null) {
            most = Math.max(most, box.nearest(d));
        }
    }

    private float[][] places(double[][] origin, double angstroms, int frames, Cell box, Progress progress) {
        float[][] out = new float[chosen.length][frames * axes.length];
        double[] place = new double[3 * chosen.length];
        double[] d = new double[3];
        for (int f = 1; f < frames; f++) {
            progress.checkCancelled();
            for (int k = 0; k < chosen.length; k++) {
                step(f, chosen[k], box, d);
                for (int c = 0; c < 3; c++) {
                    place[3 * k + c] += d[c];
                }
                for (int a = 0; a < axes.length; a++) {
                    double shift = origin == null ? 0 : origin[f][axes[a]];
                    out[k][f * axes.length + a] = (float) (angstroms * (place[3 * k + axes[a]] - shift));
                }
            }
        }
        return out;
    }

    private void unwrapping(Cell box) {
        if (t.coordinates() == Coordinates.WRAPPED || box != null) {
            for (int i : chosen) {
                most = Math.max(most, t.largestStep(i));
            }
            if (most > AMBIGUOUS) {
                verdict = verdict.and(Verdict.doubtful(String.format(Locale.ROOT, "atoms move by up to %.2f of the "
                        + "cell "
                        + "from frame to frame: which way round they went is not certain", most)));
            }
        } else if (t.coordinates() == Coordinates.NO_CELL && leaps()) {
            verdict = verdict.and(Verdict.doubtful("coordinates leap across the whole extent of the atoms: they seem "
                    + "wrapped into a box that the file does not state; state it with the parameter box"));
        }
        if (t.cellVaries()) {
            remarks.add(Remark.info("The cell changes; displacements from frame to frame are added up."));
        }
    }

    /** Whether some steps are nearly as long as all places are apart, along an axis. */
    private boolean leaps() {
        for (int c : axes) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double step = 0;
            for (int f = 0; f < t.frames().size(); f++) {
                float[] now = t.frames().places().get(f);
                float[] before = t.frames().places().get(Math.max(0, f - 1));
                for (int i = 0; i < used.length; i++) {
                    if (!used[i]) {
                        continue;
                    }
                    low = Math.min(low, now[3 * i + c]);
                    high = Math.max(high, now[3 * i + c]);
                    step = Math.max(step, Math.abs(now[3 * i + c] - before[3 * i + c]));
                }
            }
            if (t.frames().size() > FRAMES && step > LEAP * (high - low) && step > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all followed atoms move alike, where nothing was taken off. */
    private void common(Walks walks) {
        if (walks.walkers() < 2) {
            return;
        }
        double[] mean = walks.meanDisplacement();
        int last = walks.places()[0].length - walks.axes();
        for (int a = 0; a < walks.axes(); a++) {
            double squares = 0;
            for (float[] w : walks.places()) {
                squares += ((double) w[last + a] - mean[a]) * ((double) w[last + a] - mean[a]);
            }
            double variance = squares / (walks.walkers() - 1) / walks.walkers();
            if (mean[a] * mean[a] > COMMON * variance * walks.walkers() / Math.max(1, walks.walkers() - 2)) {
                verdict = verdict.and(Verdict.doubtful(String.format(Locale.ROOT, "all particles move alike by %.3g "
                        + "angstrom over the run: a drift that nothing took off", mean[a])));
                return;
            }
        }
    }
}
