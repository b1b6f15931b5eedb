package org.interphase.technique.electrochemistry.operation;

import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.electrochemistry.fit.ElementVerdicts;
import org.interphase.technique.electrochemistry.fit.ResistanceSum;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/** Conductivity from a fitted resistance and the geometry of the sample, thickness / (resistance area). */
public final class EisConductivity implements Operation<Table, EisConductivity.Parameters> {

    /**
     * The geometry.
     *
     * @param resistance which resistance of the circuit
     * @param thickness thickness in µm
     * @param thicknessUncertainty its standard uncertainty in µm
     * @param area area in cm²
     * @param areaUncertainty its standard uncertainty in cm²
     */
    public record Parameters(
            @Param(label = "Resistance", def = "auto", help = "Parameter of the circuit, or a sum such as R1+R2; auto "
                    + "adds up all resistors.") String resistance,
            @Param(label = "Thickness", unit = "um", def = "1000", min = 1e-6, max = 1e9,
                    help = "Thickness of the sample.") double thickness,
            @Param(label = "Thickness uncertainty", unit = "um", def = "0", min = 0, max = 1e9, advanced = true,
                    help = "Standard uncertainty of the thickness.") double thicknessUncertainty,
            @Param(label = "Area", unit = "cm2", def = "1", min = 1e-12, max = 1e9,
                    help = "Area of the electrode.") double area,
            @Param(label = "Area uncertainty", unit = "cm2", def = "0", min = 0, max = 1e9, advanced = true,
                    help = "Standard uncertainty of the area.") double areaUncertainty) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("eis.conductivity", 4, "Conductivity",
            "Conductivity sigma = thickness / (resistance area) from a fitted circuit; the uncertainties of "
                    + "resistance, "
                    + "thickness and area are propagated.",
            Table.class, Parameters.class).forKinds(EisColumns.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        FitResult fit = input.product(FitResult.class).orElseThrow(() -> new AnalysisException(
                "no circuit was fitted; put the step 'eis.fit' before this one"));
        ElementVerdicts verdicts = input.product(ElementVerdicts.class).orElse(new ElementVerdicts(Map.of(),
                Verdict.SOUND));
        ResistanceSum r = ResistanceSum.of(fit, verdicts, p.resistance);
        boolean perArea = r.scale() == ImpedanceScale.PER_AREA;
        double area = perArea ? 1 : p.area;
        double sigma = p.thickness * EisArrhenius.MICROMETRE / (r.value() * area);
        double a = input.product(ImpedanceAccuracy.class).orElse(ImpedanceAccuracy.EXACT).with(1, r.uncertainty()
                / r.value());
        double b = p.thicknessUncertainty / p.thickness;
        double c = perArea ? 0 : p.areaUncertainty / p.area;
        Outcome.Builder out = Outcome.builder(input);
        if (perArea) {
            out.remark(Remark.info("The spectrum is in ohm cm2, so its resistances already refer to the area; the area "
                    + "of this step is not used."));
        }
        return out.measure(Measurement.of("conductivity", "σ", sigma, sigma * Math.sqrt(a * a + b * b + c * c), "S/cm")
                .judged(r.verdict()))
                .measure(Measurement.of("area specific resistance", "ASR", r.value() * area,
                        r.value() * area * Math.hypot(a, c), "ohm.cm2").judged(r.verdict())).build();
    }
}
