package org.interphase.technique.dynamics.operation;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.displacement.SlopeEstimate;
import org.interphase.technique.dynamics.figure.DisplacementFigures;
import org.interphase.technique.dynamics.trajectory.DriftReference;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;

/** The diffusion coefficient of a trajectory or a table of mean squared displacements. */
public final class DiffusionCoefficient implements Operation<Table, DiffusionCoefficient.Parameters> {

    /**
     * What is followed, and what the file does not state.
     *
     * @param species which atoms diffuse
     * @param transport which diffusion
     * @param dimension d in MSD = 2 d D t
     * @param axes axes that count, for fewer than three
     * @param timeStep time of a simulation step in fs
     * @param frameInterval time between frames in fs
     * @param lengthUnit unit of lengths
     * @param box box of coordinates without a cell
     * @param drift what atoms are followed relative to
     * @param start where the straight part begins in ps; null to choose it
     * @param longest longest time that counts in ps; null for half of the run
     * @param observations independent observations behind the first row of a table
     * @param spread what the spread in a table is
     * @param charge charge number of the diffusing species
     * @param temperature in K
     * @param numberDensity of the diffusing species per nm3
     */
    public record Parameters(
            @Param(label = "Species", help = "Which atoms diffuse: species as the file names them (Li; 1 for a type of "
                    + "LAMMPS; several with commas), or numbers of atoms, as in 'atoms 1-100'. Needed where there are "
                    + "several.") String species,
            @Param(label = "Transport", def = "tracer", help = "Tracer diffusion follows single atoms; collective "
                    + "diffusion the sum of all, that is the charge they carry; both gives the Haven ratio too.")
            Transport transport,
            @Param(label = "Dimension", def = "3", min = 1, max = 3, help = "Number of dimensions d in which atoms "
                    + "diffuse: D = slope of the mean squared displacement / (2 d).") int dimension,
            @Param(label = "Axes", help = "For fewer than three dimensions the Cartesian axes that count, as in xy or "
            + "z; "
                    + "of trajectories only.") String axes,
            @Param(label = "Time step", unit = "fs", min = 1e-9, max = 1e12, help = "Time of one step of the "
            + "simulation, "
                    + "where the file counts steps and states no times.") Double timeStep,
            @Param(label = "Frame interval", unit = "fs", min = 1e-9, max = 1e15, help = "Time between two frames of "
            + "the "
                    + "file, where it states neither times nor steps.") Double frameInterval,
            @Param(label = "Length unit", help = "Unit of lengths where the file does not state it (LAMMPS): Angstrom, "
                    + "nm, bohr, or a length such as 3.405 Angstrom for reduced units.") String lengthUnit,
            @Param(label = "Box", advanced = true, help = "Edges of the periodic box in the file's unit, as in 10 10 "
            + "12, "
                    + "by which coordinates are unwrapped where the file has no cell.") String box,
            @Param(label = "Relative to", def = "host", help = "Whose drift is taken off: the centre of mass of the "
            + "host "
                    + "(all atoms that are not followed), of all atoms, or none.") DriftReference drift,
            @Param(label = "Start", unit = "ps", min = 0, help = "Where the straight part of the mean squared "
                    + "displacement begins; chosen where empty.") Double start,
            @Param(label = "Longest time", unit = "ps", min = 0, help = "Longest time over which displacements count; "
                    + "half of the run where empty.", advanced = true) Double longest,
            @Param(label = "Observations", min = 1, max = 1e15, help = "Of a table: how many independent displacements "
                    + "are behind its first row, that is particles times the length of the run over the first time.")
            Double observations,
            @Param(label = "Spread", def = "unstated", help = "Of a table: what its column of spreads is.")
            Spread spread,
            @Param(label = "Charge number", min = -20, max = 20, help = "Charge of the diffusing ion in units of the "
                    + "elementary charge; with the temperature a conductivity follows.") Double charge,
            @Param(label = "Temperature", unit = "K", min = 1e-3, max = 1e6, help = "Temperature of the simulation; "
            + "taken "
                    + "from what is stated of the file, or from its name, where empty.") Double temperature,
            @Param(label = "Number density", unit = "nm-3", min = 0, max = 1e6, advanced = true, help = "Diffusing "
            + "ions "
                    + "per volume; from the cell of the trajectory where empty.") Double numberDensity) {
    }

