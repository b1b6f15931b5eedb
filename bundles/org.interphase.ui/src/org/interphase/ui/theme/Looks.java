package org.interphase.ui.theme;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.interphase.figure.Palette;

/**
 * Colours of what we paint ourselves beside the charts, taken from the window's own background, so that a part looks
 * right in whichever theme it finds itself.
 *
 * @param dark whether the surroundings are dark
 */
public record Looks(boolean dark) {

    /** The look of the surroundings of a control. */
    public static Looks of(Control control) {
        Color c = control.getBackground();
        return new Looks(c.getRed() * 0.3 + c.getGreen() * 0.59 + c.getBlue() * 0.11 < 128);
    }

    /** Colours of figures. */
    public Palette palette() {
        return dark ? Palette.DARK : Palette.LIGHT;
    }

    /** Text that matters less. */
    public Color muted() {
        return dark ? new Color(0x9a, 0xa0, 0xa6) : new Color(0x5f, 0x63, 0x68);
    }

    /** Ordinary text. */
    public Color ink() {
        return dark ? new Color(0xe6, 0xe8, 0xeb) : new Color(0x20, 0x21, 0x24);
    }

    /** Something wrong. */
    public Color bad() {
        return dark ? new Color(0xff, 0x8a, 0x7a) : new Color(0xb3, 0x26, 0x1e);
    }

    /** Something to look at. */
    public Color warning() {
        return dark ? new Color(0xff, 0xb4, 0x54) : new Color(0x9a, 0x5b, 0x00);
    }

    /** Something selected or to be clicked. */
    public Color accent() {
        return dark ? new Color(0x7c, 0xb7, 0xff) : new Color(0x0b, 0x57, 0xb0);
    }

    /** Behind something selected. */
    public Color selection() {
        return dark ? new Color(0x2d, 0x3b, 0x4d) : new Color(0xe3, 0xed, 0xfa);
    }

    /** Behind a part. */
    public Color ground() {
        return dark ? new Color(0x1f, 0x22, 0x26) : new Color(0xff, 0xff, 0xff);
    }

    /** Lines between parts. */
    public Color line() {
        return dark ? new Color(0x3d, 0x42, 0x48) : new Color(0xd9, 0xdc, 0xe0);
    }
}
