package org.interphase.engine.internal;

import java.util.List;
import org.interphase.api.DatasetView;
import org.interphase.model.Dataset;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Overlay;

/** A view of a plug-in, which is given up where it does not come back. */
final class ForeignView implements DatasetView {

    private final DatasetView view;
    private final ForeignPlugin plugin;
    private final List<String> kinds;
    private volatile boolean endless;

    /** Asks the view for what it says of itself, which may fail. */
    ForeignView(DatasetView view, ForeignPlugin plugin) {
        this.view = view;
        this.plugin = plugin;
        kinds = List.copyOf(view.kinds());
    }

    @Override
    public List<String> kinds() {
        return kinds;
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        if (endless) {
            return List.of();
        }
        try {
            return plugin.calls().quick(() -> List.copyOf(view.figures(dataset, overlays)));
        } catch (ForeignCalls.Failed e) {
            endless = e.isEndless();
            plugin.failed("view of " + String.join(", ", kinds), e.getMessage() + "; the plain one is shown");
            return List.of();
        }
    }
}
