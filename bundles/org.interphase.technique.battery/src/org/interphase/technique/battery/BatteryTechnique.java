package org.interphase.technique.battery;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.electro.record.RecordColumns;
import org.interphase.technique.battery.figure.VoltammogramView;
import org.interphase.technique.battery.operation.CvPeaks;
import org.interphase.technique.battery.reader.CyclerReader;
import org.interphase.technique.battery.reference.PhaseTransitions;
import org.interphase.technique.battery.voltammetry.PeakReportTable;
import org.interphase.technique.battery.voltammetry.RecordKinds;

/** Batteries: records of cyclers and potentiostats, from cycling and titration to voltammetry and transport numbers. */
public final class BatteryTechnique implements Technique {

    private final CvPeaks cvPeaks = new CvPeaks();

    @Override
    public String id() {
        return "battery";
    }

    @Override
    public String title() {
        return "Battery electrochemistry";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(RecordColumns.CYCLING, "Record of a battery cycler", "table"),
                new KindInfo(RecordColumns.CYCLE_TABLE, "Table of a battery's cycles", "table"),
                new KindInfo(PeakReportTable.KIND, "Peaks of a voltammogram", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new CyclerReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(cvPeaks);
    }

    @Override
    public List<Recipe> recipes() {
        Applicability voltammogram = Applicability.of(RecordKinds.voltammograms()).preferring("cv", "voltammo");
        return List.of(Recipe.of("cv/peaks", "Peaks of a voltammogram", "At which potentials does the cell oxidise and "
                + "reduce, and how far are the two apart? Position, height and charge of every peak in every cycle, "
                + "separation and midpoint of the pairs, and how they change.", voltammogram,
                Step.of("peaks", cvPeaks)).answering("pair*", "oxidation*", "reduction*"));
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new VoltammogramView());
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(new PhaseTransitions().table());
    }
}
