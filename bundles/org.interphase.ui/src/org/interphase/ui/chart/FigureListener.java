package org.interphase.ui.chart;

import java.util.Map;
import org.interphase.api.parameters.Range;
import org.interphase.api.parameters.Region;
import org.interphase.model.figure.Handle;

/** What the analyst does in a figure. All methods are called on the user interface thread. */
public interface FigureListener {

    /** The pointer is over this place; empty when it leaves. */
    void readout(String text);

    /**
     * A handle is being moved.
     *
     * @param value new value of the handle's parameter
     * @param done whether the mouse was released; only then an undo step is due
     */
    void handleMoved(Handle handle, double value, boolean done);

    /**
     * Handles that lie at one point are being moved together, as position and height of a peak.
     *
     * @param values new value of each handle's parameter; only those that are to change
     * @param done whether the mouse was released; only then an undo step is due
     */
    default void handlesMoved(Map<Handle, Double> values, boolean done) {
        values.forEach((handle, value) -> handleMoved(handle, value, done));
    }

    /** An end of a range is being moved. */
    void rangeMoved(PictureRange range, Range value, boolean done);

    /** A region was drawn or moved, in pixels of the picture. */
    void regionDrawn(PictureRegion target, Region region, boolean done);

    /** A component was clicked; empty for the ground. */
    void componentSelected(String component);

    /** A place in a picture was clicked. */
    void pictureClicked(double x, double y);

    /** Whether a click can place something new, such as a component. */
    default boolean takesPlaces() {
        return false;
    }

    /** A place was clicked while places are being asked for. */
    void placed(String panel, double x, double y);

    /** The selected component is to go. */
    void deleteRequested(String component);
}
