package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.PeakTracks;
import org.interphase.technique.battery.voltammetry.VoltammetricPeak;

/** Current over potential, with peaks and what they stand on. Currents are drawn in mA. */
public final class VoltammogramFigures {

    private static final double MILLI = 1e3;
    /** Cycles that have a line of their own in the legend; more share one. */
    private static final int NAMED = 8;

    private VoltammogramFigures() {
    }

    /** The cycles, each a line. */
    public static List<Layer> cycles(PotentialSweeps record) {
        List<Layer> out = new ArrayList<>();
        int cycles = record.cycles();
        for (int c = 1; c <= cycles; c++) {
            int number = c;
            List<PotentialSweep> sweeps = record.sweeps().stream().filter(s -> s.cycle() == number).toList();
            int from = sweeps.get(0).from();
            int to = sweeps.get(sweeps.size() - 1).to();
            double[] i = Arrays.copyOfRange(record.current(), from, to);
            for (int k = 0; k < i.length; k++) {
                i[k] *= MILLI;
            }
            out.add(new Layer.Line(cycles <= NAMED && cycles > 1 ? "cycle " + c : "",
                    Arrays.copyOfRange(record.potential(), from, to), i,
                    Style.line(cycles > 1 ? Colour.sample(c - 1) : Colour.DATA, 1)));
        }
        return out;
    }

    /** What a step found, over the data: baselines, heights, names. */
    public static List<Overlay> peaks(PeakTracks tracks) {
        List<Overlay> out = new ArrayList<>();
        for (PeakTracks.Track t : tracks.tracks()) {
            double[] x = new double[t.peaks().size()];
            double[] y = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                VoltammetricPeak p = t.peaks().get(k);
                VoltammetricPeak.BaseLine b = p.base();
                x[k] = p.position().value();
                double foot = b.at(x[k]) * MILLI;
                y[k] = foot + p.height().value() * MILLI;
                String id = t.name() + "-" + p.sweep().number();
                double far = p.sweep().rises() ? Math.max(x[k], b.end()) : Math.min(x[k], b.end());
                double[] ends = {b.footFrom(), far};
                out.add(Overlay.main("baseline-" + id, new Layer.Line("", ends,
                        new double[] {b.at(ends[0]) * MILLI, b.at(ends[1]) * MILLI},
                        Style.line(Colour.BACKGROUND, 1).dashed(Style.Dash.DASHED))).of(t.name()));
                out.add(Overlay.main("height-" + id, new Layer.Line("", new double[] {x[k], x[k]},
                        new double[] {foot, y[k]}, Style.line(Colour.MODEL, 1))).of(t.name()));
            }
            out.add(Overlay.main("peak-" + t.name(), new Layer.Points("", x, y, null,
                    Style.points(Colour.HIGHLIGHT, Style.Symbol.DIAMOND, 5))).of(t.name()));
            if (x.length > 0) {
                out.add(Overlay.main("name-" + t.name(), new Layer.Labels("", List.of(new Layer.Text(x[0], y[0],
                        t.name(), "", Colour.HIGHLIGHT, t.name())), Style.line(Colour.HIGHLIGHT, 8))).of(t.name()));
            }
        }
        return out;
    }

    /** The figure of a record with what steps laid over it. */
    public static Figure figure(String name, PotentialSweeps record, List<Overlay> overlays) {
        List<Layer> layers = new ArrayList<>(cycles(record));
        overlays.stream().filter(o -> o.panel().equals(Panel.MAIN)).forEach(o -> layers.add(o.layer()));
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("Potential", "V"), AxisSpec.of("Current", "mA"), layers);
        return Figure.of("voltammogram", "Voltammogram", "Current over potential of " + name + "; oxidation is "
                + "positive." + (overlays.isEmpty() ? "" : " Dashed: baselines; vertical lines: heights above them."),
                record.cycles() > 1 && record.cycles() <= NAMED ? panel : panel.noLegend());
    }

    /** Separation and midpoint of every pair over the cycles. */
    public static Figure pairs(List<PairPoints> pairs) {
        List<Layer> separation = new ArrayList<>();
        List<Layer> midpoint = new ArrayList<>();
        for (PairPoints p : pairs) {
            Style style = Style.points(Colour.component(p.number() - 1), Style.Symbol.CIRCLE, 5);
            separation.add(new Layer.Points("pair " + p.number(), p.cycle(), p.separation(), p.uSeparation(), style));
            midpoint.add(new Layer.Points("pair " + p.number(), p.cycle(), p.midpoint(), p.uMidpoint(), style));
        }
        return new Figure("pairs", "Pairs over cycles", "Separation and midpoint of the pairs of peaks over the "
                + "cycles; bars are standard uncertainties.", List.of(
                        Panel.of("separation", AxisSpec.of("Cycle", "1"), AxisSpec.of("Separation", "V"), separation),
                        Panel.of("midpoint", AxisSpec.of("Cycle", "1"), AxisSpec.of("Midpoint", "V"), midpoint)), true);
    }

    /**
     * A pair over the cycles.
     *
     * @param number of the pair
     * @param cycle numbers of the cycles
     * @param separation V
     * @param uSeparation its standard uncertainties
     * @param midpoint V
     * @param uMidpoint its standard uncertainties
     */
    public record PairPoints(int number, double[] cycle, double[] separation, double[] uSeparation, double[] midpoint,
            double[] uMidpoint) {
    }
}
