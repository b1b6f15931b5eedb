package org.interphase.testkit.photoelectron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.Poisson;

/**
 * A region with known truth. Lines stand on a level, on the step their own inelastic electrons make (Shirley, Phys.
 * Rev. B 5 (1972) 4709), on a slope, and on a step of another origin.
 *
 * @param line such as "F 1s"
 * @param from lowest binding energy in eV
 * @param step distance of channels in eV
 * @param points number of channels
 * @param level counts per channel far below the lines
 * @param rise rise of the background per eV and area of the lines
 * @param slope change of the level per eV, as a share of it
 * @param bend height of a smooth step in the middle of the region that no line makes, as a share of the level
 * @param lines the chemical states that count as truth
 * @param others whatever else is there: satellites, neighbours, states nobody asked for
 * @param shifted share of every line that lies at {@code shift}, because a part of the sample charges
 * @param shift charge shift of that part in eV
 */
public record RegionTruth(String line, double from, double step, int points, double level, double rise, double slope,
        double bend, List<LineTruth> lines, List<LineTruth> others, double shifted, double shift) {

    private static final int FINE = 4;
    private static final double BEND_WIDTH = 1.5;

    /** Copies the lists. */
    public RegionTruth {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /** Lines over a level and the step they make. */
    public static RegionTruth of(String line, double from, double to, double step, double level,
            List<LineTruth> lines) {
        return new RegionTruth(line, from, step, (int) Math.round((to - from) / step) + 1, level, 0.004, 0, 0, lines,
                List.of(), 0, 0);
    }

    /** The same on a sloping background. */
    public RegionTruth sloped(double perElectronvolt) {
        return new RegionTruth(line, from, step, points, level, rise, perElectronvolt, bend, lines, others, shifted,
                shift);
    }

    /** The same with a step in the background that no line makes. */
    public RegionTruth bent(double share) {
        return new RegionTruth(line, from, step, points, level, rise, slope, share, lines, others, shifted, shift);
    }

    /** The same with something else in the region. */
    public RegionTruth with(LineTruth other) {
        List<LineTruth> all = new ArrayList<>(others);
        all.add(other);
        return new RegionTruth(line, from, step, points, level, rise, slope, bend, lines, all, shifted, shift);
    }

    /** The same with a part of the sample charged. */
    public RegionTruth charged(double share, double by) {
        return new RegionTruth(line, from, step, points, level, rise, slope, bend, lines, others, share, by);
    }

    /** The same with each line changed. */
    public RegionTruth each(UnaryOperator<LineTruth> change) {
        return new RegionTruth(line, from, step, points, level, rise, slope, bend, lines.stream().map(change).toList(),
                others.stream().map(o -> belongs(o) ? change.apply(o) : o).toList(), shifted, shift);
    }

    /** The same without one of the states. */
    public RegionTruth without(String name) {
        return new RegionTruth(line, from, step, points, level, rise, slope, bend, lines.stream()
                .filter(l -> !l.name().equals(name)).toList(), others, shifted, shift);
    }

    /** The same with so many times the counts. */
    public RegionTruth times(double factor) {
        UnaryOperator<LineTruth> more = l -> l.moved(0, factor);
        return new RegionTruth(line, from, step, points, factor * level, rise, slope, bend, lines.stream().map(more)
                .toList(), others.stream().map(more).toList(), shifted, shift);
    }

    /** A state of the truth; empty if it is absent. */
    public Optional<LineTruth> state(String name) {
        return lines.stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /** Energy in eV at which the line of a state is highest, tail and charging included; NaN if it is absent. */
    public double maximum(String name) {
        double best = Double.NaN;
        double highest = 0;
        for (LineTruth l : state(name).stream().toList()) {
            for (double x = l.position() - 1; x < l.position() + 2; x += 0.005) {
                double y = charged(l, x);
                if (y > highest) {
                    highest = y;
                    best = x;
                }
            }
        }
        return best;
    }

    /** Area of all states of the truth. */
    public double total() {
        return lines.stream().mapToDouble(LineTruth::area).sum();
    }

    private double signal(double energy) {
        double sum = 0;
        for (LineTruth l : lines) {
            sum += charged(l, energy);
        }
        for (LineTruth l : others) {
            sum += belongs(l) ? charged(l, energy) : l.at(energy);
        }
        return sum;
    }

    private double charged(LineTruth l, double energy) {
        return (1 - shifted) * l.at(energy) + (shifted > 0 ? shifted * l.at(energy - shift) : 0);
    }

    /** Whether a further line is one of a state of the truth: the weaker of its doublet. */
    private boolean belongs(LineTruth other) {
        return state(other.name()).isPresent();
    }

    /** The region as measured once: Poisson counts, binding energies ascending. */
    public Curve curve(long seed) {
        double[] x = new double[points];
        double[] expected = new double[points];
        double below = 0;
        double middle = from + 0.5 * (points - 1) * step;
        for (int i = 0; i < points; i++) {
            x[i] = Math.round((from + i * step) * 1e6) / 1e6;
            double fine = step / FINE;
            for (int k = 0; k < FINE && i > 0; k++) {
                below += fine * signal(x[i - 1] + (k + 0.5) * fine);
            }
            double base = level * (1 + slope * (x[i] - from) + bend / (1 + Math.exp(-(x[i] - middle) / BEND_WIDTH
                    * 4)));
            expected[i] = Math.max(0, base) + rise * below + signal(x[i]);
        }
        DatasetHeader header = DatasetHeader.of(line, "xps.region", Metadata.EMPTY.with("synthetic", true)
                .with("line", line).with("photon energy", 1486.6, "eV").with("dwell time", 1, "s").with("scans", 1.0));
        return Curve.ofUnsorted(header, "Binding energy", Unit.of("eV"), Direction.DESCENDING, x, "Intensity",
                Unit.of("counts"), new Poisson(seed).next(expected), null);
    }
}
