package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/** The peaks of all cycles as a table. */
public final class PeakReportTable {

    /** Kind of the table. */
    public static final String KIND = "cv.peaks";

    private PeakReportTable() {
    }

    /** The table: one row for each peak; direction is 1 for oxidation and -1 for reduction. */
    public static Table of(String name, PeakTracks tracks) {
        List<VoltammetricPeak> peaks = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (PeakTracks.Track t : tracks.tracks()) {
            for (VoltammetricPeak p : t.peaks()) {
                peaks.add(p);
                numbers.add(t.number());
            }
        }
        return new Table(DatasetHeader.of(name + " peaks", KIND, Metadata.EMPTY), List.of(
                column("cycle", "1", peaks, p -> p.sweep().cycle()),
                column("direction", "1", peaks, p -> p.sweep().direction()),
                Column.of("peak", "1", numbers.stream().mapToDouble(Integer::doubleValue).toArray()),
                column("scan rate", "V/s", peaks, p -> p.sweep().rate()),
                column("potential", "V", peaks, p -> p.position().value()),
                column("u(potential)", "V", peaks, p -> p.position().uncertainty()),
                column("current", "A", peaks, p -> p.height().value()),
                column("u(current)", "A", peaks, p -> p.height().uncertainty()),
                column("charge", "C", peaks, p -> p.area().value()),
                column("u(charge)", "C", peaks, p -> p.area().uncertainty()),
                column("width", "V", peaks, VoltammetricPeak::width)));
    }

    private static Column column(String name, String unit, List<VoltammetricPeak> peaks,
            ToDoubleFunction<VoltammetricPeak> value) {
        return Column.of(name, unit, peaks.stream().mapToDouble(value).toArray());
    }
}
