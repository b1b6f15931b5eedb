package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;

/**
 * Cells compared at equal state in one direction of the current. The first cell is the reference.
 *
 * @param cells the cells
 * @param states states at which they are compared; those all cells reach
 * @param by what makes states equal
 * @param unit unit of a state
 * @param charging direction of the current
 * @param oneSize whether one size of particles is stated for all cells, which cancels in ratios
 * @param left states of the reference's pulses, or asked for, that a cell does not reach
 */
public record TitrationComparison(List<ComparedCell> cells, double[] states, TitrationState by, String unit,
        boolean charging, boolean oneSize, double[] left) {

    /** Kind of the table. */
    public static final String KIND = "gitt.compared";
    /** Rested potentials at equal charge may differ by this many pulses; founders' choice, unverified. */
    private static final double SHIFTED = 1;
    private static final String NOT_REACHED = "no pulse on either side of this state tells it";

    /** Copies. */
    public TitrationComparison {
        cells = List.copyOf(cells);
        states = states.clone();
        left = left.clone();
    }

    @Override
    public double[] states() {
        return states.clone();
    }

    @Override
    public double[] left() {
        return left.clone();
    }

    /**
     * Compares.
     *
     * @param asked states that are asked for; none for those of the reference's pulses
     */
    public static TitrationComparison of(List<ComparedCell> cells, double[] asked, TitrationState by, String unit,
            boolean charging, boolean oneSize) {
        double[] wanted = asked.length > 0 ? asked : cells.get(0).states();
        double[] reached = Arrays.stream(wanted).filter(q -> cells.stream().allMatch(c -> c.logTime(q).isPresent()
                || c.polarisation(q).isPresent())).toArray();
        double[] left = Arrays.stream(wanted).filter(q -> Arrays.binarySearch(reached, q) < 0).toArray();
        return new TitrationComparison(cells, reached, by, unit, charging, oneSize, left);
    }

    /** The cell the others are compared with. */
    public ComparedCell reference() {
        return cells.get(0);
    }

    /** All numbers: means first, then state by state. */
    public List<Measurement> measurements() {
        List<Measurement> out = new ArrayList<>();
        List<Measurement> each = new ArrayList<>();
        for (double q : states) {
            for (ComparedCell c : cells) {
                each.add(diffusion(c, q));
                each.add(polarisation(c, q));
            }
        }
        for (ComparedCell c : cells.subList(1, cells.size())) {
            List<Measurement> ratios = Arrays.stream(states).mapToObj(q -> ratio(c, q)).toList();
            List<Measurement> differences = Arrays.stream(states).mapToObj(q -> difference(c, q)).toList();
            mean(ratios, "mean " + ratioName(c) + direction(), true).ifPresent(out::add);
            mean(differences, "mean " + differenceName(c) + direction(), false).ifPresent(out::add);
            each.addAll(ratios);
            each.addAll(differences);
        }
        out.addAll(each);
        return out;
    }

    private String direction() {
        return charging ? "" : " (discharge)";
    }

    private String at(double q) {
        return " at " + Numbers.plain(q, 4) + " " + unit + direction();
    }

    private String ratioName(ComparedCell c) {
        return c.size().quantity() + " of " + c.name() + " over " + reference().name();
    }

    private String differenceName(ComparedCell c) {
        return "polarisation of " + c.name() + " less " + reference().name();
    }

    private Measurement diffusion(ComparedCell c, double q) {
        String name = ", " + c.name() + at(q);
        Optional<StateCurve.Reading> r = c.logTime(q);
        return r.isEmpty() ? c.size().withheld(name, NOT_REACHED) : c.size().number(name, Math.exp(r.get().value()),
                r.get().uncertainty()).judged(r.get().verdict()).judged(sameState(c, q));
    }

    private Measurement polarisation(ComparedCell c, double q) {
        String name = "polarisation, " + c.name() + at(q);
        Optional<StateCurve.Reading> r = c.polarisation(q);
        return r.isEmpty() ? Measurement.withheld(name, "\u03b7", "V", NOT_REACHED)
                : Measurement.of(name, "\u03b7", r.get().value(), r.get().uncertainty(), "V")
                        .judged(r.get().verdict());
    }

    /** D over that of the reference; diffusion times where sizes are not known. */
    private Measurement ratio(ComparedCell c, double q) {
        String name = ratioName(c) + at(q);
        Optional<StateCurve.Reading> own = c.logTime(q);
        Optional<StateCurve.Reading> other = reference().logTime(q);
        if (own.isEmpty() || other.isEmpty()) {
            return Measurement.withheld(name, "D/D", "1", NOT_REACHED);
        }
        boolean known = c.size().isKnown() && reference().size().isKnown();
        double log = other.get().value() - own.get().value();
        double u = Math.hypot(own.get().uncertainty(), other.get().uncertainty());
        Verdict v = own.get().verdict().and(other.get().verdict()).and(sameState(c, q));
        if (known && !oneSize) {
            log += Math.log(c.size().area() / reference().size().area());
            v = v.and(Verdict.doubtful("no uncertainty of the radius or thickness of each cell is stated"));
        }
        if (c.size().isKnown() != reference().size().isKnown()) {
            return Measurement.withheld(name, "D/D", "1", "the size of the particles is not stated of both cells");
        }
        double value = Math.exp(known ? log : -log);
        return Measurement.of(name, known ? "D/D" : "t/t", value, value * u, "1").judged(v);
    }

    private Measurement difference(ComparedCell c, double q) {
        String name = differenceName(c) + at(q);
        Optional<StateCurve.Reading> own = c.polarisation(q);
        Optional<StateCurve.Reading> other = reference().polarisation(q);
        if (own.isEmpty() || other.isEmpty()) {
            return Measurement.withheld(name, "\u0394\u03b7", "V", NOT_REACHED);
        }
        return Measurement.of(name, "\u0394\u03b7", own.get().value() - other.get().value(),
                Math.hypot(own.get().uncertainty(), other.get().uncertainty()), "V")
                .judged(own.get().verdict().and(other.get().verdict())).judged(sameState(c, q));
    }

    /**
     * Cells in the same state rest at the same potential: where the difference is more than the potential changes by a
     * pulse, equal charges are not equal states.
     */
    private Verdict sameState(ComparedCell c, double q) {
        Optional<StateCurve.Reading> own = c.rested(q);
        Optional<StateCurve.Reading> other = reference().rested(q);
        if (c == reference() || by == TitrationState.POTENTIAL || own.isEmpty() || other.isEmpty()) {
            return Verdict.SOUND;
        }
        double apart = Math.abs(own.get().value() - other.get().value());
        double pulse = stepOf(reference());
        double u = Math.hypot(Math.hypot(own.get().uncertainty(), other.get().uncertainty()),
                c.instrument().voltage() * Math.sqrt(2));
        return apart - 2 * u <= SHIFTED * pulse ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT,
                "the cells rest %.0f mV apart at equal charge, more than a pulse changes: they did not begin at the "
                        + "same state, or hold unequal amounts", 1000 * apart));
    }

    /** Median change of the rested potential from pulse to pulse, V. */
    private static double stepOf(ComparedCell c) {
        List<PulsePoint> p = c.points();
        double[] steps = new double[Math.max(0, p.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(p.get(i + 1).rested() - p.get(i).rested());
        }
        Arrays.sort(steps);
        return steps.length == 0 ? Double.POSITIVE_INFINITY : steps[steps.length / 2];
    }

    /**
     * Mean over the states, of ratios the geometric one. What the pulses have in common is not told from what they have
     * of their own, so that the mean uncertainty of one is kept, and the scatter of the mean is added.
     */
    private Optional<Measurement> mean(List<Measurement> all, String name, boolean logarithmic) {
        List<Measurement> sound = all.stream().filter(m -> m.verdict().isSound()).toList();
        List<Measurement> used = sound.isEmpty() ? all.stream().filter(m -> !m.verdict().isWithheld()).toList()
                : sound;
        if (used.isEmpty()) {
            return Optional.empty();
        }
        ToDoubleFunction<Measurement> value = m -> logarithmic ? Math.log(m.value()) : m.value();
        ToDoubleFunction<Measurement> u = m -> logarithmic ? m.uncertainty() / m.value() : m.uncertainty();
        int n = used.size();
        double mean = used.stream().mapToDouble(value).average().orElseThrow();
        double own = used.stream().mapToDouble(u).average().orElseThrow();
        double square = used.stream().mapToDouble(m -> Math.pow(value.applyAsDouble(m) - mean, 2)).sum();
        double scatter = n > 1 ? Math.sqrt(square / (n - 1) / n) : 0;
        double total = Math.hypot(own, scatter);
        Measurement m = logarithmic
                ? Measurement.of(name, used.get(0).symbol(), Math.exp(mean), Math.exp(mean) * total, "1")
                : Measurement.of(name, used.get(0).symbol(), mean, total, "V");
        return Optional.of(sound.isEmpty() ? m.judged(used.stream().map(Measurement::verdict).reduce(Verdict.SOUND,
                Verdict::and)) : m);
    }

    /** What has to be said. */
    public List<Remark> remarks() {
        List<Remark> out = new ArrayList<>();
        if (left.length > 0) {
            out.add(Remark.info("Not compared" + direction() + ", because not every cell reaches them: "
                    + String.join(", ", Arrays.stream(left).mapToObj(q -> Numbers.plain(q, 4)).toList()) + " " + unit
                    + "."));
        }
        long doubtful = Arrays.stream(states).filter(q -> cells.stream().anyMatch(c -> !sameState(c, q).isSound()))
                .count();
        if (doubtful > 0) {
            out.add(Remark.warning("At " + doubtful + " of " + states.length + " states the cells rest further apart "
                    + "than a pulse changes the potential; compare at equal potential (state=potential), or state the "
                    + "masses.").coded("other-state"));
        }
        return out;
    }

    /** A row for each state. */
    public Table table(String name) {
        List<Column> out = new ArrayList<>();
        out.add(Column.of(by == TitrationState.POTENTIAL ? "rested potential" : "charge", unit, states));
        for (ComparedCell c : cells) {
            boolean known = c.size().isKnown();
            column(out, c.size().quantity() + ", " + c.name(), known ? "cm2/s" : "s", q -> diffusion(c, q).value());
            column(out, "u(" + c.size().quantity() + "), " + c.name(), known ? "cm2/s" : "s",
                    q -> diffusion(c, q).uncertainty());
            column(out, "polarisation, " + c.name(), "V", q -> polarisation(c, q).value());
            column(out, "u(polarisation), " + c.name(), "V", q -> polarisation(c, q).uncertainty());
            column(out, "quality of " + c.size().quantity() + ", " + c.name(), "1",
                    q -> diffusion(c, q).verdict().quality().ordinal());
        }
        return new Table(DatasetHeader.of(name + " compared" + direction(), KIND, Metadata.EMPTY.with("quality",
                "0 sound, 1 doubtful, 2 withheld")), out);
    }

    private void column(List<Column> out, String name, String of, DoubleUnaryOperator value) {
        out.add(Column.of(name, of, Arrays.stream(states).map(value).toArray()));
    }
}
