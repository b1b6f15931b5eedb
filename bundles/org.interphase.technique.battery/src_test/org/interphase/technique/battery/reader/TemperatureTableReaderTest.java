package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Table;
import org.interphase.technique.battery.transport.TemperatureTable;
import org.junit.jupiter.api.Test;

class TemperatureTableReaderTest {

    private static Source source(String text) {
        return Source.of("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static int confidence(String text) throws Exception {
        return new TemperatureTableReader().confidence(SourceHead.of(source(text)));
    }

    @Test
    void resistancesAndTheirUncertaintiesAreReadInTheUnitsOfTheHeadings() throws Exception {
        Table t = (Table) new TemperatureTableReader().read(source("temperature (degC),R (kohm),u(R) (ohm)\n"
                + "25,0.1,1\n40,0.071,2\n60,,2\n"), Progress.none()).get(0);
        TemperatureTable table = TemperatureTable.of(t);
        assertEquals(2, table.kelvin().length, "a row without resistance is left out");
        assertEquals(298.15, table.kelvin()[0], 1e-9);
        assertEquals(71, table.values()[1], 1e-9);
        assertEquals(2, table.uncertainties()[1], 1e-9);
    }

    @Test
    void onlyATableOverTemperatureIsTakenForOne() throws Exception {
        assertTrue(confidence("temperature (degC),sigma (S/cm)\n25,1e-3\n40,2e-3\n60,3e-3\n") > 0);
        assertEquals(0, confidence("time (s),temperature (degC),R (ohm)\n0,25,100\n1,25,101\n2,25,101\n"));
        assertEquals(0, confidence("temperature (degC),voltage (V)\n25,3.7\n40,3.7\n60,3.7\n"));
    }

    @Test
    void oneColumnIsRefusedWithTheReason() {
        assertThrows(DatasetFormatException.class, () -> new TemperatureTableReader().read(source("25\n26\n27\n"),
                Progress.none()));
    }
}
