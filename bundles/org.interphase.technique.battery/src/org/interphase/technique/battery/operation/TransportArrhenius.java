package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.figure.TransportFigures;
import org.interphase.technique.battery.transport.ArrheniusLine;
import org.interphase.technique.battery.transport.TemperatureTable;

/** Conductivities and activation energy from a table of resistances or conductivities over temperature. */
public final class TransportArrhenius implements Operation<Table, TransportArrhenius.Parameters> {

    /**
     * The geometry, and how well it and the temperatures are known.
     *
     * @param thickness in µm
     * @param thicknessUncertainty its standard uncertainty in µm
     * @param area in cm²
     * @param areaUncertainty its standard uncertainty in cm²
     * @param temperatureUncertainty standard uncertainty of a temperature in K
     */
    public record Parameters(
            @Param(label = "Thickness", unit = "um", min = 1e-6, max = 1e9, help = "Thickness of the sample; needed "
                    + "to turn resistances into conductivities.") Double thickness,
            @Param(label = "Thickness uncertainty", unit = "um", min = 0, max = 1e9, help = "Standard uncertainty of "
                    + "the thickness; empty if it is not known, which is said beside the result.")
            Double thicknessUncertainty,
            @Param(label = "Area", unit = "cm2", min = 1e-12, max = 1e9, help = "Area of the electrode.") Double area,
            @Param(label = "Area uncertainty", unit = "cm2", min = 0, max = 1e9, help = "Standard uncertainty of the "
                    + "area; empty if it is not known.") Double areaUncertainty,
            @Param(label = "Temperature uncertainty", unit = "K", min = 0, max = 100, help = "Standard uncertainty of "
                    + "a temperature; taken for the scatter of each and for an offset of all. Empty if it is not "
                    + "known: then energies and conductivities are doubtful.")
            Double temperatureUncertainty) {
    }

    private static final double ROOM = 298.15;
    /** cm per µm. */
    private static final double MICROMETRE = 1e-4;
    /** A logarithm known worse than this gives a factor whose standard uncertainty is no interval. */
    private static final double LOGARITHM = 0.3;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("transport.arrhenius", 1,
            "Conductivity and activation energy", "Conductivity = thickness / (resistance area), and straight lines of "
                    + "ln(sigma T) and ln(sigma) over 1/T by weighted least squares. The first follows from ion "
                    + "hopping, the second is used where T in the prefactor is neglected; its activation energy is "
                    + "smaller by about k T. Uncertainties of geometry move all conductivities alike and leave the "
                    + "energy.",
            Table.class, Parameters.class).forKinds(TemperatureTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        TemperatureTable t = TemperatureTable.of(input);
        int n = t.kelvin().length;
        if (Arrays.stream(t.kelvin()).distinct().count() < 2) {
            throw new AnalysisException("an activation energy needs at least two temperatures; '" + input.name()
                    + "' has " + Arrays.stream(t.kelvin()).distinct().count());
        }
        boolean geometry = p.thickness != null && p.area != null;
        if (!t.conductivity() && !geometry && (p.thickness != null || p.area != null)) {
            throw new AnalysisException("a conductivity needs both thickness and area; "
                    + (p.area == null ? "the area" : "the thickness") + " is missing");
        }
        double cell = t.conductivity() ? 1 : geometry ? p.thickness * MICROMETRE / p.area : 1;
        double common = t.conductivity() || !geometry ? 0 : Math.hypot(zero(p.thicknessUncertainty) / p.thickness,
                zero(p.areaUncertainty) / p.area);
        double[] sigma = new double[n];
        double[] relative = new double[n];
        for (int k = 0; k < n; k++) {
            sigma[k] = t.conductivity() ? t.values()[k] : cell / t.values()[k];
            relative[k] = t.uncertainties()[k] / t.values()[k];
        }
        boolean isSigma = t.conductivity() || geometry;
        Outcome.Builder out = Outcome.builder(input);
        // all that stands on a temperature lacks what is not known of it
        Verdict thermometer = p.temperatureUncertainty != null ? Verdict.SOUND
                : Verdict.doubtful("no uncertainty is stated of the temperature");
        Verdict cell0 = geometry && !t.conductivity() ? stated(p).and(thermometer) : thermometer;
        ArrheniusLine plain = ArrheniusLine.of(t.kelvin(), sigma, relative, zero(p.temperatureUncertainty), false);
        for (int k = 0; k < n; k++) {
            double thermal = plain.perKelvin(t.kelvin()[k]) * zero(p.temperatureUncertainty);
            Verdict own = relative[k] > 0 ? Verdict.SOUND : Verdict.doubtful("the table states no uncertainty of it");
            out.measure(Measurement.of((isSigma ? "conductivity at " : "conductance at ")
                    + Numbers.plain(t.kelvin()[k] - Temperatures.ZERO_CELSIUS, 4) + " degC" + twice(t, k),
                    isSigma ? "\u03c3" : "G", sigma[k], sigma[k] * Math.hypot(Math.hypot(relative[k], common), thermal),
                    isSigma ? "S/cm" : "S").judged(own.and(cell0)));
        }
        lines(out, t, sigma, relative, p, new Common(common, cell0, thermometer), isSigma);
        remarks(out, t, p, geometry);
        return out.build();
    }

