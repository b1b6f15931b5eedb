package org.interphase.technique.electrochemistry;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReportingItem;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.api.parameters.Parameters;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.figure.EisView;
import org.interphase.technique.electrochemistry.operation.EisArrhenius;
import org.interphase.technique.electrochemistry.operation.EisCompare;
import org.interphase.technique.electrochemistry.operation.EisConductivity;
import org.interphase.technique.electrochemistry.operation.EisDrt;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.technique.electrochemistry.operation.EisFitSeries;
import org.interphase.technique.electrochemistry.operation.EisKramersKronig;
import org.interphase.technique.electrochemistry.reader.ImpedanceTextReader;
import org.interphase.technique.electrochemistry.reader.IviumReader;
import org.interphase.technique.electrochemistry.reader.PalmSensReader;
import org.interphase.technique.electrochemistry.reader.RelaxisReader;
import org.interphase.technique.electrochemistry.reader.VersaStudioReader;
import org.interphase.technique.electrochemistry.reader.ZViewReader;

/**
 * Impedance spectra: their circuits, validity and relaxation times. Circuit elements of plug-ins are found as
 * OSGi services of type {@link CircuitElement}, or through {@code META-INF/services} on a flat class path.
 */
public final class ElectrochemistryTechnique implements Technique {

    private volatile ElementLibrary library = ElementLibrary.standard();
    private final EisFit fit;
    private final EisFitSeries fitSeries;
    private final EisCompare compare;
    private final EisKramersKronig kramersKronig = new EisKramersKronig();
    private final EisDrt drt = new EisDrt();
    private final EisConductivity conductivity = new EisConductivity();
    private final EisArrhenius arrhenius = new EisArrhenius();

    /** The technique with the elements found on the class path. */
    public ElectrochemistryTechnique() {
        ServiceLoader.load(CircuitElement.class, getClass().getClassLoader()).forEach(this::addElement);
        Supplier<ElementLibrary> elements = () -> library;
        fit = new EisFit(elements);
        fitSeries = new EisFitSeries(elements);
        compare = new EisCompare(elements);
    }

    /** Adds a circuit element of a plug-in; called by the service runtime. */
    public synchronized void addElement(CircuitElement element) {
        library = library.with(element);
    }

    /** The circuit elements circuit strings may use. */
    public ElementLibrary elements() {
        return library;
    }

    @Override
    public String id() {
        return "electrochemistry";
    }

    @Override
    public String title() {
        return "Electrochemistry";
    }

    @Override
    public List<KindInfo> kinds() {
        return List.of(new KindInfo(EisColumns.KIND, "Impedance spectrum", "table"),
                new KindInfo("eis.drt", "Distribution of relaxation times", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new ZViewReader(), new VersaStudioReader(), new IviumReader(),
                new PalmSensReader(), new RelaxisReader(), new ImpedanceTextReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(fit, compare, kramersKronig, drt, conductivity, fitSeries, arrhenius);
    }

    @Override
    public List<Recipe> recipes() {
        Applicability eis = Applicability.of(EisColumns.KIND);
        return List.of(
                Recipe.of("eis/fit", "Fit a circuit", "Fits an equivalent circuit to an impedance spectrum and "
                        + "gives its "
                        + "parameters with uncertainties.", eis, Step.of("fit", fit))
                        .answering("R*", "chi-square*"),
                Recipe.of("eis/two-arc-cell", "Cell with two arcs", "Series resistance R_s, interfacial "
                        + "resistance R_se "
                        + "and charge-transfer resistance R_ct of a cell from a Nyquist plot with two arcs, with a "
                        + "Warburg tail where the data ask for one.", eis.preferring("cell", "coin", "two"),
                        Step.of("fit", compare, twoArcs()))
                        .answering("R_s", "R_se", "R_ct"),
                Recipe.of("eis/kramers-kronig", "Test the data (Kramers-Kronig)", "Tests whether a spectrum is valid: "
                        + "linear, causal and stable while it was measured.", eis, Step.of("test", kramersKronig))
                        .answering("violating points", "largest residual"),
                Recipe.of("eis/drt", "Distribution of relaxation times", "Resolves the processes of a cell by their "
                        + "time constants without assuming a circuit.", eis, Step.of("drt", drt))
                        .answering("polarisation resistance", "peak*"),
                Recipe.of("eis/compare", "Which circuit?", "Fits one to three arcs with and without diffusion and "
                        + "compares them by an information criterion.", eis, Step.of("compare", compare))
                        .answering("R*", "chi-square*"),
                Recipe.ofSeries("eis/series", "Fit a series", "Fits one circuit to several spectra "
                        + "(temperature, state of "
                        + "charge, cycle, or cells to be compared) and shows the trend of each parameter.", eis,
                        Step.of("fit", fitSeries))
                        .answering("R*", "chi-square*"),
                Recipe.ofSeries("eis/arrhenius", "Activation energy (Arrhenius)", "Resistances of a temperature "
                        + "series by "
                        + "circuit fits, then conductivity and activation energy in both conventions, ln(sigma T) and "
                        + "ln(sigma). Temperatures come from metadata, a column, or file names such as -140deg.",
                        eis.preferring("deg", "temp"), Step.of("fit", fitSeries, arrheniusCircuit()),
                        Step.of("arrhenius", arrhenius))
                        .answering("activation energy*", "conduct*"));
    }

    private EisCompare.Parameters twoArcs() {
        EisCompare.Parameters p = Parameters.defaults(EisCompare.Parameters.class);
        p = Parameters.with(p, "ordered", true);
        p = Parameters.with(p, "circuits[0].circuit", "R_s-p(R_se,CPE_se)-p(R_ct,CPE_ct)");
        p = Parameters.with(p, "circuits[1].circuit", "R_s-p(R_se,CPE_se)-p(R_ct,CPE_ct)-W1");
        return Parameters.with(p, "circuits[2].circuit", "R_s-p(R_se,CPE_se)-p(R_ct-W1,CPE_ct)");
    }

    private EisFit.Parameters arrheniusCircuit() {
        return Parameters.with(Parameters.defaults(EisFit.Parameters.class), "circuit", EisFitSeries.AUTO);
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new EisView());
    }

    @Override
    public List<ReportingItem> reportingChecklist() {
        return List.of(new ReportingItem(EisColumns.KIND, "amplitude", "linearity of the response cannot be judged "
                + "without it"),
                new ReportingItem(EisColumns.KIND, "temperature", "resistances depend exponentially on it"),
                new ReportingItem(EisColumns.KIND, "electrode area", "area specific resistances need it"));
    }
}
