package org.interphase.technique.dynamics.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.path.ReactionPath;
import org.junit.jupiter.api.Test;

/** A column of spreads counts in its own unit. */
class SpreadColumnsTest {

    private static Table read(DatasetReader reader, String text) throws IOException {
        return (Table) reader.read(Source.of("t.csv", text.getBytes(StandardCharsets.UTF_8)), Progress.none()).get(0);
    }

    private static double error(String energy, String error) throws IOException {
        String text = "reaction coordinate,energy (%s),error%s%n0,0,2%n1,1,2%n2,0,2%n";
        return read(new PathTableReader(), String.format(text, energy, error)).column(ReactionPath.UNCERTAINTY)
                .orElseThrow().values(Unit.of("eV"))[1];
    }

    private static double spread(String heading) throws IOException {
        String text = "time (ps),MSD (Angstrom2),%s%n1,1,2%n2,2,2%n3,3,2%n";
        return read(new MsdTableReader(), String.format(text, heading)).column(MsdTable.SPREAD).orElseThrow()
                .values(Unit.of("Angstrom2"))[0];
    }

    @Test
    void spreadsOfEnergiesCountInTheirOwnUnit() throws IOException {
        assertEquals(2e-3, error("eV", " (meV)"), 1e-12);
        assertEquals(2, error("eV", " (eV)"), 1e-12);
        assertEquals(2, error("eV", ""), 1e-12);
        assertEquals(2 / 96.48533212331, error("kJ/mol", " (kJ/mol)"), 1e-9);
        assertEquals(2e-3 / 96.48533212331, error("kJ/mol", " (J/mol)"), 1e-12);
    }

    @Test
    void spreadsOfDisplacementsCountInTheirOwnUnit() throws IOException {
        assertEquals(200, spread("std (nm2)"), 1e-9);
        assertEquals(2, spread("std"), 1e-12);
    }

    @Test
    void otherQuantitiesAndVariancesAreRefused() {
        assertTrue(assertThrows(DatasetFormatException.class, () -> error("eV", " (Angstrom)")).getMessage()
                .contains("no unit of"));
        assertTrue(assertThrows(DatasetFormatException.class, () -> spread("variance")).getMessage()
                .contains("is a variance"));
    }

    @Test
    void axesInAHeadingAreKept() throws IOException {
        for (String[] h : new String[][] {{"MSD_x", "x"}, {"MSD (xy)", "xy"}, {"MSD_xyz", "xyz"}, {"z-MSD", "z"}}) {
            String text = "time (ps)," + h[0] + " [Angstrom2]\n1,1\n2,2\n3,3\n";
            assertEquals(h[1], read(new MsdTableReader(), text).metadata().text(MsdTable.AXES).orElse(""), h[0]);
        }
        String plain = "time (ps),MSD total (Angstrom2)\n1,1\n2,2\n3,3\n";
        assertTrue(read(new MsdTableReader(), plain).metadata().text(MsdTable.AXES).isEmpty());
    }
}
