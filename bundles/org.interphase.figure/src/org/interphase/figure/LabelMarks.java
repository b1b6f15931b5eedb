package org.interphase.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.interphase.model.figure.Layer;

/**
 * Puts texts near their points so that they never cover each other and, where there is room, no curve; a text that
 * went far gets a line to its point.
 */
final class LabelMarks {

    /** How much of a picture a text's ground covers: any grey behind it leaves a contrast of 4.5. */
    static final double GROUND = 0.85;
    private static final double FAR = 16;
    private static final int FARTHEST = 160;
    private static final int STEP = 4;
    /** Costs in page units of distance: a cell of a curve covered, a cell of a text crossed, standing below. */
    private static final double COVERS = 20;
    private static final double CROSSES = 25;
    private static final double BELOW = 60;

    private final Frame frame;
    private final Theme theme;
    private final Occupancy taken;
    private final Occupancy texts;
    private final List<Mark> out;
    /** A text over a picture has a ground of its own, as what is behind it may have any colour. */
    private final boolean pictures;

    private LabelMarks(Frame frame, Theme theme, Occupancy taken, List<Mark> out) {
        this.frame = frame;
        this.theme = theme;
        this.taken = taken;
        this.texts = new Occupancy(frame.area());
        this.out = out;
        this.pictures = frame.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance);
    }

    /** Adds a panel's labels; returns where texts are. */
    static Occupancy add(Frame frame, Theme theme, Occupancy taken, List<Mark> out) {
        LabelMarks marks = new LabelMarks(frame, theme, taken, out);
        for (Mark mark : out) {
            if (mark instanceof Mark.Text t) {
                marks.texts.box(t.box().grown(STEP));
            }
        }
        List<Layer.Text> all = new ArrayList<>();
        for (Layer layer : frame.panel().layers()) {
            if (layer instanceof Layer.Labels labels) {
                labels.texts().stream().filter(t -> !t.text().isEmpty()).forEach(all::add);
            }
        }
        all.sort(Comparator.comparingDouble(t -> frame.y().at(t.y())));
        boolean drawing = !frame.panel().x().visible() && !frame.panel().y().visible();
        for (Layer.Text t : all) {
            if (drawing) {
                // a drawing without axes, as of a circuit, says itself where its texts stand
                marks.add(marks.text(t, frame.x().at(t.x()), frame.y().at(t.y()) + 0.35 * theme.small()));
            } else {
                marks.label(t, Polyline.position(frame.x(), t.x()), Polyline.position(frame.y(), t.y()));
            }
        }
        return marks.texts;
    }

    private Mark.Text text(Layer.Text t, double x, double y) {
        Palette palette = theme.palette();
        int rgb = Palette.mixed(palette.rgb(t.colour()), palette.ink(), palette.dark() ? 0.15 : 0.25);
        return new Mark.Text(new Mark.Subject(Mark.Part.LABEL, frame.panel().id(), t.component()), x, y,
                theme.small(t.text()), rgb, 0, false, t.hint());
    }

    private void add(Mark.Text mark) {
        if (pictures) {
            out.add(Mark.Path.of(mark.subject(), mark.box().grown(1.5), Mark.Pen.NONE,
                    new Mark.Fill(Palette.ground(mark.colour()), GROUND)));
        }
        out.add(mark);
        taken.box(mark.box());
        texts.box(mark.box());
    }

    private void label(Layer.Text t, double px, double py) {
        Box area = frame.area();
        if (!(px >= area.left() && px <= area.right() && py >= area.top() - 2 && py <= area.bottom() + 2)) {
            return;
        }
        Box zero = text(t, 0, 0).box();
        Box box = near(zero, px, py);
        box = box != null ? box : anywhere(zero, px, py);
        if (box == null) {
            return;
        }
        Mark.Text mark = text(t, box.left() - zero.left(), box.top() - zero.top());
        boolean above = box.bottom() <= py;
        double edgeX = nearest(box, px);
        double edgeY = above ? box.bottom() + 1 : box.top() - 1;
        if (Math.hypot(edgeX - px, edgeY - py) > FAR) {
            double endY = py + (above ? -3 : 3);
            out.add(Mark.Path.line(mark.subject(), edgeX, edgeY, px, endY, Mark.Pen.of(
                    Palette.mixed(theme.palette().background(), theme.palette().ink(), 0.45), 0.8)));
            taken.line(new double[] {edgeX, px}, new double[] {edgeY, endY});
        }
        add(mark);
    }

    private static double nearest(Box box, double x) {
        return Math.clamp(x, box.left() + 4, Math.max(box.left() + 4, box.right() - 4));
    }

    /** Above its point, ever higher, to the sides, below at last: where least is covered. */
    private Box near(Box zero, double px, double py) {
        Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int up = STEP; up <= FARTHEST && !(best != null && least <= up); up += STEP) {
            for (int side : new int[] {0, 1, -1, 2, -2, 3, -3}) {
                double shift = side * (zero.width() / 6 + up / 8.0);
                for (int below = 0; below < 2; below++) {
                    Box box = zero.moved(px + shift, below == 0 ? py - up - zero.bottom() : py + up - zero.top());
                    if (!fits(box)) {
                        continue;
                    }
                    double cost = taken.count(box.grown(2.5)) * COVERS + up + Math.abs(shift) * 0.8 + below * BELOW;
                    if (cost < least && (up > 12 || Math.abs(shift) > 12)) {
                        double edge = below == 0 ? box.bottom() : box.top();
                        cost += texts.countAlong(nearest(box, px), edge, px, py) * CROSSES
                                + taken.countAlong(nearest(box, px), edge, px, py);
                    }
                    if (cost < least) {
                        least = cost;
                        best = box;
                    }
                }
            }
        }
        return best;
    }

    private boolean fits(Box box) {
        return frame.area().contains(box.grown(2)) && texts.count(box) == 0;
    }

    /** The place nearest to its point where no other text is; null if there is none. */
    private Box anywhere(Box zero, double px, double py) {
        Box area = frame.area();
        Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double y = area.top() + 2 - zero.top(); y < area.bottom(); y += STEP) {
            for (double x = area.left() + 2 - zero.left(); x < area.right(); x += 2 * STEP) {
                double away = Math.hypot(x - px, y - py);
                if (away < least && fits(zero.moved(x, y))) {
                    least = away;
                    best = zero.moved(x, y);
                }
            }
        }
        return best;
    }
}
