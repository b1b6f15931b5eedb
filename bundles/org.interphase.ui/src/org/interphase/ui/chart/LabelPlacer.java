package org.interphase.ui.chart;

/** Finds a place for a text near a point where it covers neither curves nor other texts. */
final class LabelPlacer {

    /**
     * A placed text.
     *
     * @param x left edge in pixels of the plot
     * @param y top edge
     * @param away distance from the nearest edge of the text to the point
     */
    record Place(double x, double y, double away) {
    }

    private final Occupancy occupancy;
    private final Occupancy texts;
    private final int width;
    private final int height;

    LabelPlacer(Occupancy occupancy, int width, int height) {
        this.occupancy = occupancy;
        this.texts = new Occupancy(width, height);
        this.width = width;
        this.height = height;
    }

    /** A place for a text of a size belonging to a point; the place is taken afterwards. */
    Place place(double px, double py, int w, int h) {
        Place best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int up = 4; up <= 160; up += 4) {
            for (int side : new int[] {0, 1, -1, 2, -2, 3, -3}) {
                double shift = side * (w / 6.0 + up / 8.0);
                for (int below = 0; below < 2; below++) {
                    double left = px - w / 2.0 + shift;
                    double top = below == 0 ? py - up - h : py + up;
                    if (left < 3 || top < 2 || left + w > width - 3 || top + h > height - 3) {
                        continue;
                    }
                    int covered = occupancy.count(left - 3, top - 2, left + w + 3, top + h + 2);
                    double edge = Math.max(left + 4, Math.min(left + w - 4, px));
                    int crossed = up > 12 || Math.abs(shift) > 12
                            ? texts.countAlong(edge, below == 0 ? top + h : top, px, py) : 0;
                    double cost = covered * 40 + crossed * 25 + up + Math.abs(shift) * 0.8 + below * 60;
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = new Place(left, top, Math.hypot(shift, up));
                    }
                }
            }
            if (best != null && bestCost <= up) {
                break;
            }
        }
        if (best == null) {
            double left = Math.max(3, Math.min(width - w - 3.0, px - w / 2.0));
            best = new Place(left, Math.max(2, Math.min(height - h - 2.0, py - h - 4)), 0);
        }
        occupancy.box(best.x(), best.y(), best.x() + w, best.y() + h);
        texts.box(best.x(), best.y(), best.x() + w, best.y() + h);
        return best;
    }

    /** A line from a text to its point was drawn: texts to come keep off it. */
    void leader(double x0, double y0, double x1, double y1) {
        occupancy.line(x0, y0, x1, y1);
    }
}
