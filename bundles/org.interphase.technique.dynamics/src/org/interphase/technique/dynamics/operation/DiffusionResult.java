package org.interphase.technique.dynamics.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.dynamics.activation.ThermalConstants;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.displacement.SlopeEstimate;
import org.interphase.technique.dynamics.displacement.TableEstimate;
import org.interphase.technique.dynamics.displacement.WalkEstimate;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.WalkBuilder;

/**
 * Diffusion coefficients of a dataset.
 *
 * @param estimates slopes, the first of them that which was asked for
 * @param measurements diffusion coefficients and what follows from them
 * @param remarks what was done
 */
record DiffusionResult(List<Named> estimates, List<Measurement> measurements, List<Remark> remarks) {

    /** cm2/s of an angstrom^2/ps. */
    static final double CM2_PER_S = 1e-4;
    private static final String UNIT = "cm2/s";
    private static final double PER_NM3 = 1e-3;

    /**
     * A slope under the name of its diffusion coefficient.
     *
     * @param suffix tells other numbers of this slope from those of another; empty for a single one
     */
    record Named(String name, String symbol, String suffix, SlopeEstimate estimate) {

        Measurement coefficient(int dimension) {
            return Measurement.of(name, symbol, CM2_PER_S * estimate.diffusion(dimension), CM2_PER_S
                    * estimate.diffusionUncertainty(dimension), UNIT).judged(estimate.verdict());
        }
    }

    static DiffusionResult of(Table input, DiffusionCoefficient.Parameters p, Progress progress)
            throws AnalysisException {
        Trajectory t = input.product(Trajectory.class).orElse(null);
        return t == null ? ofTable(input, p) : ofTrajectory(input, t, p, progress);
    }

    private static DiffusionResult ofTable(Table input, DiffusionCoefficient.Parameters p) throws AnalysisException {
        Optional<String> axes = input.metadata().text(MsdTable.AXES);
        if (axes.isPresent() && axes.get().length() != p.dimension()) {
            throw new AnalysisException("'" + input.name() + "' counts displacements along " + axes.get() + " only: "
                    + "the parameter dimension is " + axes.get().length() + " then, not " + p.dimension());
        }
        MsdTable m = MsdTable.of(input).upTo(p.longest());
        double start = p.start() == null ? Double.NaN : p.start();
        List<Remark> remarks = new ArrayList<>();
        SlopeEstimate e;
        boolean errors = m.hasSpread() && p.spread() != DiffusionCoefficient.Spread.IGNORED;
        if (p.observations() != null) {
            e = TableEstimate.ofObservations(m.time(), m.msd(), p.observations(), p.dimension(), start);
            remarks.add(Remark.info("The covariance is that of random walks with the number of independent "
                    + "observations "
                    + "stated."));
        } else if (errors) {
            e = TableEstimate.ofErrors(m.time(), m.msd(), m.spread(), start);
            remarks.add(Remark.info("The correlation of the mean squared displacements is that of random walks; their "
                    + "standard errors are those of the table."));
            if (p.spread() == DiffusionCoefficient.Spread.UNSTATED) {
                e = e.judged(Verdict.doubtful("what the spread in the table is, is not stated; it is taken for "
                        + "standard "
                        + "errors (parameter spread)"));
            }
        } else {
            e = TableEstimate.ofResiduals(m.time(), m.msd(), start);
        }
        Named n = new Named("diffusion coefficient", "D", "", e);
        List<Measurement> out = new ArrayList<>(List.of(n.coefficient(p.dimension())));
        conductivity(input, p, Double.NaN, List.of(n), out, remarks);
        return new DiffusionResult(List.of(n), out, remarks);
    }

