package org.interphase.technique.xps;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.ReportingItem;
import org.interphase.api.Technique;
import org.interphase.technique.xps.operation.BackgroundOperation;
import org.interphase.technique.xps.operation.CalibrateOperation;
import org.interphase.technique.xps.operation.CalibrateSeriesOperation;
import org.interphase.technique.xps.operation.CompareOperation;
import org.interphase.technique.xps.operation.FitLineOperation;
import org.interphase.technique.xps.operation.QuantifyOperation;
import org.interphase.technique.xps.operation.RegionFitOperation;
import org.interphase.technique.xps.operation.StoredFitOperation;
import org.interphase.technique.xps.operation.SurveyOperation;
import org.interphase.technique.xps.reader.AvantageReader;
import org.interphase.technique.xps.reader.PhiReader;
import org.interphase.technique.xps.reader.VamasReader;
import org.interphase.technique.xps.reader.XpsTextReader;
import org.interphase.technique.xps.recipe.XpsRecipes;
import org.interphase.technique.xps.reference.XpsReferences;

/** X-ray photoelectron spectroscopy. */
public final class XpsTechnique implements Technique {

    @Override
    public String id() {
        return "xps";
    }

    @Override
    public String title() {
        return "X-ray photoelectron spectroscopy";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo("xps.region", "XPS region", "curve"),
                new KindInfo("xps.survey", "XPS survey", "curve"),
                new KindInfo("xps.depth-profile", "XPS depth profile", "stack"),
                new KindInfo("xps.map", "XPS map", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new VamasReader(), new XpsTextReader(), new AvantageReader(), new PhiReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new CalibrateOperation(), new BackgroundOperation(), new RegionFitOperation(),
                new SurveyOperation(), new QuantifyOperation(), new CalibrateSeriesOperation(), new CompareOperation(),
                new StoredFitOperation(), new FitLineOperation());
    }

    @Override
    public List<Recipe> recipes() {
        return XpsRecipes.all();
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(XpsReferences.energies(), XpsReferences.sensitivity(), XpsReferences.lines(),
                XpsReferences.doublets());
    }

    @Override
    public List<ReportingItem> reportingChecklist() {
        List<ReportingItem> out = new ArrayList<>();
        for (String kind : List.of("xps.region", "xps.survey")) {
            out.add(new ReportingItem(kind, "photon energy", "converts kinetic to binding energy"));
            out.add(new ReportingItem(kind, "pass energy", "sets the resolution"));
            out.add(new ReportingItem(kind, "charge reference", "binding energies mean nothing without it"));
            out.add(new ReportingItem(kind, "dwell time", "counting statistics need the counts"));
            out.add(new ReportingItem(kind, "take-off angle", "sets the information depth"));
        }
        return out;
    }
}
