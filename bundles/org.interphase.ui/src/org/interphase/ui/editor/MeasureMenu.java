package org.interphase.ui.editor;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.ui.chart.RegionShape;

/** The tools that measure in a picture, as a menu. */
final class MeasureMenu {

    /** A tool: how it is drawn, for a choice of what is measured. */
    private enum Tool {
        DISTANCE("distance", "Distance", RegionShape.LINE),
        ANGLE("angle", "Angle", RegionShape.ANGLE),
        OUTLINE("area", "Area by corners", RegionShape.POLYGON),
        FREEHAND("area", "Area by free hand", RegionShape.FREEHAND),
        RECTANGLE("area", "Area of a rectangle", RegionShape.RECTANGLE),
        ELLIPSE("area", "Area of an ellipse", RegionShape.ELLIPSE),
        WAND("area", "Area of like grey", RegionShape.WAND),
        PROFILE("profile", "Profile along a line", RegionShape.LINE),
        NOTE("note", "Note with a pointer", RegionShape.LINE);

        private final String what;
        private final String label;
        private final RegionShape shape;

        Tool(String what, String label, RegionShape shape) {
            this.what = what;
            this.label = label;
            this.shape = shape;
        }
    }

    private MeasureMenu() {
    }

    /** Adds the tools to a menu where the picture's data can be measured. */
    static void fill(Menu menu, FigureDeeds deeds) {
        List<String> choices = deeds.measures();
        if (choices.isEmpty()) {
            return;
        }
        MenuItem parent = new MenuItem(menu, SWT.CASCADE);
        parent.setText("Measure");
        Menu sub = new Menu(menu);
        parent.setMenu(sub);
        Arrays.stream(Tool.values()).filter(t -> choices.contains(t.what)).forEach(t -> {
            MenuItem item = new MenuItem(sub, SWT.PUSH);
            item.setText(t.label);
            item.setData("interphase.id", "measure." + t.name());
            item.addListener(SWT.Selection, e -> deeds.measure(t.what, t.shape));
        });
        new MenuItem(menu, SWT.SEPARATOR);
    }
}
