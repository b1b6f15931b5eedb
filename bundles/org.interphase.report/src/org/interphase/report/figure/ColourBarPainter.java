package org.interphase.report.figure;

import java.util.List;

/** Draws the key of a picture's colours at its right. */
final class ColourBarPainter {

    private static final double GAP = 10;
    private static final double THICK = 11;
    private static final double MARK = 4;

    private ColourBarPainter() {
    }

    /** Room the bar takes at the right of a plot area, its numbers and title included. */
    static double width(ColourBar bar, double height) {
        return GAP + THICK + MARK + 3 + PanelFrame.labelWidth(bar.ticks(height, PanelFrame.TICK)) + 6
                + PanelFrame.TITLE;
    }

    static void paint(ColourBar bar, Mark.Box plot, Palette palette, List<Mark> out) {
        double left = plot.right() + GAP;
        double right = left + THICK;
        double[] none = new double[0];
        // each stripe reaches down to the foot, under the next one, so that no light shows between them
        for (int i = bar.steps() - 1; i >= 0; i--) {
            double top = plot.bottom() - plot.height() * (i + 1) / bar.steps();
            double foot = plot.bottom();
            out.add(new Mark.Path(new double[] {left, right, right, left}, new double[] {top, top, foot, foot}, true,
                    -1, 0, none, bar.rgb(i), 1, null));
        }
        out.add(new Mark.Path(new double[] {left, right, right, left},
                new double[] {plot.top(), plot.top(), plot.bottom(), plot.bottom()}, true, palette.ink(), 0.8, none, -1,
                1, null));
        Scale scale = new Scale(bar.low(), bar.high(), plot.bottom(), plot.top(), false);
        Ticks ticks = bar.ticks(plot.height(), PanelFrame.TICK);
        for (int i = 0; i < ticks.values().size(); i++) {
            double y = scale.at(ticks.values().get(i));
            out.add(new Mark.Path(new double[] {right, right + MARK}, new double[] {y, y}, false, palette.ink(), 1,
                    none,
                    -1, 1, null));
            out.add(new Mark.Text(right + MARK + 3, y + PanelFrame.TICK * 0.35, ticks.labels().get(i), PanelFrame.TICK,
                    palette.ink(), -1, false, false, ""));
        }
        out.add(new Mark.Text(right + MARK + 3 + PanelFrame.labelWidth(ticks) + 6 + PanelFrame.TITLE * 0.75,
                (plot.top() + plot.bottom()) / 2, PanelFrame.title(bar.axis(), ticks), PanelFrame.TITLE, palette.ink(),
                0, true, false, ""));
    }
}
