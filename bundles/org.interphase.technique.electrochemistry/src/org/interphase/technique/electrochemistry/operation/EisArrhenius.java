package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.electrochemistry.fit.CircuitFits;
import org.interphase.technique.electrochemistry.fit.ResistanceSum;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/** Conductivities and activation energy from a fitted temperature series. */
public final class EisArrhenius implements Operation<Series, EisArrhenius.Parameters> {

    /** Boltzmann constant in eV/K: 1.380649e-23 J/K over 1.602176634e-19 C, both exact (SI brochure, 9th ed.). */
    static final double BOLTZMANN = 1.380649e-23 / 1.602176634e-19;

    /** cm per µm. */
    static final double MICROMETRE = 1e-4;

    private static final double ROOM = 298.15;

    /**
     * What is drawn over the inverse temperature.
     *
     * @param resistance which resistance of the circuit
     * @param thickness thickness of the sample in µm
     * @param area area of the electrode in cm²
     * @param temperatureUncertainty standard uncertainty of a temperature in K
     */
    public record Parameters(
            @Param(label = "Resistance", def = "auto", help = "Parameter of the circuit, or a sum such as R1+R2; auto "
                    + "adds up all resistors.") String resistance,
            @Param(label = "Thickness", unit = "um", min = 1e-6, max = 1e9, help = "Thickness of the sample; without "
                    + "thickness and area the conductance 1/R takes the place of the conductivity, which leaves the "
                    + "activation energy as it is.") Double thickness,
            @Param(label = "Area", unit = "cm2", min = 1e-12, max = 1e9, help = "Area of the electrode.") Double area,
            @Param(label = "Uncertainty of the temperatures", unit = "K", min = 0, max = 100,
                    help = TemperatureAccuracy.HELP) Double temperatureUncertainty) {
    }

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("eis.arrhenius", 5, "Arrhenius plot",
            "Fits ln(sigma T) and ln(sigma) against 1/T by weighted least squares; each point carries the uncertainty "
                    + "of its resistance. Both conventions are given: ln(sigma T) follows from ion hopping, ln(sigma) "
                    + "is used where T in the prefactor is neglected; its activation energy is smaller by about k T.",
            Series.class, Parameters.class).forKinds(EisColumns.KIND);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        CircuitFits fits = input.product(CircuitFits.class).orElseThrow(() -> new AnalysisException(
                "the series has no fitted circuits; put the step 'eis.fit-series' before this one"));
        int n = fits.fits().size();
        ImpedanceScale scale = scale(fits, input, p.resistance);
        double[] cell = cellConstants(input, p, scale);
        boolean geometry = cell != null;
        // a gain all spectra share moves the line, not its slope
        ImpedanceAccuracy accuracy = input.product(ImpedanceAccuracy.class).orElse(ImpedanceAccuracy.EXACT);
        double[] kelvin = temperatures(input);
        TemperatureAccuracy thermometer = TemperatureAccuracy.of(p.temperatureUncertainty);
        ActivationEnergy plain = ActivationEnergy.of(fits, kelvin, p.resistance, false);
        double energy = plain == null ? 0 : plain.value();
        double[] ln = new double[n];
        double[] u = new double[n];
        Outcome.Builder out = Outcome.builder(input);
        String names = "";
        List<String> left = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ResistanceSum r = ResistanceSum.of(fits.fits().get(i), fits.verdicts().get(i), p.resistance);
            names = r.names();
            double conductance = (geometry ? cell[i] : 1) / r.value();
            boolean shown = !r.verdict().isWithheld();
            ln[i] = shown ? Math.log(conductance) : Double.NaN;
            u[i] = r.uncertainty() / r.value();
            String at = at(kelvin, i, input.members().get(i).name());
            if (!shown) {
                left.add(input.members().get(i).name());
            }
            out.measure(accuracy.counted(Measurement.of("resistance" + at, "R", r.value(), r.uncertainty(),
                    scale.unit().text()).judged(r.verdict()), 1));
            out.measure(accuracy.counted(Measurement.of((geometry ? "conductivity" : "conductance") + at,
                    geometry ? "σ" : "G", conductance, conductance * Math.hypot(u[i],
                            thermometer.ofConductance(energy, kelvin[i])), geometry ? "S/cm" : scale.of("S", -1))
                    .judged(r.verdict()), -1));
        }
        if (!left.isEmpty()) {
            out.remark(Remark.warning("The data do not determine the resistance of " + String.join(", ", left)
                    + "; the straight line goes without."));
        }
        lines(out, fits, p.resistance, kelvin, thermometer, ln, u, cell, geometry ? "S/cm" : scale.of("S", -1),
                accuracy);
        if (names.contains("+")) {
            for (String name : names.split("\\+")) {
                out.measure(ActivationEnergy.measurement("activation energy of " + name + " (ln G T)",
                        ActivationEnergy.of(fits, kelvin, thermometer, name, true)));
            }
        }
        if (p.temperatureUncertainty == null) {
            out.remark(Remark.info("The uncertainty of the temperatures is not stated; " + TemperatureAccuracy.USUAL
                    + " K are taken for each and for all alike, in activation energies and conductivities."));
        }
        out.remark(Remark.info("The Arrhenius plot uses " + names + (geometry ? "." : " as conductance 1/R, because "
                + (scale == ImpedanceScale.WHOLE ? "thickness and area are not stated."
                        : "the thickness is not stated."))));
        return out.build();
    }

    /** The scale all spectra have in common. */
    private static ImpedanceScale scale(CircuitFits fits, Series input, String resistance) throws AnalysisException {
        ImpedanceScale first = ResistanceSum.of(fits.fits().get(0), fits.verdicts().get(0), resistance).scale();
        for (int i = 1; i < fits.fits().size(); i++) {
            ImpedanceScale other = ResistanceSum.of(fits.fits().get(i), fits.verdicts().get(i), resistance).scale();
            if (other != first) {
                throw new AnalysisException("'" + input.members().get(0).name() + "' is in " + first.unit() + ", '"
                        + input.members().get(i).name() + "' in " + other.unit() + "; their resistances can't be put "
                        + "into one plot");
            }
        }
        return first;
    }

    /**
     * Thickness over area in 1/cm of each member, from the parameters, else from what was stated of the files; only the
     * thickness in cm where resistances refer to the area already.
     *
     * @return null if no geometry is known
     */
    private static double[] cellConstants(Series input, Parameters p, ImpedanceScale scale) throws AnalysisException {
        double[] out = new double[input.members().size()];
        int areas = 0;
        int thicknesses = 0;
        for (int i = 0; i < out.length; i++) {
            Metadata m = input.members().get(i).metadata();
            OptionalDouble area = scale == ImpedanceScale.PER_AREA ? OptionalDouble.of(1)
                    : p.area != null ? OptionalDouble.of(p.area) : SampleGeometry.area(m);
            OptionalDouble thickness = p.thickness != null ? OptionalDouble.of(p.thickness)
                    : SampleGeometry.thickness(m);
            areas += area.isPresent() ? 1 : 0;
            thicknesses += thickness.isPresent() ? 1 : 0;
            out[i] = thickness.orElse(Double.NaN) * MICROMETRE / area.orElse(Double.NaN);
        }
        if (areas == out.length && thicknesses == out.length) {
            return out;
        }
        if (p.thickness != null || p.area != null) {
            throw new AnalysisException("a conductivity needs both thickness and area; "
                    + (areas < out.length ? "the area" : "the thickness") + " is missing");
        }
        return null;
    }

    /** How a member is told apart: by its temperature, with its name where a temperature occurs twice. */
    private static String at(double[] kelvin, int i, String member) {
        boolean alone = Arrays.stream(kelvin).filter(t -> t == kelvin[i]).count() == 1;
        return " at " + Numbers.plain(kelvin[i] - Temperatures.ZERO_CELSIUS, 4) + " degC"
                + (alone ? "" : " (" + member + ")");
    }

    private static double[] temperatures(Series series) throws AnalysisException {
        List<String> without = new ArrayList<>();
        double[] out = new double[series.members().size()];
        for (int i = 0; i < out.length; i++) {
            Dataset member = series.members().get(i);
            OptionalDouble t = Temperatures.kelvin(member);
            out[i] = t.orElse(Double.NaN);
            if (t.isEmpty()) {
                without.add(member.name());
            }
        }
        if (!without.isEmpty()) {
            throw new AnalysisException("the temperature of " + String.join(", ", without) + " is not known; "
                    + "name it in the file name (sample-140deg, sample_-25C, sample 298K) or in a column "
                    + "'Temperature'");
        }
        if (Arrays.stream(out).distinct().count() < 2) {
            throw new AnalysisException("an Arrhenius plot needs at least two temperatures; all spectra are at "
                    + Numbers.plain(out[0], 6) + " K");
        }
        return out;
    }

    private static void lines(Outcome.Builder out, CircuitFits fits, String resistance, double[] kelvin,
            TemperatureAccuracy thermometer, double[] ln, double[] u, double[] cell, String unit,
            ImpedanceAccuracy accuracy) throws AnalysisException {
        boolean geometry = cell != null;
        String symbol = geometry ? "σ" : "G";
        String word = geometry ? "sigma" : "G";
        ActivationEnergy energyT = ActivationEnergy.of(fits, kelvin, thermometer, resistance, true);
        ActivationEnergy energy = ActivationEnergy.of(fits, kelvin, thermometer, resistance, false);
        out.measure(ActivationEnergy.measurement("activation energy (ln " + word + " T)", energyT));
        out.measure(ActivationEnergy.measurement("activation energy (ln " + word + ")", energy));
        String room = (geometry ? "conductivity" : "conductance") + " of the line at 25 degC";
        if (energyT == null) {
            out.measure(Measurement.withheld(room, symbol, unit, "fewer than two temperatures have a resistance "
                    + "that the data determine"));
            return;
        }
        int[] rows = IntStream.range(0, ln.length).filter(i -> !Double.isNaN(ln[i])).toArray();
        int n = rows.length;
        double[] inverse = new double[n];
        double[] plainLn = new double[n];
        double[] lnT = new double[n];
        double[] sigma = new double[n];
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int k = 0; k < n; k++) {
            inverse[k] = 1 / kelvin[rows[k]];
            plainLn[k] = ln[rows[k]];
            lnT[k] = plainLn[k] + Math.log(kelvin[rows[k]]);
            sigma[k] = u[rows[k]];
            low = Math.min(low, kelvin[rows[k]]);
            high = Math.max(high, kelvin[rows[k]]);
        }
        StraightLine withT = StraightLine.through(inverse, lnT, sigma);
        StraightLine plain = StraightLine.through(inverse, plainLn, sigma);
        double value = Math.exp(withT.at(1 / ROOM)) / ROOM;
        out.measure(accuracy.counted(Measurement.of(room, symbol, value, value * Math.hypot(withT.sigmaAt(1 / ROOM),
                thermometer.ofConductance(energy.value(), ROOM)), unit)
                .judged(energyT.verdict()), -1));
        if (ROOM < low || ROOM > high) {
            out.remark(Remark.warning("25 degC lies outside the measured temperatures "
                    + "(" + Numbers.plain(low, 4) + " to "
                    + Numbers.plain(high, 4) + " K); the value there is extrapolated."));
        }
        if (withT.reducedChiSquare() > 4) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The points scatter %.1f times more than their "
                    + "uncertainties around the straight line; the uncertainty of the activation energy was enlarged "
                    + "accordingly. Look for a phase transition or a change of mechanism; a sum of resistances with "
                    + "different activation energies is curved as well.",
                    Math.sqrt(withT.reducedChiSquare()))));
        }
        if (n == 2) {
            out.remark(Remark.warning("Two temperatures always lie on a line; the activation energy is not tested."));
        }
        out.figure(new Figure("arrhenius", "Arrhenius", "Arrhenius plot with weighted straight lines: ln(" + symbol
                + "T), E_a = " + Numbers.withUncertainty(energyT.value(), energyT.uncertainty())
                + " eV, and ln(" + symbol + "), E_a = " + Numbers.withUncertainty(energy.value(),
                        energy.uncertainty()) + " eV.",
                List.of(panel("ln(" + symbol + "T)", inverse, lnT, sigma, withT),
                        panel("ln(" + symbol + ")", inverse, plainLn, sigma, plain)), true));
    }

    private static Panel panel(String quantity, double[] inverse, double[] y, double[] u, StraightLine line) {
        double[] x = new double[inverse.length];
        double left = Double.POSITIVE_INFINITY;
        double right = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = 1000 * inverse[i];
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
        }
        double[] ends = {left, right};
        return Panel.of("arrhenius-" + quantity, AxisSpec.of("1000/T", "K-1"), AxisSpec.of(quantity, "1"),
                List.of(new Layer.Line("", ends, new double[] {line.at(left / 1000), line.at(right / 1000)},
                        Style.line(Colour.MODEL, 1.5)),
                        new Layer.Points(quantity, x, y, u, Style.points(Colour.DATA, Style.Symbol.CIRCLE, 5))))
                .noLegend();
    }

    @Override
    public String methods(Parameters p) {
        return "Activation energies are from straight lines of ln(sigma T) and of ln(sigma) over 1/T by weighted least "
                + "squares, each point with the uncertainty of its resistance and of its temperature; the second is "
                + "smaller by about k T.";
    }
}
