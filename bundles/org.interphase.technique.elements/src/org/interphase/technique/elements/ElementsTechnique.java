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
import org.interphase.technique.elements.operation.LineAcrossMap;
import org.interphase.technique.elements.operation.LineInterface;
import org.interphase.technique.elements.operation.MapUniformity;
import org.interphase.technique.elements.operation.QuantifyElements;
import org.interphase.technique.elements.reader.MsaReader;
import org.interphase.technique.elements.reader.SpxReader;
import org.interphase.technique.elements.reference.XrayTables;

/** Elements by their X-rays in the electron microscope: spectra, maps, lines. */
public final class ElementsTechnique implements Technique {

    private final IdentifyElements identify = new IdentifyElements();
    private final QuantifyElements quantify = new QuantifyElements();
    private final MapUniformity uniformity = new MapUniformity();
    private final LineAcrossMap across = new LineAcrossMap();
    private final LineInterface edge = new LineInterface();

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
                new KindInfo("eels", "Energy-loss spectrum", "curve"),
                new KindInfo("element-map", "Element map", "raster"),
                new KindInfo("elements.profile", "Element along a line", "curve"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new MsaReader(), new SpxReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(identify, quantify, uniformity, across, edge);
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(Recipe.of("elements/spectrum", "Elements in a spectrum", "Which elements does this spectrum "
                + "show, and how much of each? Mass fractions against the standards named in the step 'quantify'; "
                + "without any they are estimated, and doubtful.", Applicability.of("eds"), Step.of("identify",
                        identify), Step.of("quantify", quantify)),
                Recipe.of("elements/map", "Uniformity of an element", "How evenly is the element spread? Variation "
                        + "beyond "
                        + "counting statistics, or its limit, and patches that are richer or poorer.",
                        Applicability.of("element-map").preferring("map", "eds"), Step.of("uniformity", uniformity)),
                Recipe.of("elements/line", "Element along a line", "Where does the element begin or end along a line "
                        + "across the map, and how sharply?", Applicability.of("element-map").preferring("line",
                                "interface"), Step.of("line", across), Step.of("interface", edge)));
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
