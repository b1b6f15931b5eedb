package org.interphase.technique.battery.voltammetry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Remark;

/**
 * The temperature of a cell: what is stated, else what the records hold, else that of a room.
 *
 * @param celsius in degrees Celsius
 * @param remark that it is taken for want of a statement, or that the records have another one
 */
public record CellTemperature(double celsius, Optional<Remark> remark) {

    private static final double ROOM = 25;
    /** Records whose temperature is off by more of its uncertainties contradict what is stated. */
    private static final double APART = 3;

    /**
     * The temperature.
     *
     * @param stated in degrees Celsius; null if it is not
     * @param uncertainty standard uncertainty of what is taken, K
     * @param records the records of the cell
     */
    public static CellTemperature of(Double stated, double uncertainty, List<CellRecord> records) {
        OptionalDouble recorded = records.stream().map(r -> r.channel(RecordColumns.TEMPERATURE, "degC"))
                .flatMap(Optional::stream).flatMapToDouble(CellTemperature::mean).average();
        if (stated == null) {
            return recorded.isPresent() ? new CellTemperature(recorded.getAsDouble(), Optional.empty())
                    : new CellTemperature(ROOM, Optional.of(Remark.info("No temperature is stated or recorded; 25 degC "
                            + "is taken.").coded("temperature-assumed")));
        }
        if (recorded.isPresent() && Math.abs(recorded.getAsDouble() - stated) > APART * uncertainty) {
            return new CellTemperature(stated, Optional.of(Remark.warning(String.format(Locale.ROOT, "The records have "
                    + "%.1f degC, stated is %.1f degC, which is taken.", recorded.getAsDouble(), stated))
                    .coded("temperature-apart")));
        }
        return new CellTemperature(stated, Optional.empty());
    }

    private static DoubleStream mean(Channel t) {
        // a sensor that is not there reads nothing, or what no cell has
        return IntStream.range(0, t.size()).mapToDouble(t::get).filter(v -> v > -Temperatures.ZERO_CELSIUS)
                .average().stream();
    }

    /** The same in kelvin. */
    public double kelvin() {
        return celsius + Temperatures.ZERO_CELSIUS;
    }
}
