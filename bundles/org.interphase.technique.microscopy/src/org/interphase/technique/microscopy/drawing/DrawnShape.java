package org.interphase.technique.microscopy.drawing;

import java.util.Optional;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;

/**
 * A shape drawn over a picture, in the picture's unit of length, with the standard uncertainty that follows from how
 * well its points were placed. That of the scale comes on top: it acts on lengths once, on areas twice, on angles not
 * at all.
 *
 * @param form what was drawn
 * @param x abscissae of its points in the unit of length, from the left edge of the picture
 * @param y ordinates, downward from the upper edge
 * @param pointing standard uncertainty of a point along x in the unit of length
 * @param pointingDown that along y
 */
public record DrawnShape(Region.Form form, double[] x, double[] y, double pointing, double pointingDown) {

    /**
     * A number with its standard uncertainty.
     *
     * @param value the number
     * @param uncertainty its standard uncertainty
     */
    public record Number(double value, double uncertainty) {
    }

    /** Copies the arrays. */
    public DrawnShape {
        x = x.clone();
        y = y.clone();
    }

    /**
     * A region of a picture as shape.
     *
     * @param pixels standard uncertainty of a point along each axis in pixels
     */
    public static DrawnShape of(Region region, Calibration c, double pixels) {
        double[] x = region.x();
        double[] y = region.y();
        for (int i = 0; i < x.length; i++) {
            x[i] *= c.pixelWidth();
            y[i] *= c.pixelHeight();
        }
        return new DrawnShape(region.form(), x, y, pixels * c.pixelWidth(), pixels * c.pixelHeight());
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    /** Length of a line; both ends are placed independently of each other. */
    public Number length() {
        double dx = x[1] - x[0];
        double dy = y[1] - y[0];
        double length = Math.hypot(dx, dy);
        double u = length == 0 ? Double.NaN : Math.sqrt(2) * Math.hypot(dx / length * pointing,
                dy / length * pointingDown);
        return new Number(length, u);
    }

    /** The angle at the second of three points in degrees, from 0 to 180; empty if an arm has no length. */
    public Optional<Number> angle() {
        double ax = x[0] - x[1];
        double ay = y[0] - y[1];
        double cx = x[2] - x[1];
        double cy = y[2] - y[1];
        double a2 = ax * ax + ay * ay;
        double c2 = cx * cx + cy * cy;
        if (a2 == 0 || c2 == 0) {
            return Optional.empty();
        }
        double angle = Math.atan2(Math.abs(ax * cy - ay * cx), ax * cx + ay * cy);
        // derivatives of the directions of both arms: an end moves its arm, the vertex moves both
        double[] alongX = {ay / a2, -cy / c2, cy / c2 - ay / a2};
        double[] alongY = {-ax / a2, cx / c2, ax / a2 - cx / c2};
        double variance = 0;
        for (int i = 0; i < alongX.length; i++) {
            variance += Math.pow(alongX[i] * pointing, 2) + Math.pow(alongY[i] * pointingDown, 2);
        }
        return Optional.of(new Number(Math.toDegrees(angle), Math.toDegrees(Math.sqrt(variance))));
    }

    /**
     * The area enclosed. An outline is drawn too far out or too far in as a whole, so all of it is taken to be off by
     * the pointing: the area is uncertain by the outline's length times that.
     */
    public Number area() {
        double width = Math.abs(x[1] - x[0]);
        double height = Math.abs(y[1] - y[0]);
        double off = Math.max(pointing, pointingDown);
        return switch (form) {
            case RECTANGLE -> new Number(width * height, 2 * (width + height) * off);
            case ELLIPSE -> {
                // Ramanujan's first approximation of the perimeter, Q. J. Math. 45 (1914) 350
                double a = width / 2;
                double b = height / 2;
                double round = Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
                yield new Number(Math.PI * a * b, round * off);
            }
            default -> {
                double twice = 0;
                double round = 0;
                for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
                    twice += x[j] * y[i] - x[i] * y[j];
                    round += Math.hypot(x[i] - x[j], y[i] - y[j]);
                }
                yield new Number(Math.abs(twice) / 2, round * off);
            }
        };
    }

    /** Whether sides of an outline cross, so that it encloses no one area. */
    public boolean crossesItself() {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 2; j < n; j++) {
                if ((j + 1) % n != i && cross(i, (i + 1) % n, j, (j + 1) % n)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean cross(int a, int b, int c, int d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private double side(int a, int b, int p) {
        return Math.signum((x[b] - x[a]) * (y[p] - y[a]) - (y[b] - y[a]) * (x[p] - x[a]));
    }
}
