package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

/** Dialects of XPS text exports, written here from their published layout. */
class TextExportTest {

    private static List<Dataset> read(String name, String text) throws Exception {
        return XpsRuns.read(Source.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void specsRegionsAreToldApart() throws Exception {
        List<Dataset> all = read("a.xy", """
                # Created by SpecsLab Prodigy
                # Group: sample
                # Region: C1s
                # Excitation Energy: 1486.61
                # Dwell Time: 0.2
                # Number of Scans: 3
                # ColumnLabels: energy counts/s
                280.0 10.5
                280.1 11.5
                280.2 12.5

                # Region: F1s
                # Dwell Time: 0.5
                680.0 20
                680.1 21
                680.2 22
                """);
        assertEquals(2, all.size());
        assertEquals("C1s", all.get(0).name());
        assertEquals("F1s", all.get(1).name());
        assertEquals(1486.61, all.get(1).metadata().number("photon energy", "eV").orElseThrow());
        assertEquals(0.5, all.get(1).metadata().number("dwell time", "s").orElseThrow());
    }

    @Test
    void scientaKineticEnergyBecomesBindingEnergy() throws Exception {
        Curve c = (Curve) read("a.txt", """
                [Info]
                Number of Regions=1
                Version=1.3.1

                [Region 1]
                Region Name=F1s
                Dimension 1 name=Kinetic Energy [eV]
                Dimension 1 size=3

                [Info 1]
                Region Name=F1s
                Pass Energy=100
                Number of Sweeps=2
                Excitation Energy=1486.6
                Energy Scale=Kinetic

                [Data 1]
                797.0   100.0
                797.1   110.0
                797.2   120.0
                """).get(0);
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(689.4, c.axis().min(), 1e-6);
        assertEquals(120, c.signal().get(0));
        assertEquals(100, c.metadata().number("pass energy", "eV").orElseThrow());
    }

    @Test
    void anEmptyOrdinateIsNamed() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read("F_1s.csv",
                "Binding Energy (eV),Counts / s\n690,5\n689,6\n688,NaN\n687,7\n"));
        assertTrue(e.position().startsWith("line 4, column 2"), e.getMessage());
    }
}
