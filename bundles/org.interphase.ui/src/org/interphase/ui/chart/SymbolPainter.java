package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.interphase.model.figure.Style.Symbol;

/** Draws many equal markers in one path; colours and alpha are the graphics context's. */
final class SymbolPainter {

    private static final int PER_PATH = 400;

    private SymbolPainter() {
    }

    static void paint(GC gc, Polyline p, Symbol symbol, double size, float left, float top) {
        if (symbol == Symbol.NONE) {
            return;
        }
        gc.setFillRule(SWT.FILL_WINDING);
        float r = (float) Math.max(1, size / 2);
        int i = 0;
        while (i < p.size()) {
            Path path = new Path(gc.getDevice());
            int end = Math.min(p.size(), i + PER_PATH);
            for (; i < end; i++) {
                if (!Float.isNaN(p.x()[i] + p.y()[i])) {
                    add(path, symbol, left + p.x()[i], top + p.y()[i], r);
                }
            }
            if (symbol == Symbol.CIRCLE || symbol == Symbol.CROSS) {
                gc.setLineWidth(1);
                gc.drawPath(path);
            } else {
                gc.fillPath(path);
            }
            path.dispose();
        }
    }

    private static void add(Path path, Symbol symbol, float x, float y, float r) {
        switch (symbol) {
            case DOT, CIRCLE -> {
                path.moveTo(x + r, y);
                path.addArc(x - r, y - r, 2 * r, 2 * r, 0, 360);
                path.close();
            }
            case SQUARE -> path.addRectangle(x - r, y - r, 2 * r, 2 * r);
            case DIAMOND -> polygon(path, x, y - 1.3f * r, x + 1.3f * r, y, x, y + 1.3f * r, x - 1.3f * r, y);
            case TRIANGLE -> polygon(path, x, y - 1.2f * r, x + 1.2f * r, y + r, x - 1.2f * r, y + r);
            case CROSS -> {
                path.moveTo(x - r, y - r);
                path.lineTo(x + r, y + r);
                path.moveTo(x - r, y + r);
                path.lineTo(x + r, y - r);
            }
            case NONE -> {
                // nothing to draw
            }
        }
    }

    private static void polygon(Path path, float... xy) {
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.close();
    }
}
