package org.interphase.ui.theme;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.model.Table;

/** The program's own pictures, drawn sharp at every scale of the screen. */
public final class Icons {

    private Icons() {
    }

    /** A picture by its name. */
    public static ImageDescriptor of(String name) {
        return ResourceLocator.imageDescriptorFromBundle("org.interphase.ui", "icons/" + name + ".svg")
                .orElse(ImageDescriptor.getMissingImageDescriptor());
    }

    /** The picture of a dataset by its shape. */
    public static ImageDescriptor of(Dataset dataset) {
        return of(switch (dataset) {
            case Raster r -> "kind-picture";
            case CurveStack s -> "kind-map";
            case Table t -> "kind-table";
            case Series s -> "kind-series";
            default -> "kind-curve";
        });
    }
}
