package org.interphase.figure;

import java.util.List;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/** A scale bar in pictures whose axes are lengths. */
final class ScaleBar {

    private static final double SHARE = 0.22;
    /** Smaller pictures have a smaller bar, the smallest none. */
    private static final double NARROW = 160;
    private static final double LOW = 120;
    private static final double NARROWEST = 70;
    private static final double LOWEST = 50;

    private ScaleBar() {
    }

    static void add(Frame frame, Theme theme, List<Mark> out) {
        Layer.Picture picture = frame.panel().layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElse(null);
        Unit unit = frame.panel().x().unit();
        Box area = frame.area();
        if (picture == null || !frame.panel().equalScale() || !unit.isCompatible(Unit.of("m"))
                || area.width() < NARROWEST || area.height() < LOWEST) {
            return;
        }
        double per = frame.view().x().span() / area.width();
        double length = nice(per * area.width() * SHARE);
        double drawn = length / per;
        double scale = Math.min(1, Math.max(0.6, Math.min(area.width() / NARROW, area.height() / LOW)));
        double margin = 14 * scale * scale;
        Typeset.Line text = Typeset.line(Numbers.plain(length, 3) + "\u00a0" + unit.pretty(), theme.large() * scale,
                false, theme.metrics());
        double w = Math.max(drawn, text.width()) + 16 * scale;
        double bottom = bottom(frame, picture) - margin;
        Box ground = new Box(area.left() + margin, bottom - text.size() - 17 * scale, area.left() + margin + w, bottom);
        if (drawnOver(frame, ground)) {
            // what an analyst drew there stays to be seen: the other corner, or no bar at all
            ground = ground.moved(area.right() - margin - ground.right(), 0);
            if (drawnOver(frame, ground)) {
                return;
            }
        }
        Mark.Subject subject = new Mark.Subject(Mark.Part.SCALE_BAR, frame.panel().id(), "");
        out.add(Mark.Path.of(subject, ground, Mark.Pen.NONE, new Mark.Fill(0x000000, 0.6)));
        out.add(Mark.Path.of(subject, new Box(ground.middleX() - drawn / 2, bottom - 9 * scale,
                ground.middleX() + drawn / 2, bottom - 5 * scale), Mark.Pen.NONE, new Mark.Fill(0xffffff, 1)));
        out.add(Mark.Text.of(subject, ground.middleX(), bottom - 14 * scale, text, 0xffffff, 0));
    }

    /** Whether a line or outline passes a place. */
    private static boolean drawnOver(Frame frame, Box place) {
        Box near = place.grown(4);
        for (Layer layer : frame.panel().layers()) {
            if (layer instanceof Layer.Outline o) {
                for (int i = 0; i < o.x().length; i++) {
                    int next = i + 1 < o.x().length ? i + 1 : o.closed() ? 0 : i;
                    double x = frame.x().at(o.x()[i]);
                    double y = frame.y().at(o.y()[i]);
                    double dx = frame.x().at(o.x()[next]) - x;
                    double dy = frame.y().at(o.y()[next]) - y;
                    int parts = (int) Math.clamp(Math.hypot(dx, dy) / 4, 1, 500);
                    for (int k = 0; k <= parts; k++) {
                        if (near.contains(x + dx * k / parts, y + dy * k / parts)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** The lower end of the specimen in sight: the bar must not cover the microscope's own data bar. */
    private static double bottom(Frame frame, Layer.Picture p) {
        Box area = frame.area();
        Raster.Field field = p.raster().field();
        double share = (field.y() + field.height()) / (double) p.raster().height();
        double end = frame.y().at(p.top() + share * (p.bottom() - p.top()));
        return end > area.top() + area.height() * 0.3 && end < area.bottom() ? end : area.bottom();
    }

    /** The largest 1, 2 or 5 times a power of ten that is no longer. */
    static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double mantissa = most / power;
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }
}
