package org.interphase.technique.dynamics.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.dynamics.activation.ActivatedDiffusion;
import org.interphase.technique.dynamics.activation.DiffusivityTable;
import org.interphase.technique.dynamics.activation.ThermalConstants;
import org.interphase.technique.dynamics.figure.ActivationFigures;

/** Activation energy and prefactor of diffusion from several temperatures. */
public final class DiffusionArrhenius implements Operation<Series, DiffusionArrhenius.Parameters> {

    /**
     * How each diffusion coefficient is found, and how well temperatures are known.
     *
     * @param diffusion parameters of each coefficient
     * @param temperatureUncertainty standard uncertainty of a temperature in K
     */
    public record Parameters(
            @Param(label = "Diffusion", help = "How the diffusion coefficient of each trajectory or table of mean "
            + "squared "
                    + "displacements is found.") DiffusionCoefficient.Parameters diffusion,
            @Param(label = "Temperature uncertainty", unit = "K", min = 0, max = 100, def = "0", help = "Standard "
                    + "uncertainty of a temperature, for the scatter of each and for an offset of all; simulations "
                    + "hold "
                    + "theirs.") double temperatureUncertainty) {
    }

    private static final double ROOM = 298.15;
    private static final double LOGARITHM = 0.3;
    private static final int LEAST = 3;

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("dynamics.arrhenius", 1,
            "Activation energy of diffusion", "A straight line of ln D over 1/T by weighted least squares, through the "
                    + "diffusion coefficients of trajectories or mean squared displacements at several temperatures, "
                    + "or "
                    + "of a table. Temperatures are stated of each file, or stand in its name (run-600K).",
                    Series.class,
            Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    /** A diffusion coefficient at a temperature. */
    private record Point(double kelvin, String member, Measurement d) {
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Point> all = new ArrayList<>();
        int n = input.members().size();
        Outcome.Builder out = Outcome.builder(input);
        for (int k = 0; k < n; k++) {
            points(input.members().get(k), p.diffusion, all, out, progress.part((double) k / n, (k + 1.0) / n));
        }
        for (Point q : all) {
            long same = all.stream().filter(o -> o.kelvin == q.kelvin).count();
            out.measure(q.d.withName(q.d.name() + " at " + Numbers.plain(q.kelvin, 5) + " K" + (same > 1 ? " ("
                    + q.member + ")" : "")));
        }
        List<Point> used = used(all, out);
        if (used.stream().mapToDouble(Point::kelvin).distinct().count() < 2) {
            throw new AnalysisException("an activation energy needs diffusion coefficients above 0 at two "
                    + "temperatures or "
                    + "more; there " + (used.size() == 1 ? "is 1" : "are " + used.size()));
        }
        double[] kelvin = used.stream().mapToDouble(Point::kelvin).toArray();
        double[] d = used.stream().mapToDouble(q -> q.d.value()).toArray();
        double[] u = used.stream().mapToDouble(q -> q.d.uncertainty()).toArray();
        ActivatedDiffusion line = ActivatedDiffusion.of(kelvin, d, u, p.temperatureUncertainty);
        Verdict v = line.verdict();
        if (used.stream().anyMatch(q -> !q.d.verdict().isSound())) {
            v = v.and(Verdict.doubtful("diffusion coefficients it rests on are doubtful"));
        }
        numbers(out, line, v, kelvin);
        out.figure(ActivationFigures.arrhenius(input.name(), all.stream().mapToDouble(Point::kelvin).toArray(),
                all.stream().mapToDouble(q -> q.d.value()).toArray(), all.stream().mapToDouble(q -> q.d.uncertainty())
                        .toArray(), line));
        return out.build();
    }

    private static void points(Dataset member, DiffusionCoefficient.Parameters p, List<Point> all, Outcome.Builder out,
            Progress progress) throws AnalysisException {
        if (!(member instanceof Table t)) {
            throw new AnalysisException("'" + member.name() + "' is a " + member.shape() + ", no trajectory or table");
        }
        if (t.kind().id().equals(DiffusivityTable.KIND)) {
            DiffusivityTable table = DiffusivityTable.of(t);
            for (int k = 0; k < table.kelvin().length; k++) {
                Verdict v = table.uncertainties()[k] > 0 ? Verdict.SOUND
                        : Verdict.doubtful("the table states no uncertainty of it");
                all.add(new Point(table.kelvin()[k], t.name() + ", row " + (k + 1), Measurement.of(
                        "diffusion coefficient", "D", table.values()[k], table.uncertainties()[k], "cm2/s").judged(v)));
            }
            return;
        }
        OptionalDouble kelvin = Temperatures.kelvin(t);
        if (kelvin.isEmpty()) {
            throw new AnalysisException("the temperature of '" + t.name() + "' is not known; state it of the file "
                    + "(temperature), or name it in the file name, as in run-600K");
        }
        DiffusionResult r = DiffusionResult.of(t, p, progress);
        r.remarks().forEach(q -> out.remark(q.about(t.name())));
        all.add(new Point(kelvin.getAsDouble(), t.name(), r.measurements().get(0)));
    }

    /** The coefficients that make the line: sound ones where there are three temperatures of them, else all above 0. */
    private static List<Point> used(List<Point> all, Outcome.Builder out) {
        List<Point> positive = all.stream().filter(q -> q.d.value() > 0).toList();
        boolean unknown = positive.stream().noneMatch(q -> q.d.uncertainty() > 0);
        List<Point> sound = positive.stream().filter(q -> q.d.verdict().isSound()).toList();
        boolean enough = sound.stream().mapToDouble(Point::kelvin).distinct().count() >= LEAST;
        List<Point> used = enough && !unknown ? sound : positive;
        if (used.size() < all.size()) {
            out.remark(Remark.warning("The line goes without " + String.join(", ", all.stream().filter(q
                    -> !used.contains(q)).map(Point::member).toList()) + ": their diffusion coefficients are doubtful "
                    + "or "
                    + "not above 0."));
        }
        return used;
    }

    private static void numbers(Outcome.Builder out, ActivatedDiffusion line, Verdict v, double[] kelvin) {
        out.measure(Measurement.of("activation energy", "E_a", line.energy(), line.energyUncertainty(),
                "eV").judged(v));
        double uLog = line.logPrefactorUncertainty();
        double d0 = Math.exp(line.logPrefactor());
        Verdict wide = uLog > LOGARITHM ? Verdict.doubtful(String.format(Locale.ROOT, "its logarithm is uncertain by "
                + "%.2g: known within a factor of %.2g only", uLog, Math.exp(uLog))) : Verdict.SOUND;
        out.measure(Measurement.of("prefactor", "D_0", d0, d0 * uLog, "cm2/s").judged(v.and(wide)));
        out.measure(Measurement.of("ln prefactor (cm2/s)", "ln D_0", line.logPrefactor(), uLog, "1").judged(v));
        double low = java.util.Arrays.stream(kelvin).min().orElse(0);
        double high = java.util.Arrays.stream(kelvin).max().orElse(0);
        Verdict outside = ROOM < low || ROOM > high ? Verdict.doubtful("25 degC lies outside the temperatures of the "
                + "simulations") : Verdict.SOUND;
        double relative = line.relativeAt(ROOM);
        out.measure(Measurement.of("diffusion coefficient of the line at 25 degC", "D", line.at(ROOM), relative
                * line.at(ROOM), "cm2/s").judged(v.and(outside)));
        out.remark(Remark.info(String.format(Locale.ROOT, "The line is ln D over 1/T from %.5g to %.5g K (0 degC is "
                + "%.2f K).", low, high, ThermalConstants.ZERO_CELSIUS)));
    }

    @Override
    public String methods(Parameters p) {
        return "The activation energy is the slope of ln D over 1/T by weighted least squares.";
    }
}
