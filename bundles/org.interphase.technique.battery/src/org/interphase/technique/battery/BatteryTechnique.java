package org.interphase.technique.battery;

import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.technique.battery.figure.RecordView;
import org.interphase.technique.battery.figure.VoltammogramView;
import org.interphase.technique.battery.operation.BruceVincent;
import org.interphase.technique.battery.operation.BruceVincentSpectra;
import org.interphase.technique.battery.operation.CvKinetics;
import org.interphase.technique.battery.operation.CvPeaks;
import org.interphase.technique.battery.operation.CyclingSummary;
import org.interphase.technique.battery.operation.DifferentialCapacity;
import org.interphase.technique.battery.operation.GittCompare;
import org.interphase.technique.battery.operation.GittDiffusion;
import org.interphase.technique.battery.operation.GittInterruption;
import org.interphase.technique.battery.operation.IrDrop;
import org.interphase.technique.battery.operation.JoinRecords;
import org.interphase.technique.battery.operation.PulseResistance;
import org.interphase.technique.battery.operation.RateCapability;
import org.interphase.technique.battery.operation.StabilityWindow;
import org.interphase.technique.battery.operation.SymmetricOverpotential;
import org.interphase.technique.battery.operation.TransportArrhenius;
import org.interphase.technique.battery.operation.VoltageProfiles;
import org.interphase.technique.battery.reader.ArbinResReader;
import org.interphase.technique.battery.reader.CyclerReader;
import org.interphase.technique.battery.reader.NewareNdaReader;
import org.interphase.technique.battery.reader.NewareNdaxReader;
import org.interphase.technique.battery.reader.TemperatureTableReader;
import org.interphase.technique.battery.reference.PhaseTransitions;
import org.interphase.technique.battery.titration.Interruptions;
import org.interphase.technique.battery.titration.Titration;
import org.interphase.technique.battery.titration.TitrationComparison;
import org.interphase.technique.battery.titration.TitrationTable;
import org.interphase.technique.battery.transport.TemperatureTable;
import org.interphase.technique.battery.voltammetry.PeakReportTable;
import org.interphase.technique.battery.voltammetry.Voltammograms;

/** Batteries: records of cyclers and potentiostats, from cycling and titration to voltammetry and transport numbers. */
public final class BatteryTechnique implements Technique {

