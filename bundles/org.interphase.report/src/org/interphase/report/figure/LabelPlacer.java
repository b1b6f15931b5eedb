package org.interphase.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.interphase.model.figure.Layer;

/**
 * Puts texts near their points so that they cover neither curves nor each other: above the curves first, then ever
 * higher, then beside; a text that went far gets a leader line.
 */
public final class LabelPlacer {

    static final double SIZE = 11;
    private static final double GAP = 4;

    private final Mark.Box area;
    private final List<double[][]> curves;

    /**
     * @param area plot area; texts stay within
     * @param curves polylines {x, y} on the page to keep clear of
     */
    public LabelPlacer(Mark.Box area, List<double[][]> curves) {
        this.area = area;
        this.curves = curves;
    }

    void place(List<Layer.Text> texts, Scale x, Scale y, Palette palette, List<Mark> out) {
        List<Mark.Box> taken = new ArrayList<>();
        List<Layer.Text> ordered = new ArrayList<>(texts);
        ordered.sort(Comparator.comparingDouble(t -> y.at(t.y())));
        for (Layer.Text t : ordered) {
            double px = x.at(t.x());
            double py = y.at(t.y());
            if (t.text().isEmpty() || !(px >= area.left() - 1 && px <= area.right() + 1)) {
                continue;
            }
            Mark.Text mark = find(t, px, py, palette, taken);
            if (mark == null) {
                continue;
            }
            taken.add(mark.box().grown(1.5));
            if (py - mark.y() > 26) {
                out.add(new Mark.Path(new double[] {px, mark.x()}, new double[] {py - 3, mark.y() + 3}, false,
                        palette.rgb(t.colour()), 0.6, new double[] {1.5, 2}, -1, 1, area));
            }
            out.add(mark);
        }
    }

    private Mark.Text find(Layer.Text t, double px, double py, Palette palette, List<Mark.Box> taken) {
        double w = Typeset.width(t.text(), SIZE);
        double[] shifts = {0, -0.35 * w, 0.35 * w, -0.7 * w, 0.7 * w, -1.1 * w, 1.1 * w};
        Mark.Text best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (double shift : shifts) {
            double cx = Math.clamp(px + shift, area.left() + w / 2 + 2, Math.max(area.left() + w / 2 + 2,
                    area.right() - w / 2 - 2));
            double base = Math.min(py, highest(cx - w / 2 - 2, cx + w / 2 + 2)) - GAP;
            for (int up = 0; up < 40; up++) {
                double baseline = base - up * 4;
                Mark.Text candidate = new Mark.Text(cx, baseline, t.text(), SIZE, palette.rgb(t.colour()), 0, false,
                        false, t.hint());
                Mark.Box box = candidate.box();
                if (box.top() < area.top() + 2) {
                    break;
                }
                if (taken.stream().noneMatch(box::overlaps)) {
                    double cost = Math.abs(cx - px) * 0.8 + (py - baseline);
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = candidate;
                    }
                    break;
                }
            }
        }
        return best != null ? best : below(t, px, py, palette, taken, w);
    }

    private Mark.Text below(Layer.Text t, double px, double py, Palette palette, List<Mark.Box> taken, double w) {
        double cx = Math.clamp(px, area.left() + w / 2 + 2, Math.max(area.left() + w / 2 + 2,
                area.right() - w / 2 - 2));
        for (double baseline = area.top() + SIZE + 2; baseline < area.bottom() - 4; baseline += 4) {
            Mark.Text candidate = new Mark.Text(cx, baseline, t.text(), SIZE, palette.rgb(t.colour()), 0, false, false,
                    t.hint());
            if (taken.stream().noneMatch(candidate.box()::overlaps)) {
                return candidate;
            }
        }
        return null;
    }

    /** The uppermost curve position between two places along the page (a line between two points counts too). */
    private double highest(double left, double right) {
        double top = Double.POSITIVE_INFINITY;
        for (double[][] c : curves) {
            double[] cx = c[0];
            double[] cy = c[1];
            for (int i = 0; i < cx.length; i++) {
                if (cx[i] >= left && cx[i] <= right && cy[i] < top) {
                    top = cy[i];
                }
                if (i > 0 && (cx[i - 1] < left && cx[i] > right || cx[i] < left && cx[i - 1] > right)) {
                    double f = ((left + right) / 2 - cx[i - 1]) / (cx[i] - cx[i - 1]);
                    double v = cy[i - 1] + f * (cy[i] - cy[i - 1]);
                    top = v < top ? v : top;
                }
            }
        }
        return top;
    }
}
