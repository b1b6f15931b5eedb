package org.interphase.technique.dynamics.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.model.Verdict;

/** Puts trajectories of one run behind each other. */
public final class TrajectoryJoin {

    /** Usual steps, root mean square, from which on the one across a seam is too long for parts that follow. */
    private static final double SEVERAL = 4;

    private TrajectoryJoin() {
    }

    /**
     * One trajectory of several. Where all count simulation steps they are ordered by those, and a frame that two parts
     * share is taken once; otherwise they follow as given, and a frame that is the same to the last digit is taken
     * once.
     *
     * @throws AnalysisException if their atoms, units or coordinates differ, or steps overlap
     */
    public static Trajectory of(List<Trajectory> parts) throws AnalysisException {
        boolean stepped = parts.stream().allMatch(t -> t.frames().steppedBySimulation());
        List<Trajectory> ordered = new ArrayList<>(parts);
        if (stepped) {
            ordered.sort(java.util.Comparator.comparingDouble(t -> t.frames().steps()[0]));
        }
        Trajectory all = ordered.get(0);
        for (Trajectory next : ordered.subList(1, ordered.size())) {
            all = join(all, next, stepped);
        }
        return all;
    }

    private static Trajectory join(Trajectory a, Trajectory b, boolean stepped) throws AnalysisException {
        int n = a.atoms().size();
        if (n != b.atoms().size() || a.coordinates() != b.coordinates() || !a.units().equals(b.units())
                || a.frames().every() != b.frames().every()) {
            throw new AnalysisException("the parts are not of one run: " + a.title() + " (" + a.coordinates().words()
                    + ") and " + b.title() + " (" + b.coordinates().words() + ")");
        }
        int[] place = places(a.atoms(), b.atoms());
        Trajectory.Ends end = a.ends();
        Trajectory.Ends begin = b.ends();
        double[] sa = a.frames().steps();
        double[] sb = b.frames().steps();
        double last = sa[sa.length - 1];
        int from = 0;
        if (stepped) {
            while (from < sb.length && sb[from] <= last) {
                from++;
            }
            if (from > 1 || from == 1 && sb[0] < last) {
                throw new AnalysisException("the parts overlap: one ends with step " + (long) last
                        + ", the next begins with " + (long) sb[0]);
            }
        } else if (sb.length > 1 && same(end.lastPlace(), begin.firstPlace(), place)) {
            from = 1;
        }
        boolean varies = end.lastCell() != null && begin.firstCell() != null && (a.cellVaries() || b.cellVaries()
                || !end.lastCell().isSame(begin.firstCell()));
        double squares = 0;
        double[] shift = new double[3 * n];
        float[] across = new float[n];
        double[] d = new double[3];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                d[c] = begin.firstPlace()[3 * place[i] + c] - end.lastPlace()[3 * i + c];
            }
            if (from == 1) {
                // the same frame twice: nothing moved between
                Arrays.fill(d, 0);
            } else if (a.coordinates() == Coordinates.WRAPPED) {
                across[i] = (float) end.lastCell().nearest(d);
            } else if (varies) {
                across[i] = (float) begin.firstCell().since(end.lastCell(), end.lastPlace(), 3 * i, begin.firstPlace(),
                        3 * place[i], d);
            }
            squares += d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
            float[] kept = a.frames().places().get(sa.length - 1);
            for (int c = 0; c < 3; c++) {
                shift[3 * i + c] = kept[3 * i + c] + d[c] - b.frames().places().get(0)[3 * place[i] + c];
            }
        }
        Verdict v = a.verdict().and(b.verdict());
        double usual = Math.max(steps(a), steps(b));
        if (!stepped && squares > SEVERAL * SEVERAL * usual && usual > 0) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "from one part of the run to the next atoms move %.0f"
                    + " times as far as between frames: the parts may not follow each other", Math.sqrt(squares
                    / usual))));
        }
        return joined(a, b, place, shift, across, from, stepped, v);
    }

    /** Whether all atoms stand at the same places. */
    private static boolean same(double[] a, double[] b, int[] place) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[3 * place[i / 3] + i % 3]) {
                return false;
            }
        }
        return true;
    }

    /** Mean over frames of the squared step of all atoms together; 0 for a single frame. */
    private static double steps(Trajectory t) {
        double sum = 0;
        List<float[]> f = t.frames().places();
        for (int k = 1; k < f.size(); k++) {
            for (int i = 0; i < f.get(k).length; i++) {
                double d = (double) f.get(k)[i] - f.get(k - 1)[i];
                sum += d * d;
            }
        }
        return f.size() < 2 ? 0 : sum / (f.size() - 1);
    }

    private static Trajectory joined(Trajectory a, Trajectory b, int[] place, double[] shift,
            float[] across, int from, boolean stepped, Verdict verdict) {
        int n = place.length;
        List<float[]> frames = new ArrayList<>(a.frames().places());
        double[] steps = Arrays.copyOf(a.frames().steps(), a.frames().size() + b.frames().size() - from);
        double[] times = Arrays.copyOf(a.frames().times(), steps.length);
        for (int f = from; f < b.frames().size(); f++) {
            float[] now = new float[3 * n];
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < 3; c++) {
                    now[3 * i + c] = (float) (b.frames().places().get(f)[3 * place[i] + c] + shift[3 * i + c]);
                }
            }
            int at = frames.size();
            steps[at] = stepped ? b.frames().steps()[f] : at * (double) a.frames().every();
            times[at] = b.frames().times()[f];
            frames.add(now);
        }
        float[] largest = new float[n];
        double[] last = new double[3 * n];
        for (int i = 0; i < n; i++) {
            largest[i] = Math.max(across[i], Math.max(a.largestStep(i), b.largestStep(place[i])));
            System.arraycopy(b.ends().lastPlace(), 3 * place[i], last, 3 * i, 3);
        }
        double weight = (double) a.frames().size() / steps.length;
        boolean varies = a.cellVaries() || b.cellVaries() || a.cell().isPresent() && !a.cell().equals(b.cell());
        return new Trajectory(a.atoms(), new Trajectory.Frames(frames, steps, times, stepped, a.frames().every()),
                a.coordinates(), a.units(), largest, new Trajectory.Ends(a.ends().firstPlace(),
                a.ends().firstCell(), last, b.ends().lastCell()), weight * a.meanVolume() + (1 - weight)
                * b.meanVolume(), varies, verdict);
    }

    /** Where each atom of one stands in the other. */
    private static int[] places(Atoms a, Atoms b) throws AnalysisException {
        Map<Integer, Integer> of = new HashMap<>();
        for (int i = 0; i < b.size(); i++) {
            of.put(b.ids()[i], i);
        }
        int[] out = new int[a.size()];
        for (int i = 0; i < out.length; i++) {
            Integer k = of.get(a.ids()[i]);
            if (k == null || !a.species().get(a.speciesOf()[i]).equals(b.species().get(b.speciesOf()[k]))) {
                throw new AnalysisException("the parts are not of one run: atom " + a.ids()[i] + " is not the same in "
                        + "both");
            }
            out[i] = k;
        }
        return out;
    }
}
