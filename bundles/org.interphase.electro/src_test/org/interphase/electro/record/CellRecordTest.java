package org.interphase.electro.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

class CellRecordTest {

    private static Table table(Column... columns) {
        return new Table(DatasetHeader.of("cell", RecordColumns.CYCLING, Metadata.EMPTY), List.of(columns));
    }

    @Test
    void columnsOfEcLabAreReadInTheUnitsOfARecord() {
        CellRecord r = CellRecord.of(table(Column.of("time", "s", new double[] {0, 1}),
                Column.of("Ewe", "V", new double[] {3, 3.5}), Column.of("I", "mA", new double[] {-2, 4}),
                Column.of("Q charge", "mA.h", new double[] {0, 1500}))).orElseThrow();
        assertEquals(3.5, r.voltage().get(1));
        assertEquals(0.004, r.current().orElseThrow().get(1), 1e-15);
        assertEquals(1.5, r.chargeCapacity().orElseThrow().get(1), 1e-12);
        assertTrue(r.step().isEmpty());
    }

    @Test
    void theLastDigitIsThatOfTheUnitInWhichTimesAreWritten() {
        Column voltage = Column.of("voltage", "V", new double[] {3, 3});
        CellRecord hours = CellRecord.of(table(Column.of("time", "h", new double[] {0.01, 2.13}), voltage,
                Column.of("step time", "ms", new double[] {1, 12345}))).orElseThrow();
        assertEquals(36, hours.timeDigit(), 1e-12);
        assertEquals(Math.hypot(36, 1e-3) / Math.sqrt(12), hours.stepBeginU(), 1e-12);
        // a reader wrote them in seconds and says what they were
        Metadata said = Metadata.EMPTY.with(RecordColumns.writtenUnit("time"), "h");
        CellRecord read = CellRecord.of(new Table(DatasetHeader.of("cell", RecordColumns.CYCLING, said), List.of(
                Column.of("time", "s", new double[] {0.01 * 3600, 2.13 * 3600}), voltage))).orElseThrow();
        assertEquals(36, read.timeDigit(), 1e-12);
        assertEquals(0, read.stepBeginU());
    }

    @Test
    void whatIsMissingIsNamed() {
        Table t = table(Column.of("time", "s", new double[] {0}), Column.of("current", "A", new double[] {1}));
        assertTrue(CellRecord.of(t).isEmpty());
        assertEquals("voltage", CellRecord.missing(t));
    }

    @Test
    void aTemperatureInKelvinIsGivenInDegrees() {
        CellRecord r = CellRecord.of(table(Column.of("time", "min", new double[] {2}),
                Column.of("voltage", "mV", new double[] {3700}), Column.of("T", "K", new double[] {298.15})))
                .orElseThrow();
        assertEquals(120, r.time().get(0), 1e-12);
        assertEquals(3.7, r.voltage().get(0), 1e-12);
        assertEquals(25, r.channel("T", "degC").orElseThrow().get(0), 1e-9);
    }
}
