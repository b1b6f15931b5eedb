package org.interphase.technique.battery.figure;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetView;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Overlay;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.Voltammograms;

/** Draws voltammograms: current over potential, cycle by cycle. */
public final class VoltammogramView implements DatasetView {

    @Override
    public List<String> kinds() {
        return List.of(RecordKinds.CV, RecordKinds.LSV);
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        if (!(dataset instanceof Table table)) {
            return List.of();
        }
        try {
            CellRecord record = Voltammograms.record(table, "a voltammogram");
            return List.of(VoltammogramFigures.figure(table.name(), PotentialSweeps.of(record), overlays));
        } catch (AnalysisException e) {
            // no sweep in it: there is nothing to draw this way
            return List.of();
        }
    }
}
