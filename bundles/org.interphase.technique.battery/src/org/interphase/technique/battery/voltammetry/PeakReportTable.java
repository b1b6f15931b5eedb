package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;

/** The peaks of all cycles as a table. */
public final class PeakReportTable {

    /** Kind of the table. */
    public static final String KIND = "cv.peaks";

    private PeakReportTable() {
    }

    /**
     * The table: one row for each peak; direction is 1 for oxidation and -1 for reduction, also of those that go
     * against their sweep. What is withheld is NaN. Uncertainties hold what the instrument adds.
     */
    public static Table of(String name, PeakTracks tracks, InstrumentAccuracy instrument) {
        List<VoltammetricPeak> peaks = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (PeakTracks.Track t : tracks.tracks()) {
            for (VoltammetricPeak p : t.peaks()) {
                peaks.add(p);
                numbers.add(t.number());
            }
        }
        List<Column> out = new ArrayList<>(List.of(
                column("cycle", "1", peaks, p -> p.sweep().cycle()),
                column("direction", "1", peaks, p -> p.oxidation() ? 1 : -1),
                Column.of("peak", "1", numbers.stream().mapToDouble(Integer::doubleValue).toArray()),
                column("scan rate", "V/s", peaks, p -> p.sweep().rate())));
        number(out, "potential", "V", peaks, VoltammetricPeak::position, n -> instrument.voltage());
        number(out, "current", "A", peaks, VoltammetricPeak::height, n -> instrument.current() * n);
        number(out, "charge", "C", peaks, VoltammetricPeak::area, n -> instrument.current() * n);
        out.add(column("width", "V", peaks, VoltammetricPeak::width));
        return new Table(DatasetHeader.of(name + " peaks", KIND, Metadata.EMPTY.with("quality",
                "0 sound, 1 doubtful, 2 withheld")), out);
    }

    private static void number(List<Column> out, String name, String unit, List<VoltammetricPeak> peaks,
            Function<VoltammetricPeak, VoltammetricPeak.Number> number, DoubleUnaryOperator instrument) {
        out.add(column(name, unit, peaks, p -> shown(number.apply(p), number.apply(p).value())));
        out.add(column("u(" + name + ")", unit, peaks, p -> shown(number.apply(p), Math.hypot(
                number.apply(p).uncertainty(), instrument.applyAsDouble(number.apply(p).value())))));
        out.add(column("quality(" + name + ")", "1", peaks, p -> number.apply(p).verdict().quality().ordinal()));
    }

    private static double shown(VoltammetricPeak.Number number, double value) {
        return number.verdict().isWithheld() ? Double.NaN : value;
    }

    private static Column column(String name, String unit, List<VoltammetricPeak> peaks,
            ToDoubleFunction<VoltammetricPeak> value) {
        return Column.of(name, unit, peaks.stream().mapToDouble(value).toArray());
    }
}
