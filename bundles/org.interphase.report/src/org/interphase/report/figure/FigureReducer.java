package org.interphase.report.figure;

import java.util.List;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** Makes figures small enough to be kept until the page is written. */
public final class FigureReducer {

    private FigureReducer() {
    }

    /** The figure with pictures of no more pixels than a page shows; it is drawn just as the original. */
    public static Figure reduced(Figure figure) {
        return new Figure(figure.id(), figure.title(), figure.caption(), figure.panels().stream()
                .map(FigureReducer::reduced).toList(), figure.sharedX());
    }

    private static Panel reduced(Panel panel) {
        List<Layer> layers = panel.layers().stream()
                .map(l -> l instanceof Layer.Picture p ? PicturePng.reduced(p) : l).toList();
        return new Panel(panel.id(), panel.x(), panel.y(), layers, panel.weight(), panel.equalScale(), panel.legend());
    }
}