    /**
     * What all have in common.
     *
     * @param relative relative standard uncertainty of the conductivities
     * @param verdict whether it is whole
     * @param thermometer whether what is not known of the temperatures is
     */
    private record Common(double relative, Verdict verdict, Verdict thermometer) {
    }

    private static Verdict stated(Parameters p) {
        return p.thicknessUncertainty != null && p.areaUncertainty != null ? Verdict.SOUND
                : Verdict.doubtful("no uncertainty is stated of the " + (p.thicknessUncertainty != null ? "area"
                        : p.areaUncertainty != null ? "thickness" : "thickness and the area"));
    }

    private static double zero(Double d) {
        return d == null ? 0 : d;
    }

    private static String twice(TemperatureTable t, int k) {
        long same = Arrays.stream(t.kelvin()).filter(v -> v == t.kelvin()[k]).count();
        return same == 1 ? "" : " (row " + (k + 1) + ")";
    }

    private static void lines(Outcome.Builder out, TemperatureTable t, double[] sigma, double[] relative, Parameters p,
            Common common, boolean isSigma) {
        double uKelvin = zero(p.temperatureUncertainty);
        ArrheniusLine withT = ArrheniusLine.of(t.kelvin(), sigma, relative, uKelvin, true);
        ArrheniusLine plain = ArrheniusLine.of(t.kelvin(), sigma, relative, uKelvin, false);
        String word = isSigma ? "sigma" : "G";
        out.measure(energy("activation energy (ln " + word + " T)", withT, common));
        out.measure(energy("activation energy (ln " + word + ")", plain, common));
        String symbol = isSigma ? "\u03c3" : "G";
        String unit = isSigma ? "S/cm" : "S";
        double room = withT.at(ROOM);
        double low = Arrays.stream(t.kelvin()).min().orElse(0);
        double high = Arrays.stream(t.kelvin()).max().orElse(0);
        Verdict v = withT.verdict().and(ROOM < low || ROOM > high ? Verdict.doubtful("25 degC lies outside the "
                + "measured temperatures") : Verdict.SOUND);
        out.measure(Measurement.of((isSigma ? "conductivity" : "conductance") + " of the line at 25 degC", symbol, room,
                room * Math.hypot(withT.relativeAt(ROOM), common.relative), unit).judged(v.and(common.verdict)));
        // ln A is the intercept; its uncertainty goes with that of the slope
        double prefactor = Math.exp(withT.line().intercept());
        double uLog = withT.interceptUncertainty();
        Verdict wide = uLog > LOGARITHM ? Verdict.doubtful(String.format(Locale.ROOT, "its logarithm is uncertain by "
                + "%.2g: known within a factor of %.2g only", uLog, Math.exp(uLog))) : Verdict.SOUND;
        out.measure(Measurement.of("pre-exponential factor (ln " + word + " T)", symbol + "_0", prefactor, prefactor
                * Math.hypot(uLog, common.relative), isSigma ? "S.K/cm" : "S.K")
                .judged(withT.verdict().and(wide).and(common.verdict)));
        out.figure(TransportFigures.arrhenius(t.kelvin(), sigma, relative, withT, plain, symbol));
    }

    private static Measurement energy(String name, ArrheniusLine line, Common common) {
        return Measurement.of(name, "E_a", line.energy(), line.uncertainty(), "eV").judged(line.verdict()
                .and(common.thermometer));
    }

    private static void remarks(Outcome.Builder out, TemperatureTable t, Parameters p, boolean geometry) {
        List<String> unknown = new ArrayList<>();
        if (Arrays.stream(t.uncertainties()).anyMatch(u -> !(u > 0))) {
            unknown.add(t.conductivity() ? "the conductivities" : "the resistances");
        }
        if (geometry && !t.conductivity() && p.thicknessUncertainty == null) {
            unknown.add("thickness");
        }
        if (geometry && !t.conductivity() && p.areaUncertainty == null) {
            unknown.add("area");
        }
        if (p.temperatureUncertainty == null) {
            unknown.add("temperature");
        }
        if (!unknown.isEmpty()) {
            out.remark(Remark.warning("No uncertainty is stated of " + String.join(", ", unknown) + "; what these add "
                    + "is not in the uncertainties below.").coded("uncertainty-not-stated"));
        }
        if (!t.conductivity() && !geometry) {
            out.remark(Remark.info("Thickness and area are not stated; the conductance 1/R takes the place of the "
                    + "conductivity, which leaves the activation energy as it is."));
        }
    }

    @Override
    public String methods(Parameters p) {
        return "Conductivity is thickness over resistance and area. Activation energies are from straight lines of "
                + "ln(sigma T) and of ln(sigma) over 1/T by weighted least squares; the second is smaller by about k "
                + "T.";
    }
}
