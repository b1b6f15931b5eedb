package org.interphase.ui.chart;

import org.interphase.api.parameters.Region;

/** How a region is drawn. */
public enum RegionShape {
    /** Two corners, dragged. */
    RECTANGLE(Region.Form.RECTANGLE),
    /** The corners of its box, dragged. */
    ELLIPSE(Region.Form.ELLIPSE),
    /** Two ends, dragged. */
    LINE(Region.Form.LINE),
    /** Corners clicked one after the other; a double click or Enter ends. */
    POLYGON(Region.Form.POLYGON),
    /** An outline followed with the button held. */
    FREEHAND(Region.Form.POLYGON),
    /** All of like grey level that hangs together with the place clicked. */
    WAND(Region.Form.POLYGON),
    /** Three points clicked one after the other, the vertex in the middle. */
    ANGLE(Region.Form.POLYGON);

    private final Region.Form form;

    RegionShape(Region.Form form) {
        this.form = form;
    }

    /** The form of the region it gives. */
    public Region.Form form() {
        return form;
    }
}
