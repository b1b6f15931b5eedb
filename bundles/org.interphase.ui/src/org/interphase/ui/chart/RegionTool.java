package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.interphase.api.parameters.Region;
import org.interphase.model.figure.Layer;

/** Draws and moves a region over a picture: rectangle, ellipse, line, polygon. Points are kept in picture pixels. */
final class RegionTool {

    private static final int REACH = 7;
    private final FigureCanvas canvas;
    private FigureListener listener;
    private PictureRegion target;
    private Region.Form drawing;
    private final List<double[]> points = new ArrayList<>();
    private int corner = -1;

    RegionTool(FigureCanvas canvas) {
        this.canvas = canvas;
    }

    void setListener(FigureListener next) {
        listener = next;
    }

    void setTarget(PictureRegion next) {
        target = next;
        corner = -1;
        points.clear();
        drawing = null;
        if (next != null && next.region().isAll()) {
            drawing = Region.Form.RECTANGLE;
        } else if (next != null) {
            drawing = next.region().form();
            double[] x = next.region().x();
            double[] y = next.region().y();
            for (int i = 0; i < x.length; i++) {
                points.add(new double[] {x[i], y[i]});
            }
        }
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
            if (Math.hypot(s[0] + f.plot().x - p.x, s[1] + f.plot().y - p.y) < REACH) {
                return i;
            }
        }
        return -1;
    }

    boolean grab(Frame f, Point p) {
        if (target == null || picture(f) == null) {
            return false;
        }
        corner = cornerAt(f, p);
        if (corner >= 0) {
            return true;
        }
        if (!points.isEmpty()) {
            return false;
        }
        double[] start = toPixels(f, p);
        points.add(start);
        points.add(start.clone());
        corner = 1;
        return true;
    }

    void drag(Frame f, Point p, boolean done) {
        if (target == null || corner < 0) {
            return;
        }
        points.set(corner, toPixels(f, p));
        if (done) {
            corner = -1;
            double[] x = points.stream().mapToDouble(q -> q[0]).toArray();
            double[] y = points.stream().mapToDouble(q -> q[1]).toArray();
            boolean tiny = x.length == 2 && Math.hypot(x[1] - x[0], y[1] - y[0]) < 3;
            if (tiny) {
                points.clear();
            } else {
                listener.regionDrawn(target, Region.of(drawing, x, y), true);
            }
        }
        canvas.redrawTools();
    }

    int cursor(Frame f, Point p) {
        if (target == null || picture(f) == null) {
            return 0;
        }
        return cornerAt(f, p) >= 0 ? SWT.CURSOR_SIZEALL : points.isEmpty() ? SWT.CURSOR_CROSS : 0;
    }

    void paint(GC gc, Frame f) {
        if (target == null || points.size() < 2 || picture(f) == null) {
            return;
        }
        Path path = new Path(gc.getDevice());
        float[] a = toScreen(f, points.get(0));
        float[] b = toScreen(f, points.get(1));
        switch (drawing) {
            case RECTANGLE -> path.addRectangle(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]),
                    Math.abs(a[1] - b[1]));
            case ELLIPSE -> path.addArc(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]),
                    Math.abs(a[1] - b[1]), 0, 360);
            default -> {
                path.moveTo(a[0], a[1]);
                for (int i = 1; i < points.size(); i++) {
                    float[] s = toScreen(f, points.get(i));
                    path.lineTo(s[0], s[1]);
                }
                if (drawing == Region.Form.POLYGON) {
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
        for (double[] p : points) {
            float[] s = toScreen(f, p);
            gc.fillRectangle(Math.round(s[0]) - 3, Math.round(s[1]) - 3, 7, 7);
        }
    }
}
