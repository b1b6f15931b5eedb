package org.interphase.technique.dynamics.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.TrajectoryJoin;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;

/** One trajectory of a run that was stored in several files. */
public final class JoinTrajectories implements Operation<Series, JoinTrajectories.Parameters> {

    /** Nothing is to be chosen. */
    public record Parameters() {
    }

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("dynamics.join", 1,
            "Join files of a run", "Puts the trajectories of one run behind each other: by their simulation steps "
            + "where "
                    + "they count them, else in the order given. A frame that ends one file and begins the next is "
                    + "taken "
                    + "once; atoms are followed through the cell from file to file.", Series.class, Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Trajectory> parts = new ArrayList<>();
        for (Dataset d : input.members()) {
            parts.add(d.product(Trajectory.class).orElseThrow(() -> new AnalysisException("'" + d.name()
                    + "' is no trajectory")));
        }
        Trajectory all = TrajectoryJoin.of(parts);
        Metadata m = input.members().get(0).metadata();
        Outcome.Builder out = Outcome.builder(TrajectoryTable.of(DatasetHeader.of(input.name(), TrajectoryTable.KIND,
                m),
                all));
        if (!all.frames().steppedBySimulation()) {
            out.remark(Remark.info("The files count no steps; they are joined in the order given."));
        }
        return out.measure("frames", "n", all.frames().size(), 0, "1").measure("files joined", "n", parts.size(), 0,
                "1")
                .build();
    }

    @Override
    public String methods(Parameters p) {
        return "The files of the run were joined, a frame held twice taken once.";
    }
}
