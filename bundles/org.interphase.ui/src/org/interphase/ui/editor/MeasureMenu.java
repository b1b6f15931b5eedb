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
        DISTANCE("distance", Messages.MeasureMenu_distance, RegionShape.LINE),
        ANGLE("angle", Messages.MeasureMenu_angle, RegionShape.ANGLE),
        OUTLINE("area", Messages.MeasureMenu_outline, RegionShape.POLYGON),
        FREEHAND("area", Messages.MeasureMenu_freehand, RegionShape.FREEHAND),
        RECTANGLE("area", Messages.MeasureMenu_rectangle, RegionShape.RECTANGLE),
        ELLIPSE("area", Messages.MeasureMenu_ellipse, RegionShape.ELLIPSE),
        WAND("area", Messages.MeasureMenu_wand, RegionShape.WAND),
        PROFILE("profile", Messages.MeasureMenu_profile, RegionShape.LINE),
        NOTE("note", Messages.MeasureMenu_note, RegionShape.LINE);

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
        parent.setText(Messages.MeasureMenu_measure);
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
