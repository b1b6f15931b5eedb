package org.interphase.technique.elements;

import java.nio.charset.StandardCharsets;
import org.interphase.model.Curve;

/** EMSA/MAS files as text. */
final class MsaFiles {

    private MsaFiles() {
    }

    /** A spectrum as the revised standard has it, five channels in a line. */
    static byte[] modern(Curve c) {
        StringBuilder out = new StringBuilder("""
                #FORMAT      : EMSA/MAS Spectral Data File
                #VERSION     : TC202v2.0
                #TITLE       : steel
                #DATE        : 07-MAY-2019
                #TIME        : 01:51
                #OWNER       : nobody
                """);
        out.append("#NPOINTS     : ").append(c.axis().size()).append("\n#NCOLUMNS    : 5\n#XUNITS      : Energy (eV)\n"
                + "#YUNITS      : counts\n#DATATYPE    : Y\n#XPERCHAN    : 10\n#OFFSET      : ").append(c.axis().min())
                .append("\n#SIGNALTYPE  : EDS\n#BEAMKV      : 20\n#LIVETIME    : 100\n#PROBECUR    : 1\n"
                        + "#ELEVANGLE   : 35\n##D2STDCMP   : Fe,(Fe:100.0),7.87\n#SPECTRUM    : here\n");
        for (int i = 0; i < c.axis().size(); i++) {
            out.append((long) c.signal().get(i)).append(i % 5 == 4 ? ",\n" : ", ");
        }
        return out.append("\n#ENDOFDATA   :\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An energy-loss spectrum as the standard of 1991 has it: pairs, units in the keywords. */
    static byte[] old() {
        return """
                #FORMAT      : EMSA/MAS Spectral Data File\r
                #VERSION     : 1.0\r
                #TITLE       : NIO EELS\r
                #DATE        : 01-OCT-1991\r
                #TIME        : 12:00\r
                #OWNER       : nobody\r
                #NPOINTS     : 3.\r
                #NCOLUMNS    : 1.\r
                #XUNITS      : eV\r
                #YUNITS      : Intensity\r
                #DATATYPE    : XY\r
                #XPERCHAN    : 3.1\r
                #OFFSET      : 520.13\r
                #SIGNALTYPE  : ELS\r
                #BEAMKV   -kV: 120.0\r
                #PROBECUR -nA: 12.345\r
                #CONVANGLE-mR: 1.5\r
                #DWELLTIME-ms: 100.\r
                #SPECTRUM    : Spectral Data Starts Here\r
                520.13, 4066.0\r
                523.22, 3996.0\r
                526.32, 3932.0\r
                #ENDOFDATA   :\r
                """.getBytes(StandardCharsets.US_ASCII);
    }
}
