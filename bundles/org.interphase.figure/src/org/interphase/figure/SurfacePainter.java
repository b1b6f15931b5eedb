package org.interphase.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.Layer;

/**
 * Paints a surface over a grid without perspective. Cells are painted from the farthest to the nearest, which hides
 * what lies behind: over a grid that order is one of rows and columns, whatever the heights (D. P. Anderson, Hidden
 * line elimination in projected grid surfaces, ACM Trans. Graph. 1 (1982) 274).
 */
public final class SurfacePainter {

    private static final int SHADES = 256;
    /** Share of the smaller side of the picture that the map's diagonal takes. */
    private static final double FILLING = 0.78;
    /** Light that slopes turned away still get. */
    private static final double AMBIENT = 0.5;
    /** Direction of the light: from the upper left of the map, as in relief pictures. */
    private static final double[] LIGHT = {-0.41, 0.41, 0.815};
    private static final double LABEL = 20;
    private static final double TITLE = 46;

    private final SurfaceMesh mesh;
    private final SurfaceCamera camera;
    private final int w;
    private final int h;
    private final double cosA;
    private final double sinA;
    private final double cosE;
    private final double sinE;
    private final double scale;
    private final int[] pixels;

    private SurfacePainter(SurfaceMesh mesh, SurfaceCamera camera, int w, int h) {
        this.mesh = mesh;
        this.camera = camera;
        this.w = w;
        this.h = h;
        cosA = Math.cos(camera.azimuth());
        sinA = Math.sin(camera.azimuth());
        cosE = Math.cos(camera.elevation());
        sinE = Math.sin(camera.elevation());
        scale = camera.zoom() * FILLING * Math.min(w, h * 1.25) / Math.hypot(mesh.width(), mesh.height());
        pixels = new int[w * h];
    }

