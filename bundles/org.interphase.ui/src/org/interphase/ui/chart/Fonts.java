package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;

/** The fonts of a chart; dispose with it. */
final class Fonts {

    private final Font tick;
    private final Font title;
    private final Font label;

    Fonts(Device device) {
        FontData base = device.getSystemFont().getFontData()[0];
        tick = new Font(device, base.getName(), 9, SWT.NORMAL);
        title = new Font(device, base.getName(), 10, SWT.NORMAL);
        label = new Font(device, base.getName(), 9, SWT.NORMAL);
    }

    Font tick() {
        return tick;
    }

    Font title() {
        return title;
    }

    Font label() {
        return label;
    }

    void dispose() {
        tick.dispose();
        title.dispose();
        label.dispose();
    }
}