    /** Which diffusion is measured. */
    public enum Transport {
        /** Of single atoms. */
        TRACER,
        /** Of the sum of all. */
        COLLECTIVE,
        /** Both, and their ratio. */
        BOTH
    }

    /** What the spread in a table is. */
    public enum Spread {
        /** Nobody says; taken for standard errors, with doubt. */
        UNSTATED,
        /** Standard errors of the mean squared displacements. */
        STANDARD_ERROR,
        /** Of no use. */
        IGNORED
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("dynamics.diffusion", 1,
            "Diffusion coefficient", "D = slope / (2 d) of the straight part of the mean squared displacement, by "
                    + "generalised least squares with the covariance of the displacements at all times, which overlap "
                    + "in time and are therefore correlated. The slope is averaged over where the straight part may "
                    + "begin, each start weighted by exp(-(chi-square + 2 points left out) / 2); the spread between "
                    + "starts is in the uncertainty. Ordinary fits understate the uncertainty several times.",
            Table.class, Parameters.class,
                    Publication.article("A. R. McCluskey, S. W. Coles, B. J. Morgan",
                            "Accurate estimation of diffusion coefficients and their uncertainties "
                            + "from computer simulation")
                            .in("J. Chem. Theory Comput.", 2025, "21", "79-87")
                            .doi("10.1021/acs.jctc.4c01249").seen().cited("McCluskey 2025"),
            Publication.article("H. Qian, M. P. Sheetz, E. L. Elson",
                    "Single particle tracking. Analysis of diffusion and flow in two-dimensional "
                    + "systems")
                    .in("Biophys. J.", 1991, "60", "910-921")
                    .doi("10.1016/S0006-3495(91)82125-7").seen().cited("Qian 1991"),
            Publication.article("W. I. Jay, E. T. Neil",
                    "Bayesian model averaging for analysis of lattice field theory results")
                    .in("Phys. Rev. D", 2021, "103", "114502")
                    .doi("10.1103/PhysRevD.103.114502").seen().cited("Jay 2021"))
            .forKinds(MsdTable.KIND, TrajectoryTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        DiffusionResult r = DiffusionResult.of(input, p, progress);
        Outcome.Builder out = Outcome.builder(input);
        r.measurements().forEach(out::measure);
        for (DiffusionResult.Named n : r.estimates()) {
            SlopeEstimate e = n.estimate();
            out.measure(Measurement.of("MSD slope" + n.suffix(), "", e.slope(), e.uncertainty(), "Angstrom2/ps")
                    .judged(e.verdict()));
            out.measure(Measurement.of("MSD intercept" + n.suffix(), "", e.intercept(), e.interceptUncertainty(),
                    "Angstrom2").judged(e.verdict()));
            out.remark(Remark.info(String.format(Locale.ROOT, "The straight part%s is taken from %.4g ps to %.4g ps; "
                    + "where it begins adds %.2g angstrom^2/ps to the uncertainty of the slope.", n.suffix(), e.start(),
                    e.end(), e.choice())));
            out.figure(DisplacementFigures.msd(input.name(), n.name(), n.suffix(), e, p.dimension));
        }
        out.remark(Remark.info("D = slope of the mean squared displacement / (2 d) with d = " + p.dimension + "."));
        r.remarks().forEach(out::remark);
        return out.build();
    }

    @Override
    public String methods(Parameters p) {
        String which = switch (p.transport) {
            case TRACER -> "The tracer diffusion coefficient was";
            case COLLECTIVE -> "The collective (charge) diffusion coefficient was";
            case BOTH -> "Tracer and collective (charge) diffusion coefficients were";
        };
        return which + " taken from the slope of the mean squared displacement (D = slope / " + 2 * p.dimension
                + ") by generalised least squares with the covariance of overlapping displacements, averaged over the "
                + "start of the straight part" + (p.start == null ? "" : " from " + p.start + " ps on") + ", relative "
                + "to "
                + switch (p.drift) {
                    case HOST -> "the centre of mass of the host.";
                    case ALL -> "the centre of mass of all atoms.";
                    case NONE -> "the coordinates of the file.";
                };
    }
}
