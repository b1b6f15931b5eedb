package org.interphase.ui.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;

/**
 * Outlines what hangs together with a pixel and is of like grey level. The outline follows the pixel edges (Moore
 * boundary tracing on cell corners) and is then simplified (Douglas and Peucker, 1973).
 */
final class MagicWand {

    /** Share of the range of grey levels that still counts as like. */
    private static final double TOLERANCE = 0.08;
    private static final double STRAIGHT = 1.0;

    private MagicWand() {
    }

    /** Corners of the outline in picture pixels; fewer than three if nothing hangs together. */
    static List<double[]> outline(Raster raster, int px, int py) {
        int w = raster.width();
        int h = raster.height();
        double centre = raster.get(px, py);
        double reach = TOLERANCE * range(raster);
        return simplified(border(flood(raster.pixels(), w, h, py * w + px, centre, reach), w, h));
    }

    /** Runs of pixels to the left and right, and from each the rows above and below: no step per pixel. */
    private static BitSet flood(Pixels pixels, int w, int h, int start, double centre, double reach) {
        BitSet in = new BitSet(w * h);
        int[] open = new int[1024];
        int n = 0;
        open[n++] = start;
        while (n > 0) {
            int i = open[--n];
            if (in.get(i)) {
                continue;
            }
            int row = i / w * w;
            int from = i;
            while (from > row && like(pixels, from - 1, centre, reach)) {
                from--;
            }
            int to = i + 1;
            while (to < row + w && like(pixels, to, centre, reach)) {
                to++;
            }
            in.set(from, to);
            for (int next : new int[] {-w, w}) {
                boolean inside = row + next >= 0 && row + next < w * h;
                for (int k = from; inside && k < to; k++) {
                    boolean first = k == from || !like(pixels, k - 1 + next, centre, reach);
                    if (first && !in.get(k + next) && like(pixels, k + next, centre, reach)) {
                        open = n == open.length ? Arrays.copyOf(open, 2 * n) : open;
                        open[n++] = k + next;
                    }
                }
            }
        }
        return in;
    }

    private static boolean like(Pixels pixels, int i, double centre, double reach) {
        return Math.abs(pixels.get(i) - centre) <= reach;
    }

    private static double range(Raster raster) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        int step = Math.max(1, raster.pixels().size() / 100_000);
        for (int i = 0; i < raster.pixels().size(); i += step) {
            double v = raster.pixels().get(i);
            lo = Math.min(lo, v);
            hi = Math.max(hi, v);
        }
        return hi - lo;
    }

    /** Walks around the outer border with the inside on the right hand, from corner to corner of pixels. */
    private static List<double[]> border(BitSet in, int w, int h) {
        int first = in.nextSetBit(0);
        int x = first % w;
        int y = first / w;
        int startX = x;
        int startY = y;
        int dir = 0;
        int[] dx = {1, 0, -1, 0};
        int[] dy = {0, 1, 0, -1};
        List<double[]> out = new ArrayList<>();
        do {
            out.add(new double[] {x, y});
            x += dx[dir];
            y += dy[dir];
            // the two pixels ahead of the corner, left and right of the way
            boolean left = inside(in, w, h, x + (dx[dir] + dy[dir] - 1) / 2, y + (dy[dir] - dx[dir] - 1) / 2);
            boolean right = inside(in, w, h, x + (dx[dir] - dy[dir] - 1) / 2, y + (dy[dir] + dx[dir] - 1) / 2);
            dir = left ? (dir + 3) % 4 : right ? dir : (dir + 1) % 4;
        } while (x != startX || y != startY);
        return out;
    }

    private static boolean inside(BitSet in, int w, int h, int x, int y) {
        return x >= 0 && y >= 0 && x < w && y < h && in.get(y * w + x);
    }

    static List<double[]> simplified(List<double[]> line) {
        if (line.size() < 4) {
            return line;
        }
        BitSet keep = new BitSet(line.size());
        keep.set(0);
        keep.set(line.size() - 1);
        ArrayDeque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {0, line.size() - 1});
        while (!open.isEmpty()) {
            int[] part = open.pop();
            double[] a = line.get(part[0]);
            double[] b = line.get(part[1]);
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            int far = -1;
            double most = STRAIGHT;
            for (int i = part[0] + 1; i < part[1]; i++) {
                double[] p = line.get(i);
                double d = length == 0 ? Math.hypot(p[0] - a[0], p[1] - a[1])
                        : Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
                if (d > most) {
                    most = d;
                    far = i;
                }
            }
            if (far >= 0) {
                keep.set(far);
                open.push(new int[] {part[0], far});
                open.push(new int[] {far, part[1]});
            }
        }
        return keep.stream().mapToObj(line::get).toList();
    }
}