    private static DiffusionResult ofTrajectory(Table input, Trajectory t, DiffusionCoefficient.Parameters p,
            Progress progress) throws AnalysisException {
        WalkBuilder.Built b = TrajectoryWalks.of(t, p, progress.part(0, 0.3));
        double start = p.start() == null ? Double.NaN : p.start();
        double longest = p.longest() == null ? Double.NaN : p.longest();
        List<Remark> remarks = new ArrayList<>(b.remarks());
        List<Named> estimates = new ArrayList<>();
        boolean both = p.transport() == DiffusionCoefficient.Transport.BOTH;
        if (p.transport() != DiffusionCoefficient.Transport.COLLECTIVE) {
            SlopeEstimate e = WalkEstimate.of(b.walks(), start, longest, progress.part(0.3, 0.8)).judged(b.verdict());
            estimates.add(new Named("tracer diffusion coefficient", "D*", both ? " (tracer)" : "", e));
        }
        if (p.transport() != DiffusionCoefficient.Transport.TRACER) {
            SlopeEstimate e = WalkEstimate.of(b.walks().together(), start, longest, progress.part(0.8, 1))
                    .judged(b.verdict());
            estimates.add(new Named("collective (charge) diffusion coefficient", "D_\u03c3", both ? " (collective)"
                    : "", e));
        }
        remarks.add(Remark.info("Of a fluid, D in a periodic box of edge L is too low by about 2.84 k T / (6 pi "
                + "viscosity L) (I.-C. Yeh, G. Hummer, J. Phys. Chem. B 108 (2004) 15873-15879); this is not in the "
                + "uncertainty."));
        List<Measurement> out = new ArrayList<>(estimates.stream().map(n -> n.coefficient(p.dimension())).toList());
        if (both) {
            out.add(haven(estimates.get(0).estimate(), estimates.get(1).estimate()));
        }
        conductivity(input, p, b.numberDensity(), estimates, out, remarks);
        return new DiffusionResult(estimates, out, remarks);
    }

    /** Haven ratio: tracer over charge diffusion coefficient (G. E. Murch, Solid State Ionics 7 (1982) 177-198). */
    private static Measurement haven(SlopeEstimate tracer, SlopeEstimate charge) {
        double ratio = tracer.slope() / charge.slope();
        double relative = Math.hypot(tracer.uncertainty() / tracer.slope(), charge.uncertainty() / charge.slope());
        return Measurement.of("Haven ratio", "H_R", ratio, Math.abs(ratio) * relative, "1")
                .judged(tracer.verdict().and(charge.verdict()));
    }

    /**
     * Conductivities {@code n q^2 D / (k T)} (W. Nernst 1888, A. Einstein 1905), where charge and temperature are
     * known.
     */
    private static void conductivity(Table input, DiffusionCoefficient.Parameters p, double density, List<Named> of,
            List<Measurement> out, List<Remark> remarks) throws AnalysisException {
        if (p.charge() == null) {
            return;
        }
        if (p.charge() == 0) {
            throw new AnalysisException("a charge number of 0 carries no current: there is no conductivity; leave the "
                    + "parameter charge empty");
        }
        OptionalDouble kelvin = p.temperature() != null ? OptionalDouble.of(p.temperature())
                : Temperatures.kelvin(input);
        double n = p.numberDensity() != null ? PER_NM3 * p.numberDensity() : density;
        if (kelvin.isEmpty() || !(n > 0)) {
            throw new AnalysisException("a conductivity needs the temperature and the number density beside the "
                    + "charge; "
                    + (kelvin.isEmpty() ? "the temperature is not known (parameter temperature)"
                            : "the file has no cell (parameter numberDensity)"));
        }
        for (Named d : of) {
            boolean collective = d.symbol().contains("\u03c3");
            double factor = ThermalConstants.conductivity(n, p.charge(), kelvin.getAsDouble());
            out.add(Measurement.of(collective ? "conductivity (from collective diffusion)"
                    : "Nernst-Einstein conductivity", collective ? "\u03c3" : "\u03c3_NE", factor
                    * d.estimate().diffusion(p.dimension()), factor * d.estimate().diffusionUncertainty(p.dimension()),
                    "S/cm").judged(d.estimate().verdict()));
        }
        remarks.add(Remark.info("Conductivities are n q^2 D / (k T) at " + kelvin.getAsDouble() + " K; with a tracer "
                + "diffusion coefficient (Nernst-Einstein) correlations between ions are left out."));
    }
}
