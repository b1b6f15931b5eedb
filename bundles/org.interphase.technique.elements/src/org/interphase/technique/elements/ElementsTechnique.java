package org.interphase.technique.elements;

import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.ReportingItem;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.technique.elements.operation.IdentifyElements;
import org.interphase.technique.elements.operation.QuantifyElements;
import org.interphase.technique.elements.reader.MsaReader;
import org.interphase.technique.elements.reader.SpxReader;
import org.interphase.technique.elements.reference.XrayTables;

/** Elements by their X-rays in the electron microscope: spectra, maps, lines. */
public final class ElementsTechnique implements Technique {

    private final IdentifyElements identify = new IdentifyElements();
    private final QuantifyElements quantify = new QuantifyElements();

    @Override
    public String id() {
        return "elements";
    }

    @Override
    public String title() {
        return "X-ray spectrometry of elements";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo("eds", "X-ray spectrum", "curve"),
                new KindInfo("eels", "Energy-loss spectrum", "curve"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new MsaReader(), new SpxReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(identify, quantify);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("elements/spectrum", "Elements in a spectrum", "Which elements does this spectrum "
                + "show, and how much of each? Mass fractions against the standards named in the step 'quantify'; "
                + "without any they are estimated, and doubtful.", Applicability.of("eds"), Step.of("identify",
                        identify), Step.of("quantify", quantify)));
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(XrayTables.LINES, XrayTables.SHELLS);
    }

    @Override
    public List<ReportingItem> reportingChecklist() {
        return List.of(new ReportingItem("eds", "beam energy", "depth of the signal, and which lines there are"),
                new ReportingItem("eds", "live time", "counting statistics and k-ratios"),
                new ReportingItem("eds", "take-off angle", "absorption in the specimen"));
    }
}
