package org.interphase.ui.chart;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String AxisLimits_aboveZero;
    public static String AxisLimits_different;
    public static String AxisLimits_from;
    public static String AxisLimits_logarithmic;
    public static String AxisLimits_to;
    public static String FigureExport_endings;
    public static String HandleTool_height;
    public static String HandleTool_move;
    public static String HandleTool_moveHeight;
    public static String HandleTool_width;
    public static String Readout_noValue;
    public static String Readout_pixel;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
