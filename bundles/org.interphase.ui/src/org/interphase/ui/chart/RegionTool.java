package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.interphase.api.parameters.Region;
import org.interphase.figure.Frame;
import org.interphase.model.figure.Layer;

/** Draws a region over a picture and moves its corners. Points are kept in picture pixels. */
final class RegionTool {

    private static final int REACH = 7;
    private static final double FREEHAND_STEP = 3;
    private final FigureCanvas canvas;
    private FigureListener listener;
    private PictureRegion target;
    private RegionShape drawing;
    private Region.Form form = Region.Form.ALL;
    private List<double[]> points = new ArrayList<>();
    private int corner = -1;
    private double[] ahead;

    RegionTool(FigureCanvas canvas) {
        this.canvas = canvas;
    }

    void setListener(FigureListener next) {
        listener = next;
    }

    /** Shows a region whose corners can be moved; one being drawn is not disturbed. */
    void setTarget(PictureRegion next) {
        if (drawing != null && next == null && target.step().isEmpty()) {
            // something new is being drawn, which belongs to no parameter yet
            return;
        }
        if (drawing != null && next != null && next.parameter().equals(target.parameter())) {
            return;
        }
        target = next;
        drawing = null;
        corner = -1;
        ahead = null;
        points = new ArrayList<>();
        form = next == null ? Region.Form.ALL : next.region().form();
        if (next != null) {
            double[] x = next.region().x();
            double[] y = next.region().y();
            for (int i = 0; i < x.length; i++) {
                points.add(new double[] {x[i], y[i]});
            }
        }
    }

    /** Begins to draw a region anew. */
    void draw(PictureRegion next, RegionShape shape) {
        target = next;
        drawing = shape;
        form = shape.form();
        points = new ArrayList<>();
        corner = -1;
        ahead = null;
    }

    void giveUp() {
        PictureRegion shown = target;
        drawing = null;
        setTarget(shown);
    }

    private static Layer.Picture picture(Frame f) {
        return f == null ? null : f.panel().layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElse(null);
    }

    private double[] toPixels(Frame f, Point p) {
        Layer.Picture pic = picture(f);
        double px = (f.xAt(p.x) - pic.left()) / (pic.right() - pic.left()) * pic.raster().width();
        double py = (f.yAt(p.y) - pic.top()) / (pic.bottom() - pic.top()) * pic.raster().height();
        return new double[] {Math.round(Math.max(0, Math.min(pic.raster().width(), px)) * 10) / 10.0,
            Math.round(Math.max(0, Math.min(pic.raster().height(), py)) * 10) / 10.0};
    }

    private float[] toScreen(Frame f, double[] pixel) {
        Layer.Picture pic = picture(f);
        double x = pic.left() + pixel[0] / pic.raster().width() * (pic.right() - pic.left());
        double y = pic.top() + pixel[1] / pic.raster().height() * (pic.bottom() - pic.top());
        return new float[] {(float) f.x().at(x), (float) f.y().at(y)};
    }

    private int cornerAt(Frame f, Point p) {
        for (int i = 0; i < points.size(); i++) {
            float[] s = toScreen(f, points.get(i));
            if (Math.hypot(s[0] - p.x, s[1] - p.y) < REACH) {
                return i;
            }
        }
        return -1;
    }

    boolean grab(Frame f, Point p) {
        if (target == null || picture(f) == null) {
            return false;
        }
        if (drawing == null) {
            corner = cornerAt(f, p);
            return corner >= 0;
        }
        double[] at = toPixels(f, p);
        switch (drawing) {
            case RECTANGLE, ELLIPSE, LINE -> {
                points = new ArrayList<>(List.of(at, at.clone()));
                corner = 1;
            }
            case FREEHAND -> points = new ArrayList<>(List.of(at));
            case POLYGON -> {
                if (points.size() > 2 && cornerAt(f, p) == 0) {
                    close();
                } else {
                    points.add(at);
                }
            }
            case ANGLE -> {
                points.add(at);
                if (points.size() == 3) {
                    finish();
                }
            }
            case WAND -> {
                Layer.Picture pic = picture(f);
                points = new ArrayList<>(MagicWand.outline(pic.raster(),
                        (int) Math.min(pic.raster().width() - 1, at[0]), (int) Math.min(pic.raster().height() - 1,
                                at[1])));
                close();
            }
        }
        return true;
    }