    private final CvPeaks cvPeaks = new CvPeaks();
    private final CyclingSummary summary = new CyclingSummary();
    private final StabilityWindow stabilityWindow = new StabilityWindow();
    private final GittDiffusion gittDiffusion = new GittDiffusion();
    private final GittCompare gittCompare = new GittCompare();
    private final GittInterruption gittInterruption = new GittInterruption();
    private final JoinRecords join = new JoinRecords();
    private final CvKinetics cvKinetics = new CvKinetics();
    private final BruceVincent bruceVincent = new BruceVincent();
    private final BruceVincentSpectra bruceVincentSpectra = new BruceVincentSpectra();
    private final TransportArrhenius transportArrhenius = new TransportArrhenius();
    private final IrDrop irDrop = new IrDrop();
    private final PulseResistance pulses = new PulseResistance();
    private final RateCapability rate = new RateCapability();
    private final VoltageProfiles profiles = new VoltageProfiles();
    private final DifferentialCapacity dqdv = new DifferentialCapacity();
    private final SymmetricOverpotential symmetric = new SymmetricOverpotential();

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
                new KindInfo(RecordKinds.LSV, "Linear sweep voltammogram", "table"),
                new KindInfo(TemperatureTable.KIND, "Resistances or conductivities over temperature", "table"),
                new KindInfo(PeakReportTable.KIND, "Peaks of a voltammogram", "table"),
                new KindInfo(TitrationTable.KIND, "Pulses of a titration", "table"),
                new KindInfo(TitrationComparison.KIND, "Titrations at equal state of charge", "table"),
                new KindInfo(Interruptions.KIND, "Interruptions of the current", "table"),
                new KindInfo(IrDrop.DROPS, "Drops of the voltage over cycles", "table"),
                new KindInfo(PulseResistance.PULSES, "Pulses of a cell", "table"),
                new KindInfo(RateCapability.RATES, "Capacity at rates", "table"),
                new KindInfo(VoltageProfiles.PROFILES, "Charge and discharge profiles", "table"),
                new KindInfo(DifferentialCapacity.DIFFERENTIAL, "Differential capacity", "table"),
                new KindInfo(SymmetricOverpotential.HALVES, "Half cycles of a symmetric cell", "table"));
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new CyclerReader(), new TemperatureTableReader(), new NewareNdaReader(), new NewareNdaxReader(),
                new ArbinResReader());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return Stream.of(voltammetryOperations(), cyclingOperations(), titrationOperations()).flatMap(List::stream)
                .toList();
    }

    private List<Operation<?, ?>> titrationOperations() {
        return List.of(gittDiffusion, gittInterruption, gittCompare);
    }

    private List<Operation<?, ?>> cyclingOperations() {
        return List.of(summary, join, irDrop, pulses, rate, profiles, dqdv, symmetric);
    }

    private List<Operation<?, ?>> voltammetryOperations() {
        return List.of(cvPeaks, stabilityWindow, bruceVincent, bruceVincentSpectra, transportArrhenius, cvKinetics);
    }

    @Override
    public List<Recipe> recipes() {
        return Stream.of(voltammetry(), cycling(), joined(), titration()).flatMap(List::stream).toList();
    }

    private List<Recipe> titration() {
        return List.of(
                Recipe.of("gitt/diffusion", "Diffusion coefficient (GITT)", "How fast does lithium diffuse, and how "
                        + "large are polarisation and resistance, over the state of charge? Pulse and rest are fitted "
                        + "together by diffusion in particles; the textbook's formula stands beside it.",
                        Applicability.of(Titration.kinds()).preferring("gitt", "titration"),
                        Step.of("diffusion", gittDiffusion)).answering("largest D", "smallest D",
                                "largest diffusion time", "smallest diffusion time"),
                Recipe.of("gitt/interruption", "Diffusion coefficient by interruptions (ICI)", "Diffusion coefficients "
                        + "from short interruptions of a slow charge or discharge.",
                        Applicability.of(Titration.kinds()).preferring("ici", "interrupt"),
                        Step.of("diffusion", gittInterruption)).answering("largest D", "smallest D",
                                "largest diffusion time", "smallest diffusion time"),
                Recipe.ofSeries("gitt/compare", "Cells at equal state of charge (GITT)", "Which cell lets lithium "
                        + "diffuse faster and polarises less, at the same state of charge? Titrations of two cells or "
                        + "more, one of them the reference.", Applicability.of(Titration.kinds()).preferring("gitt",
                                "titration"), Step.of("compared", gittCompare)).answering("mean*"));
    }

    private List<Recipe> voltammetry() {
        Applicability voltammogram = Applicability.of(Voltammograms.kinds()).preferring("cv", "voltammo");
        return List.of(Recipe.of("cv/peaks", "Peaks of a voltammogram", "At which potentials does the cell oxidise and "
                + "reduce, and how far are the two apart? Position, height and charge of every peak in every cycle, "
                + "separation and midpoint of the pairs, and how they change.", voltammogram,
                Step.of("peaks", cvPeaks)).answering("separation of*", "midpoint of*", "oxidation*",
                        "reduction*"),
                Recipe.ofSeries("cv/kinetics", "Kinetics from several scan rates", "Is the current limited by "
                        + "diffusion or by a surface? Exponents of the peak currents over three scan rates or more, "
                        + "area or diffusion coefficient by Randles and Sevcik, and the capacitive share.",
                        voltammogram, Step.of("kinetics", cvKinetics)).answering("b-value*",
                                "Randles-Sevcik slope*", "capacitive share*"),
                Recipe.of("lsv/stability-window", "Stability window", "Up to which potential does the electrolyte "
                        + "stand? Potentials at which it is oxidised or reduced by a threshold of the current density, "
                        + "by tangent and by derivative; the area of the electrode must be said.",
                        Applicability.of(Voltammograms.kinds()).preferring("lsv", "window", "stab"),
                        Step.of("window", stabilityWindow)).answering("decomposition potential*"),
                Recipe.of("transport/bruce-vincent", "Transference number (Bruce-Vincent-Evans)", "Which part of the "
                        + "current do the cations carry? From the current under a small constant potential and the "
                        + "interfacial resistances before and after, which an impedance fit gives and which must be "
                        + "said.", Applicability.of(RecordKinds.CA, RecordKinds.RECORD, RecordColumns.CYCLING)
                                .preferring("bve", "polari", "transfer", "ca"),
                        Step.of("transference", bruceVincent)).answering("transference number*", "steady current"),
                Recipe.ofSeries("transport/bruce-vincent-spectra", "Transference number from a polarisation and two "
                        + "spectra", "Which part of the current do the cations carry? From the current under a small "
                        + "constant potential and the impedance spectra before and after it, whose arcs are the "
                        + "interfacial resistances.", Applicability.of(RecordKinds.CA, RecordKinds.RECORD,
                                RecordColumns.CYCLING, EisColumns.KIND).preferring("bve", "polari", "transfer"),
                        Step.of("transference", bruceVincentSpectra)).answering("transference number*",
                                "interfacial resistance*"),
                Recipe.of("transport/arrhenius", "Conductivity and activation energy", "How well does the electrolyte "
                        + "conduct, and how much does warmth help? From a table of resistances or conductivities over "
                        + "temperature; thickness, area and what is known of their uncertainties must be said.",
                        Applicability.of(TemperatureTable.KIND), Step.of("arrhenius", transportArrhenius))
                        .answering("activation energy*", "conduct*"));
    }

    @Override
    public List<DatasetView> views() {
        return List.of(new VoltammogramView(), new RecordView());
    }

    @Override
    public List<ReferenceTable> referenceTables() {
        return List.of(new PhaseTransitions().table());
    }

    /** Recipes over tests that were stored in several files. */
    private List<Recipe> joined() {
        Applicability parts = Applicability.of(RecordColumns.CYCLING, RecordKinds.GCPL, RecordKinds.RECORD);
        return List.of(
                Recipe.ofSeries("cycling/join", "One record of several files", "How do the files of one test run on "
                        + "from each other? One record with times and cycles counted on.", parts,
                        Step.of("join", join)),
                Recipe.ofSeries("cycling/summary-joined", "Capacity and efficiency over cycles of several files",
                        "How does a cell hold whose test was stored in several files? The files joined, then "
                        + "capacities, efficiencies, mean voltages, retention and fade.", parts,
                        Step.of("join", join), Step.of("cycles", summary))
                        .answering("retention*", "mean coulombic efficiency*", "discharge capacity of cycle 1",
                                "loss of*"),
                Recipe.ofSeries("gitt/diffusion-joined", "Diffusion coefficient of a titration in several files",
                        "How fast does lithium diffuse in a cell whose titration was stored in several files? Files "
                        + "are joined, then the diffusion model fitted to each pulse and its rest.", parts,
                        Step.of("join", join), Step.of("diffusion", gittDiffusion))
                        .answering("largest D", "smallest D"));
    }

    private List<Recipe> cycling() {
        Applicability cycles = Applicability.of(RecordColumns.CYCLING, RecordKinds.GCPL, RecordKinds.RECORD);
        return List.of(
                Recipe.of("cycling/summary", "Capacity and efficiency over cycles", "How does the cell hold over its "
                        + "cycles? Capacities, efficiencies, mean voltages, retention and fade.", cycles,
                        Step.of("cycles", summary))
                        .answering("retention*", "mean coulombic efficiency*", "discharge capacity of cycle 1",
                                "loss of*"),
                Recipe.of("cycling/rate", "Rate capability", "How much capacity is left at higher rates? Mean capacity "
                        + "at each rate, its share of that at the lowest, and what is recovered.",
                        cycles.preferring("rate"), Step.of("rates", rate))
                        .answering("discharge capacity*", "recovered*"),
                Recipe.of("cycling/profiles", "Charge and discharge profiles", "What do the voltage profiles look like "
                        + "over the cycles, and how far are charge and discharge apart?", cycles,
                        Step.of("profiles", profiles)).answering("polarisation*"),
                Recipe.of("cycling/dqdv", "Differential capacity", "At which voltages is charge stored? dQ/dV and "
                        + "dV/dQ with the peaks of chosen cycles.", cycles, Step.of("dqdv", dqdv))
                        .answering("dQ/dV peak*", "area*"),
                Recipe.of("cycling/ir-drop", "IR drop over cycles", "How does the resistance of the cell grow? The "
                        + "drop of the voltage when each half cycle begins.", cycles, Step.of("drops", irDrop))
                        .answering("growth of*", "IR drop*", "resistance*"),
                Recipe.of("cycling/pulses", "Resistance by pulses", "What is the resistance of the cell at each state "
                        + "of charge? Change of the voltage over the current of each short pulse.",
                        cycles.preferring("hppc", "pulse"), Step.of("pulses", pulses)).answering("resistance*"),
                Recipe.of("symmetric/overpotential", "Overpotential of a symmetric cell", "How long do two lithium "
                        + "electrodes plate and strip against each other? Overpotential of each half cycle, its trend, "
                        + "and shorts.", Applicability.of(RecordColumns.CYCLING, RecordKinds.GCPL, RecordKinds.CP,
                                RecordKinds.RECORD).preferring("lili", "li-li", "symm"),
                        Step.of("overpotential", symmetric))
                        .answering("time to the first short", "change of*", "overpotential*"));
    }
}
