package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Metadata;
import org.interphase.technique.elements.reader.MsaReader;
import org.junit.jupiter.api.Test;

class MsaVariantsTest {

    private static final String HEAD = """
            #FORMAT      : EMSA/MAS Spectral Data File
            #VERSION     : 1.0
            #TITLE       : first line
            #TITLE       : and second
            #NPOINTS     : 4
            #NCOLUMNS    : %d
            #XUNITS      : %s
            #YUNITS      : counts
            #DATATYPE    : %s
            #XPERCHAN    : 0.01
            #OFFSET      : -0.02
            %s
            #SPECTRUM    :
            %s
            #ENDOFDATA   :
            """;

    private static Curve read(String columns, String unit, String type, String more, String data, Stated stated)
            throws Exception {
        String text = HEAD.formatted(Integer.parseInt(columns), unit, type, more, data);
        return (Curve) new MsaReader().read(Source.of("a.msa", text.getBytes(StandardCharsets.UTF_8)).stating(stated),
                Progress.none()).get(0);
    }

    @Test
    void channelsInSeveralColumnsAreReadRowByRow() throws Exception {
        Curve c = read("2", "keV", "Y", "#SIGNALTYPE  : EDS", "1 2\n3, 4,", Stated.NOTHING);
        assertEquals("first line and second", c.name());
        assertEquals(4, c.axis().size());
        assertEquals(-0.02, c.axis().get(0), 1e-12);
        assertEquals(0.01, c.axis().get(3), 1e-12);
        assertEquals(3, c.signal().get(2));
        assertEquals("counts", c.signal().unit().text());
    }

    @Test
    void pairsMayStandInSeveralColumnsAndInScientificNotation() throws Exception {
        Curve c = read("2", "Energy Loss (eV)", "XY", "#SIGNALTYPE  : ELS", "1e0, 2.5E1, 2 30\n3 35 4 40",
                Stated.NOTHING);
        assertEquals("eels", c.kind().id());
        assertEquals(25, c.signal().get(0));
        assertEquals(4, c.axis().get(3));
    }

    @Test
    void theDetectorSaysWhatTheSignalTypeLeavesOut() throws Exception {
        assertEquals("eds", read("1", "eV", "Y", "#EDSDET      : SIBEW", "1\n2\n3\n4", Stated.NOTHING).kind().id());
    }

    @Test
    void aKindThatIsNotSaidIsAskedFor() throws Exception {
        assertThrows(MissingFactException.class, () -> read("1", "eV", "Y", "#OWNER       : x", "1\n2\n3\n4",
                Stated.NOTHING));
        assertEquals("eds", read("1", "eV", "Y", "#OWNER       : x", "1\n2\n3\n4", Stated.NOTHING.with(Fact.KIND,
                "eds"))
                .kind().id());
    }

    @Test
    void otherSignalsAndBrokenFilesAreRefusedWithTheirPlace() {
        for (String[] bad : new String[][] {{"#SIGNALTYPE  : AES", "1\n2\n3\n4", "#SIGNALTYPE"},
            {"#SIGNALTYPE  : EDS", "1\n2\n3", "#NPOINTS"}, {"#SIGNALTYPE  : EDS", "1\n2\nx\n4", "line 16"},
            {"#SIGNALTYPE  : EDS\n#BEAMKV   -nm: 20", "1\n2\n3\n4", "#BEAMKV"},
            {"#SIGNALTYPE  : EDS\n#LIVETIME  -s: long", "1\n2\n3\n4", "#LIVETIME"}}) {
            DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read("1", "eV", "Y",
                    bad[0], bad[1],
                    Stated.NOTHING));
            assertTrue(e.getMessage().contains(bad[2]), e.getMessage());
        }
        assertThrows(DatasetFormatException.class, () -> read("1", "nm", "Y", "#SIGNALTYPE  : EDS", "1\n2\n3\n4",
                Stated.NOTHING));
    }

    @Test
    void zerosOfWhatCannotBeZeroAreBlanks() throws Exception {
        Metadata m = read("1", "eV", "Y", "#SIGNALTYPE  : EDS\n#BEAMKV      : 0\n#ELEVANGLE   : 0.0\n"
                + "#LIVETIME    : 0\n#PROBECUR    : 0\n#XTILTSTGE   : 0\n#YTILTSTGE   : 3", "1\n2\n3\n4",
                Stated.NOTHING).header().metadata();
        for (String name : new String[] {"take-off angle", "live time", "probe current", "beam energy"}) {
            assertTrue(m.text(name).isEmpty(), name);
        }
        assertEquals(0, m.number("stage tilt", "deg").orElseThrow());
        assertEquals(3, m.number("stage tilt across", "deg").orElseThrow());
    }

    @Test
    void valuesThatAreNoCountsAreSaidToBeNone() throws Exception {
        Curve c = read("1", "eV", "Y", "#SIGNALTYPE  : EDS", "1.5\n2\n3\n4", Stated.NOTHING);
        assertEquals("a.u.", c.signal().unit().text());
        assertEquals(1, c.header().remarks().size());
    }
}
