package org.interphase.report.figure;

/**
 * The data of an SVG path as a page stores it: steps of tenths of a page unit, without the points whose absence moves
 * the line by less than half a tenth. A page unit is 1/96 inch, so that at 200 % zoom nothing moves by a third of a
 * pixel of a screen. Rounding does not add up, as each step leads from one rounded point to the next.
 */
final class PagePath {

    /** Steps per page unit. */
    private static final double STEPS = 10;
    /** How far a line may be from a point that is left out, in page units. */
    private static final double NEAR = 0.05;

    private final StringBuilder out;
    private long x;
    private long y;
    private char command;

    PagePath(StringBuilder out) {
        this.out = out;
    }

    /** Lines through points {@code from} to before {@code to}, which are all finite. */
    void piece(double[] xs, double[] ys, int from, int to, boolean closed) {
        boolean[] keep = kept(xs, ys, from, to);
        long x0 = Math.round(xs[from] * STEPS);
        long y0 = Math.round(ys[from] * STEPS);
        step('m', x0, y0);
        boolean moved = false;
        for (int i = from + 1; i < to; i++) {
            long xi = Math.round(xs[i] * STEPS);
            long yi = Math.round(ys[i] * STEPS);
            // a piece of no length is still painted by a pen
            boolean last = i == to - 1 && !moved;
            if (keep[i - from] && (xi != x || yi != y || last)) {
                step('l', xi, yi);
                moved = true;
            }
        }
        if (closed) {
            out.append('z');
            // a closed piece ends where it began
            x = x0;
            y = y0;
            command = 'z';
        }
    }

    /** A circle around a point. */
    void circle(double middleX, double middleY, double radius) {
        long r = Math.max(1, Math.round(radius * STEPS));
        step('m', Math.round(middleX * STEPS) - r, Math.round(middleY * STEPS));
        out.append('a');
        arc(r, 2 * r, false);
        arc(r, -2 * r, true);
        command = 'a';
    }

    private void arc(long r, long across, boolean apart) {
        number(r, apart);
        number(r, true);
        out.append(" 0 1 0");
        number(across, true);
        out.append(" 0");
    }

    private void step(char how, long toX, long toY) {
        // further pairs behind 'm' are lines
        boolean told = how == 'l' && (command == 'l' || command == 'm');
        if (!told) {
            out.append(how);
        }
        number(toX - x, told);
        number(toY - y, true);
        x = toX;
        y = toY;
        command = how;
    }

    private void number(long tenths, boolean apart) {
        if (apart && tenths >= 0) {
            out.append(' ');
        }
        if (tenths < 0) {
            out.append('-');
        }
        long whole = Math.abs(tenths) / (long) STEPS;
        long rest = Math.abs(tenths) % (long) STEPS;
        if (whole > 0 || rest == 0) {
            out.append(whole);
        }
        if (rest > 0) {
            out.append('.').append(rest);
        }
    }

    /** Which points are needed (Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727); the ends always are. */
    private static boolean[] kept(double[] xs, double[] ys, int from, int to) {
        boolean[] keep = new boolean[to - from];
        keep[0] = true;
        keep[keep.length - 1] = true;
        int[] open = new int[2 * keep.length + 2];
        int n = 0;
        open[n++] = from;
        open[n++] = to - 1;
        while (n > 0) {
            int b = open[--n];
            int a = open[--n];
            double most = NEAR;
            int at = -1;
            for (int i = a + 1; i < b; i++) {
                double d = distance(xs[i], ys[i], xs[a], ys[a], xs[b], ys[b]);
                if (d > most) {
                    most = d;
                    at = i;
                }
            }
            if (at >= 0) {
                keep[at - from] = true;
                open[n++] = a;
                open[n++] = at;
                open[n++] = at;
                open[n++] = b;
            }
        }
        return keep;
    }

    /** How far a point is from a piece of a line between two others. */
    private static double distance(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length2 = dx * dx + dy * dy;
        double t = length2 > 0 ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length2)) : 0;
        return Math.hypot(px - ax - t * dx, py - ay - t * dy);
    }
}
