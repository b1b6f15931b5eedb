package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.transport.InterfaceSpectrum;

/** Transference number from a polarisation and the impedance spectra before and after it. */
public final class BruceVincentSpectra implements Operation<Series, BruceVincentSpectra.Parameters> {

    /** Relative standard uncertainty of an impedance of which nothing is said; founders' choice, unverified. */
    private static final double IMPEDANCE = 0.01;
    /** An electrolyte whose resistance changed by more is another, or was at another temperature. */
    private static final double CHANGED = 0.05;

    /**
     * Which spectra, and what is known of the polarisation.
     *
     * @param before name of the spectrum before; empty for the first of the series
     * @param after name of the spectrum in the steady state; empty for the last
     * @param impedance relative standard uncertainty of an impedance, %; null for 1 %
     * @param voltage polarisation, mV; null to take the step of the record
     * @param voltageUncertainty its standard uncertainty, mV
     * @param initial what is taken for the initial current
     * @param instrument how well the instrument knows voltage and current
     */
    public record Parameters(
            @Param(label = "Spectrum before", def = "", help = "Name of the spectrum before the polarisation; empty "
                    + "takes the first spectrum of the series.") String before,
            @Param(label = "Spectrum after", def = "", help = "Name of the spectrum in the steady state; empty takes "
                    + "the last one.") String after,
            @Param(label = "Accuracy of the impedance", unit = "%", min = 0, max = 100, advanced = true, help =
                    "Relative standard uncertainty of an impedance by the data sheet of the instrument; empty takes "
                    + "1 %.") Double impedance,
            @Param(label = "Polarisation", unit = "mV", min = 1e-3, max = 1e4, help = "Potential difference applied; "
                    + "empty takes the step of the record.") Double voltage,
            @Param(label = "Polarisation uncertainty", unit = "mV", min = 0, max = 1000, def = "0", advanced = true,
                    help = "Standard uncertainty of the polarisation beyond its scatter.") double voltageUncertainty,
            @Param(label = "Initial current", def = "extrapolated", help = "The first current recorded, the one "
                    + "extrapolated to the step over the square root of time, or Ohm's law with bulk and interfacial "
                    + "resistance.") BruceVincent.Initial initial,
            @Param(label = "Instrument", help = "How well the instrument knows voltage and current.")
            InstrumentReading instrument) {
    }

    private final BruceVincent polarisation = new BruceVincent();
    private final OperationInfo<Series, Parameters> info = OperationInfo.of("transport.bruce-vincent-spectra", 1,
            "Transference number from spectra", "Fits the impedance spectra before and after a polarisation (the "
                    + "electrolyte in series with one or two arcs of the interfaces, with diffusion where it shows; "
                    + "the lowest BIC tells, models nearly as good are part of the uncertainty) and takes the sum of "
                    + "the arcs for the interfacial resistance in the numbers of Bruce, Vincent and Evans, and of "
                    + "Watanabe.", Series.class, Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Table> spectra = new ArrayList<>();
        List<Table> records = new ArrayList<>();
        for (Dataset member : input.members()) {
            if (!(member instanceof Table table)) {
                throw new AnalysisException("'" + member.name() + "' is a " + member.shape() + " and no record");
            }
            (table.kind().id().equals(EisColumns.KIND) ? spectra : records).add(table);
        }
        if (records.size() != 1 || spectra.size() < 2) {
            throw new AnalysisException("one polarisation and the impedance spectra before and after it are needed; "
                    + "the series has " + records.size() + " records and " + spectra.size() + " spectra");
        }
        Table before = named(spectra, p.before, spectra.get(0));
        Table after = named(spectra, p.after, spectra.getLast());
        if (before == after) {
            throw new AnalysisException("'" + before.name() + "' can't be the spectrum before and after");
        }
        InterfaceSpectrum first = InterfaceSpectrum.of(before);
        progress.checkCancelled();
        InterfaceSpectrum last = InterfaceSpectrum.of(after);
        double gain = p.impedance == null ? IMPEDANCE : p.impedance / 100;
        double uFirst = Math.hypot(first.interfacesU(), gain * first.interfaces());
        double uLast = Math.hypot(last.interfacesU(), gain * last.interfaces());
        double uBulk = Math.hypot(first.bulkU(), gain * first.bulk());
        Outcome bve = polarisation.apply(records.get(0), new BruceVincent.Parameters(first.interfaces(), uFirst,
                last.interfaces(), uLast, first.bulk(), uBulk, p.voltage, p.voltageUncertainty, p.initial,
                p.instrument), progress);
        Verdict fits = first.verdict().and(last.verdict()).and(sameElectrolyte(first, last));
        Outcome.Builder out = Outcome.builder(input);
        bve.measurements().forEach(m -> out.measure(m.name().startsWith("transference") ? m.judged(fits) : m));
        out.measure(Measurement.of("interfacial resistance before", "R_0", first.interfaces(), uFirst, "ohm")
                .judged(first.verdict()));
        out.measure(Measurement.of("interfacial resistance after", "R_ss", last.interfaces(), uLast, "ohm")
                .judged(last.verdict()));
        out.measure(Measurement.of("resistance of the electrolyte", "R_b", first.bulk(), uBulk, "ohm")
                .judged(first.verdict()));
        out.remark(Remark.info("The interfacial resistance before is that of '" + before.name() + "' by "
                + first.words() + ", after that of '" + after.name() + "' by " + last.words() + "."));
        if (p.impedance == null) {
            out.remark(Remark.info("The accuracy of the impedance is not stated; 1 % is taken."));
        }
        bve.remarks().forEach(out::remark);
        bve.figures().forEach(out::figure);
        return out.build();
    }

    private static Table named(List<Table> spectra, String name, Table otherwise) throws AnalysisException {
        if (name.isBlank()) {
            return otherwise;
        }
        return spectra.stream().filter(s -> s.name().equals(name.strip())).findFirst().orElseThrow(() ->
                new AnalysisException("there is no spectrum '" + name.strip() + "'; there are " + String.join(", ",
                        spectra.stream().map(Table::name).toList())));
    }

    /** The electrolyte is the same before and after, unless the temperature or the contact is another. */
    private static Verdict sameElectrolyte(InterfaceSpectrum first, InterfaceSpectrum last) {
        double off = Math.abs(last.bulk() / first.bulk() - 1);
        double u = Math.hypot(first.bulkU() / first.bulk(), last.bulkU() / last.bulk());
        return off > Math.max(CHANGED, 3 * u) ? Verdict.doubtful(String.format(Locale.ROOT, "the resistance of the "
                + "electrolyte differs by %.0f %% between the spectra", 100 * off)) : Verdict.SOUND;
    }
}
