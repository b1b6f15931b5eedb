package org.interphase.technique.dynamics;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.dynamics.activation.DiffusivityTable;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.figure.DynamicsView;
import org.interphase.technique.dynamics.operation.DiffusionArrhenius;
import org.interphase.technique.dynamics.operation.DiffusionCoefficient;
import org.interphase.technique.dynamics.operation.JoinTrajectories;
import org.interphase.technique.dynamics.operation.PathBarrier;
import org.interphase.technique.dynamics.path.ReactionPath;
import org.interphase.technique.dynamics.reader.DcdReader;
import org.interphase.technique.dynamics.reader.DiffusivityTableReader;
import org.interphase.technique.dynamics.reader.LammpsDataReader;
import org.interphase.technique.dynamics.reader.LammpsDumpReader;
import org.interphase.technique.dynamics.reader.MsdTableReader;
import org.interphase.technique.dynamics.reader.NebFileReader;
import org.interphase.technique.dynamics.reader.NebOutputReader;
import org.interphase.technique.dynamics.reader.NebPathReader;
import org.interphase.technique.dynamics.reader.PathTableReader;
import org.interphase.technique.dynamics.reader.XdatcarReader;
import org.interphase.technique.dynamics.reader.XyzTrajectoryReader;
import org.interphase.technique.dynamics.reference.AtomicWeights;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;

/** Atoms in motion, as simulations tell it: diffusion from trajectories, barriers of reaction paths. */
public final class DynamicsTechnique implements Technique {

    private final DiffusionCoefficient diffusion = new DiffusionCoefficient();
    private final JoinTrajectories join = new JoinTrajectories();
    private final DiffusionArrhenius arrhenius = new DiffusionArrhenius();
    private final PathBarrier barrier = new PathBarrier();

    @Override
    public String id() {
        return "dynamics";
    }

    @Override
    public String title() {
        return "Atomistic simulation";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(MsdTable.KIND, "Mean squared displacements", "table"),
                new KindInfo(TrajectoryTable.KIND, "Trajectory of atoms", "table"),
                new KindInfo(ReactionPath.KIND, "Reaction path", "table"),
                new KindInfo(DiffusivityTable.KIND, "Diffusion coefficients over temperature", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new MsdTableReader(), new LammpsDumpReader(), new LammpsDataReader(),
                new XyzTrajectoryReader(), new XdatcarReader(),
                new DcdReader(), new NebFileReader(), new NebPathReader(), new NebOutputReader(),
                new PathTableReader(), new DiffusivityTableReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(diffusion, join, barrier, arrhenius);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("dynamics/diffusion", "Diffusion coefficient of a simulation", "How fast do atoms "
                + "diffuse? Tracer or collective diffusion coefficient from the mean squared displacement, with the "
                + "covariance of overlapping displacements in its uncertainty. Species, time step and units are asked "
                + "for where the file does not state them.", Applicability.of(MsdTable.KIND, TrajectoryTable.KIND),
                Step.of("diffusion", diffusion)).answering("tracer diffusion coefficient",
                        "diffusion coefficient"),
                Recipe.ofSeries("dynamics/diffusion-joined", "Diffusion coefficient of a run in several files", "How "
                + "fast "
                        + "do atoms diffuse in a run that was stored in several files? The files joined, then as "
                        + "above.",
                        Applicability.of(TrajectoryTable.KIND), Step.of("join", join), Step.of("diffusion", diffusion))
                        .answering("tracer diffusion coefficient"),
                Recipe.of("dynamics/barrier", "Barrier of a reaction path", "How high is the barrier, from either "
                + "side? "
                        + "From the images of a nudged elastic band, by a curve through energies and forces.",
                        Applicability.of(ReactionPath.KIND).preferring("neb", "path"), Step.of("barrier", barrier))
                        .answering("forward barrier", "reverse barrier"),
                Recipe.ofSeries("dynamics/arrhenius", "Activation energy of diffusion", "How much does warmth help? "
                + "From "
                        + "simulations at several temperatures, or a table of diffusion coefficients: activation "
                        + "energy "
                        + "and prefactor with the uncertainties of all points.", Applicability.of(MsdTable.KIND,
                                TrajectoryTable.KIND, DiffusivityTable.KIND), Step.of("arrhenius", arrhenius))
                        .answering("activation energy", "prefactor"));
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new DynamicsView());
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(AtomicWeights.table());
    }
}
