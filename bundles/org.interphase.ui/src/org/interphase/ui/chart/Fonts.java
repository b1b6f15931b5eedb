package org.interphase.ui.chart;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.interphase.figure.TextMetrics;

/** The system's font in the sizes of a chart, and how long texts are in it; dispose with the chart. */
final class Fonts implements TextMetrics {

    private static final double POINTS = 0.75;
    private static final int KEPT = 2000;

    /**
     * A font.
     *
     * @param font to be set
     * @param ascent from the top of a text to its baseline
     */
    record Sized(Font font, int ascent) {
    }

    private record Key(String text, double size, boolean bold) {
    }

    private final Device device;
    private final String name;
    private final Map<Key, Sized> fonts = new HashMap<>();
    private final Map<Key, Integer> widths = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Integer> oldest) {
            return size() > KEPT;
        }
    };
    private final Image image;
    private final GC gc;

    Fonts(Device device) {
        this.device = device;
        name = device.getSystemFont().getFontData()[0].getName();
        image = new Image(device, 1, 1);
        gc = new GC(image);
    }

    /** A font of a size in pixels. */
    Sized of(double size, boolean bold) {
        return fonts.computeIfAbsent(new Key("", size, bold), k -> {
            Font font = new Font(device, name, (int) Math.max(1, Math.round(size * POINTS)),
                    bold ? SWT.BOLD : SWT.NORMAL);
            gc.setFont(font);
            return new Sized(font, gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading());
        });
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return widths.computeIfAbsent(new Key(text, size, bold), k -> {
            gc.setFont(of(size, bold).font());
            return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
        });
    }

    void dispose() {
        gc.dispose();
        image.dispose();
        fonts.values().forEach(f -> f.font().dispose());
    }
}