    /**
     * Paints a surface.
     *
     * @param colours of heights, from low to high in the unit of the mesh's lengths
     * @param w pixels in a row, at least 1
     * @param h rows, at least 1
     */
    public static SurfacePicture paint(SurfaceMesh mesh, SurfaceCamera camera, Layer.ColourMap colours, double low,
            double high, int w, int h, Palette palette) {
        SurfacePainter p = new SurfacePainter(mesh, camera, w, h);
        Arrays.fill(p.pixels, palette.background());
        int[] shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            shades[i] = ColourMaps.argb(colours, i, 0, SHADES - 1, 255, 0) & 0xffffff;
        }
        p.cells(shades, low, high);
        List<SurfacePicture.Line> lines = new ArrayList<>();
        List<SurfacePicture.Text> texts = new ArrayList<>();
        p.axes(lines, texts);
        return new SurfacePicture(w, h, p.pixels, lines, texts);
    }

    /** Across the picture, of a place measured from the map's middle. */
    private double across(double x, double y) {
        return 0.5 * w + scale * (cosA * x + sinA * y);
    }

    /** Down the picture, of a place measured from the map's middle, and a height. */
    private double down(double x, double y, double z) {
        double middle = 0.5 * (mesh.lowest() + mesh.highest());
        return 0.5 * h - scale * ((cosA * y - sinA * x) * sinE + camera.exaggeration() * (z - middle) * cosE);
    }

    private void cells(int[] shades, double low, double high) {
        int columns = mesh.columns();
        int rows = mesh.rows();
        double[] sx = new double[columns * rows];
        double[] sy = new double[columns * rows];
        double stepX = mesh.width() / columns;
        double stepY = mesh.height() / rows;
        for (int j = 0; j < rows; j++) {
            double y = 0.5 * mesh.height() - (j + 0.5) * stepY;
            for (int i = 0; i < columns; i++) {
                double x = (i + 0.5) * stepX - 0.5 * mesh.width();
                sx[j * columns + i] = across(x, y);
                sy[j * columns + i] = down(x, y, mesh.z(i, j));
            }
        }
        // farther is what goes up the picture
        boolean rightIsFar = -sinA > 0;
        boolean backIsFar = cosA > 0;
        for (int n = 0; n < rows - 1; n++) {
            int j = backIsFar ? n : rows - 2 - n;
            for (int m = 0; m < columns - 1; m++) {
                int i = rightIsFar ? columns - 2 - m : m;
                double a = mesh.z(i, j);
                double b = mesh.z(i + 1, j);
                double c = mesh.z(i, j + 1);
                double d = mesh.z(i + 1, j + 1);
                double mean = 0.25 * (a + b + c + d);
                if (Double.isNaN(mean)) {
                    continue;
                }
                double nx = -camera.exaggeration() * (b + d - a - c) / (2 * stepX);
                double ny = -camera.exaggeration() * (a + b - c - d) / (2 * stepY);
                double light = (nx * LIGHT[0] + ny * LIGHT[1] + LIGHT[2]) / Math.sqrt(1 + nx * nx + ny * ny);
                double f = high > low ? Math.clamp((mean - low) / (high - low), 0, 1) : 0.5;
                int rgb = lit(shades[(int) (f * (SHADES - 1) + 0.5)], AMBIENT + (1 - AMBIENT) * Math.max(0, light));
                int k = j * columns + i;
                triangle(sx, sy, k, k + 1, k + columns, rgb);
                triangle(sx, sy, k + 1, k + columns + 1, k + columns, rgb);
            }
        }
    }

    private static int lit(int rgb, double light) {
        int l = (int) (256 * Math.min(1, light));
        return (rgb >> 16 & 0xff) * l >> 8 << 16 | (rgb >> 8 & 0xff) * l >> 8 << 8 | (rgb & 0xff) * l >> 8;
    }

    /** Fills the pixels whose middles lie within a triangle or on its edge, row by row. */
    private void triangle(double[] sx, double[] sy, int a, int b, int c, int rgb) {
        double top = Math.min(sy[a], Math.min(sy[b], sy[c]));
        double bottom = Math.max(sy[a], Math.max(sy[b], sy[c]));
        int from = (int) Math.max(0, Math.ceil(top - 0.5));
        int to = (int) Math.min(h - 1, Math.floor(bottom - 0.5));
        for (int row = from; row <= to; row++) {
            double y = row + 0.5;
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            int p = a;
            int q = b;
            for (int edge = 0; edge < 3; edge++) {
                double y0 = sy[p];
                double y1 = sy[q];
                if (y0 <= y && y1 >= y || y1 <= y && y0 >= y) {
                    double t = y0 == y1 ? 0 : (y - y0) / (y1 - y0);
                    double x = sx[p] + t * (sx[q] - sx[p]);
                    left = Math.min(left, y0 == y1 ? Math.min(sx[p], sx[q]) : x);
                    right = Math.max(right, y0 == y1 ? Math.max(sx[p], sx[q]) : x);
                }
                p = q;
                q = edge == 0 ? c : a;
            }
            int first = (int) Math.max(0, Math.ceil(left - 0.5));
            int last = (int) Math.min(w - 1, Math.floor(right - 0.5));
            for (int i = first; i <= last; i++) {
                pixels[row * w + i] = rgb;
            }
        }
    }

    /** The two edges of the floor that are nearest, and the upright at the left of the picture. */
    private void axes(List<SurfacePicture.Line> lines, List<SurfacePicture.Text> texts) {
        double x = 0.5 * mesh.width();
        double y = 0.5 * mesh.height();
        double floor = mesh.lowest();
        // the near side is where going there leads down the picture
        double nearY = cosA > 0 ? -y : y;
        double nearX = -sinA > 0 ? -x : x;
        edge(lines, texts, new double[] {-x, nearY, floor}, new double[] {x, nearY, floor}, 0, mesh.width(),
                "x (" + mesh.length().pretty() + ")");
        // rows are counted from the back
        edge(lines, texts, new double[] {nearX, y, floor}, new double[] {nearX, -y, floor}, 0, mesh.height(),
                "y (" + mesh.length().pretty() + ")");
        double[][] corners = {{-x, -y}, {x, -y}, {-x, y}, {x, y}};
        double[] left = Arrays.stream(corners).min((p, q) -> Double.compare(across(p[0], p[1]), across(q[0], q[1])))
                .orElseThrow();
        if (mesh.highest() > floor && camera.exaggeration() * (mesh.highest() - floor) * cosE * scale > 2 * LABEL) {
            double unit = mesh.length().scaleTo(mesh.heights());
            edge(lines, texts, new double[] {left[0], left[1], floor}, new double[] {left[0], left[1], mesh.highest()},
                    unit * floor, unit * mesh.highest(), "height (" + mesh.heights().pretty() + ")");
        }
    }

    private void edge(List<SurfacePicture.Line> lines, List<SurfacePicture.Text> texts, double[] from, double[] to,
            double low, double high, String title) {
        double x0 = across(from[0], from[1]);
        double y0 = down(from[0], from[1], from[2]);
        double x1 = across(to[0], to[1]);
        double y1 = down(to[0], to[1], to[2]);
        lines.add(new SurfacePicture.Line(x0, y0, x1, y1));
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (length < 2 * LABEL) {
            return;
        }
        // texts stand off the surface: down from the floor's edges, left of the upright
        double ox = (y1 - y0) / length;
        double oy = -(x1 - x0) / length;
        boolean upright = from[2] != to[2];
        if (upright ? ox > 0 : oy < 0) {
            ox = -ox;
            oy = -oy;
        }
        Ticks ticks = Ticks.linear(low, high, Math.clamp((int) (length / (upright ? 40 : 70)), 2, 8));
        for (int i = 0; i < ticks.values().size(); i++) {
            double t = (ticks.values().get(i) - low) / (high - low);
            double x = x0 + t * (x1 - x0);
            double y = y0 + t * (y1 - y0);
            lines.add(new SurfacePicture.Line(x, y, x + 5 * ox, y + 5 * oy));
            double off = upright ? LABEL + 2.5 * ticks.labels().get(i).length() : LABEL;
            texts.add(new SurfacePicture.Text(x + off * ox, y + off * oy, ticks.labels().get(i)));
        }
        String power = ticks.exponent() == 0 ? "" : " (times 10^" + ticks.exponent() + ")";
        // numbers of heights may be long: the title stands above them, off the surface
        texts.add(upright ? new SurfacePicture.Text(x1 + 3 * title.length() * ox, y1 - LABEL, title + power)
                : new SurfacePicture.Text(0.5 * (x0 + x1) + TITLE * ox, 0.5 * (y0 + y1) + TITLE * oy, title + power));
    }
}
