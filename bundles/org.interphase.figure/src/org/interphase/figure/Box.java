package org.interphase.figure;

/** A rectangle from (left, top) to (right, bottom), in page units downwards. */
public record Box(double left, double top, double right, double bottom) {

    /** The rectangle between two corners, whichever way round they are. */
    public static Box between(double x0, double y0, double x1, double y1) {
        return new Box(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }

    /** Width. */
    public double width() {
        return right - left;
    }

    /** Height. */
    public double height() {
        return bottom - top;
    }

    /** Place of the middle across. */
    public double middleX() {
        return (left + right) / 2;
    }

    /** Place of the middle down. */
    public double middleY() {
        return (top + bottom) / 2;
    }

    /** Whether two rectangles share an area. */
    public boolean overlaps(Box o) {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }

    /** The rectangle grown by a margin on all sides. */
    public Box grown(double m) {
        return new Box(left - m, top - m, right + m, bottom + m);
    }

    /** The rectangle moved. */
    public Box moved(double dx, double dy) {
        return new Box(left + dx, top + dy, right + dx, bottom + dy);
    }

    /** Whether another lies within this one. */
    public boolean contains(Box o) {
        return o.left >= left && o.right <= right && o.top >= top && o.bottom <= bottom;
    }

    /** Whether a point lies within this one. */
    public boolean contains(double x, double y) {
        return x >= left && x < right && y >= top && y < bottom;
    }
}
