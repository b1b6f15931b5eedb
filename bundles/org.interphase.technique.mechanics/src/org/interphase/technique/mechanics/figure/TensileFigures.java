package org.interphase.technique.mechanics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.mechanics.tensile.LinearPart;
import org.interphase.technique.mechanics.tensile.Rise;
import org.interphase.technique.mechanics.tensile.StressStrain;

/** Stress-strain curves. */
public final class TensileFigures {

    private TensileFigures() {
    }

    /** The whole curve with yield, strength and break. */
    public static Figure curve(String dataset, StressStrain c, Rise rise, LinearPart line, double[] yield,
            double offset) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line("record", percent(c.strain()), c.stress(), Style.line(Colour.DATA, 1.2)));
        mark(layers, "tensile strength", c.strain()[rise.peak()], rise.smooth()[rise.peak()], Style.Symbol.DIAMOND);
        if (rise.ending() != Rise.Ending.UNLOADED && rise.end() != rise.peak()) {
            mark(layers, "break", c.strain()[rise.end()], rise.smooth()[rise.end()], Style.Symbol.SQUARE);
        }
        if (line != null && Double.isFinite(yield[0])) {
            mark(layers, "yield strength", yield[0], yield[1], Style.Symbol.CIRCLE);
        }
        return Figure.of("stress-strain", "Stress and strain", "Engineering stress over engineering strain of "
                + dataset + ", as recorded.", Panel.of(Panel.MAIN, AxisSpec.of("Strain", "%"),
                        AxisSpec.of("Stress", "MPa"), layers));
    }

    /** The foot of the curve with the straight part and the line beside it. */
    public static Figure foot(String dataset, StressStrain c, LinearPart line, double[] yield, double offset) {
        double top = Double.isFinite(yield[1]) ? Math.max(yield[1], c.stress()[line.to() - 1])
                : c.stress()[line.to() - 1];
        double right = line.origin() + top / line.slope() + 2.5 * Math.max(offset, 0.2 * top / line.slope());
        int end = 0;
        while (end < c.size() && (end < line.to() || c.strain()[end] <= right)) {
            end++;
        }
        double[] x = {line.origin(), line.origin() + 1.05 * top / line.slope()};
        double[] y = {0, 1.05 * top};
        double[] sx = Arrays.copyOfRange(c.strain(), line.from(), line.to());
        double[] sy = Arrays.copyOfRange(c.stress(), line.from(), line.to());
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Points("record", percent(Arrays.copyOf(c.strain(), end)), Arrays.copyOf(c.stress(), end),
                null, Style.points(Colour.DATA, Style.Symbol.CIRCLE, 3)));
        layers.add(new Layer.Points("straight part", percent(sx), sy, null, Style.points(Colour.component(0),
                Style.Symbol.CIRCLE, 4)));
        layers.add(new Layer.Line("modulus", percent(x), y, Style.line(Colour.MODEL, 1.5)));
        if (Double.isFinite(yield[0])) {
            double[] bx = {x[0] + offset, x[1] + offset};
            layers.add(new Layer.Line("offset " + Numbers.plain(100 * offset, 3) + " %", percent(bx), y,
                    Style.line(Colour.MODEL, 1).dashed(Style.Dash.DASHED)));
            mark(layers, "yield strength", yield[0], yield[1], Style.Symbol.CIRCLE);
        }
        return Figure.of("straight-part", "Straight part", "The straight part of the rise of " + dataset + " between "
                + Numbers.plain(sy[0], 3) + " and " + Numbers.plain(sy[sy.length - 1], 3) + " MPa, whose slope is the "
                + "modulus.", Panel.of(Panel.MAIN, AxisSpec.of("Strain", "%"), AxisSpec.of("Stress", "MPa"), layers));
    }

    /** The curves of several specimens. */
    public static Figure together(Map<String, StressStrain> curves) {
        List<Layer> layers = new ArrayList<>();
        curves.forEach((name, c) -> layers.add(new Layer.Line(name, percent(c.strain()), c.stress(),
                Style.line(Colour.sample(layers.size()), 1.2))));
        return Figure.of("specimens", "Specimens", "Engineering stress over engineering strain of " + curves.size()
                + " specimens, as recorded.", Panel.of(Panel.MAIN, AxisSpec.of("Strain", "%"),
                        AxisSpec.of("Stress", "MPa"), layers));
    }

    private static void mark(List<Layer> layers, String label, double strain, double stress, Style.Symbol symbol) {
        layers.add(new Layer.Points(label, new double[] {100 * strain}, new double[] {stress}, null,
                Style.points(Colour.HIGHLIGHT, symbol, 7)));
    }

    private static double[] percent(double[] ratio) {
        return Arrays.stream(ratio).map(v -> 100 * v).toArray();
    }
}
