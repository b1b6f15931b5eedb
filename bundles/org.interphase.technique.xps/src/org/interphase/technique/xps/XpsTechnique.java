package org.interphase.technique.xps;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Technique;
import org.interphase.technique.xps.internal.XpsRecipes;
import org.interphase.technique.xps.internal.read.VamasReader;
import org.interphase.technique.xps.internal.read.XpsTextReader;
import org.interphase.technique.xps.internal.reference.References;
import org.interphase.technique.xps.operation.BackgroundOperation;
import org.interphase.technique.xps.operation.FitOperation;

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
        return List.of(new VamasReader(), new XpsTextReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new BackgroundOperation(), new FitOperation());
    }

    @Override
    public List<Recipe> recipes() {
        return XpsRecipes.all();
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(References.energies(), References.sensitivity());
    }
}
