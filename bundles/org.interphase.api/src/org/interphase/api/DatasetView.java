package org.interphase.api;

import java.util.List;
import org.interphase.model.Dataset;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Overlay;

/** How data of some kinds is drawn: an impedance table as Nyquist and Bode plot, for example. */
public interface DatasetView {

    /** Kinds of data this view draws. */
    List<String> kinds();

    /**
     * Figures of a dataset with what steps laid over it, the main one first.
     *
     * @param dataset data of one of the kinds
     * @param overlays what steps laid over the data
     */
    List<Figure> figures(Dataset dataset, List<Overlay> overlays);
}