    void drag(Frame f, Point p, boolean done) {
        if (target == null || picture(f) == null) {
            return;
        }
        if (drawing == RegionShape.FREEHAND && !points.isEmpty()) {
            double[] at = toPixels(f, p);
            double[] last = points.get(points.size() - 1);
            if (Math.hypot(at[0] - last[0], at[1] - last[1]) >= FREEHAND_STEP) {
                points.add(at);
            }
            if (done) {
                points = new ArrayList<>(MagicWand.simplified(points));
                close();
            }
        } else if (corner >= 0) {
            points.set(corner, toPixels(f, p));
            if (done) {
                corner = -1;
                finish();
            }
        }
        canvas.redrawTools();
    }

    void hover(Frame f, Point p) {
        boolean clicked = drawing == RegionShape.POLYGON || drawing == RegionShape.ANGLE;
        if (clicked && !points.isEmpty() && picture(f) != null) {
            ahead = toPixels(f, p);
            canvas.redrawTools();
        }
    }

    /** Ends an outline that is clicked corner by corner; says whether there was one. */
    boolean close() {
        if (drawing == null || drawing.form() != Region.Form.POLYGON) {
            return false;
        }
        if (points.size() < 3) {
            points = new ArrayList<>();
            return false;
        }
        finish();
        return true;
    }

    private void finish() {
        boolean tiny = points.size() == 2 && Math.hypot(points.get(1)[0] - points.get(0)[0],
                points.get(1)[1] - points.get(0)[1]) < FREEHAND_STEP;
        ahead = null;
        if (tiny) {
            points = new ArrayList<>();
            return;
        }
        drawing = null;
        Region region = Region.of(form, points.stream().mapToDouble(q -> q[0]).toArray(),
                points.stream().mapToDouble(q -> q[1]).toArray());
        listener.regionDrawn(target, region, true);
    }

    int cursor(Frame f, Point p) {
        if (target == null || picture(f) == null) {
            return 0;
        }
        return drawing != null ? SWT.CURSOR_CROSS : cornerAt(f, p) >= 0 ? SWT.CURSOR_SIZEALL : 0;
    }

    void paint(GC gc, Frame f) {
        if (target == null || points.isEmpty() || picture(f) == null) {
            return;
        }
        List<double[]> shown = new ArrayList<>(points);
        if (ahead != null) {
            shown.add(ahead);
        }
        if (shown.size() < 2) {
            return;
        }
        Path path = new Path(gc.getDevice());
        float[] a = toScreen(f, shown.get(0));
        float[] b = toScreen(f, shown.get(1));
        switch (form) {
            case RECTANGLE -> path.addRectangle(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]),
                    Math.abs(a[1] - b[1]));
            case ELLIPSE -> path.addArc(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]),
                    Math.abs(a[1] - b[1]), 0, 360);
            default -> {
                path.moveTo(a[0], a[1]);
                for (int i = 1; i < shown.size(); i++) {
                    float[] s = toScreen(f, shown.get(i));
                    path.lineTo(s[0], s[1]);
                }
                if (form == Region.Form.POLYGON && drawing == null) {
                    path.close();
                }
            }
        }
        Pens.plainLine(gc, Pens.colour(0x000000), 3);
        gc.setAlpha(120);
        gc.drawPath(path);
        Pens.plainLine(gc, Pens.colour(0xffd54a), 1.5f);
        gc.drawPath(path);
        path.dispose();
        gc.setBackground(Pens.colour(0xffd54a));
        if (points.size() <= 60) {
            for (double[] p : points) {
                float[] s = toScreen(f, p);
                gc.fillRectangle(Math.round(s[0]) - 3, Math.round(s[1]) - 3, 7, 7);
            }
        }
    }
}
