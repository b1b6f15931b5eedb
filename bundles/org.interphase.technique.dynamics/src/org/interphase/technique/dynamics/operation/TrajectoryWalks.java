package org.interphase.technique.dynamics.operation;

import java.util.Arrays;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.technique.dynamics.trajectory.AngstromScale;
import org.interphase.technique.dynamics.trajectory.AtomSelection;
import org.interphase.technique.dynamics.trajectory.Cell;
import org.interphase.technique.dynamics.trajectory.Coordinates;
import org.interphase.technique.dynamics.trajectory.TimeScale;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.WalkBuilder;

/** Walks of the atoms that parameters name. */
final class TrajectoryWalks {

    private TrajectoryWalks() {
    }

    static WalkBuilder.Built of(Trajectory t, DiffusionCoefficient.Parameters p, Progress progress)
            throws AnalysisException {
        int[] chosen = AtomSelection.of(p.species(), t.atoms());
        long kinds = Arrays.stream(chosen).map(i -> t.atoms().speciesOf()[i]).distinct().count();
        if (kinds > 1 && (p.transport() != DiffusionCoefficient.Transport.TRACER || p.charge() != null)) {
            throw new AnalysisException("collective diffusion and conductivity of " + kinds + " species together would "
                    + "count all alike, whatever their charges; name one species (parameter species)");
        }
        int[] axes = axes(p);
        double angstroms = AngstromScale.of(t, p.lengthUnit());
        TimeScale time = TimeScale.of(t, p.timeStep(), p.frameInterval());
        return WalkBuilder.of(t, chosen, axes, angstroms, time, p.drift(), box(t, p.box()), progress);
    }

    private static int[] axes(DiffusionCoefficient.Parameters p) throws AnalysisException {
        String text = p.axes().strip().toLowerCase(Locale.ROOT).replaceAll("[,\\s]+", "");
        if (text.isEmpty() && p.dimension() == 3) {
            return new int[] {0, 1, 2};
        }
        if (!text.matches("[xyz]+") || text.chars().distinct().count() != text.length()
                || text.length() != p.dimension()) {
            throw new AnalysisException("diffusion in " + p.dimension() + " dimensions needs as many axes; name them "
                    + "with "
                    + "the parameter axes, as in " + "xyz".substring(0, p.dimension()));
        }
        return text.chars().map(c -> c - 'x').sorted().toArray();
    }

    private static Cell box(Trajectory t, String text) throws AnalysisException {
        if (text.isBlank()) {
            return null;
        }
        if (t.coordinates() != Coordinates.NO_CELL) {
            throw new AnalysisException("the file has a cell of its own; the parameter box is for files without");
        }
        if (t.frames().every() > 1) {
            throw new AnalysisException("frames were thinned out on reading, so that a box can't unwrap them any more");
        }
        try {
            String[] words = text.strip().split("[\\s,x]+");
            double[] v = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
            return v.length == 1 ? Cell.box(v[0], v[0], v[0]) : v.length == 3 ? Cell.box(v[0], v[1], v[2])
                    : Cell.of(v);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("'" + text + "' is no box: write one edge, three edges or three vectors", e);
        }
    }
}
