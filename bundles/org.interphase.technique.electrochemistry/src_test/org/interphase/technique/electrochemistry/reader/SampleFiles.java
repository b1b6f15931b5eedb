package org.interphase.technique.electrochemistry.reader;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;

/** Small valid files of every format, made from one known spectrum. */
public final class SampleFiles {

    /** Frequencies of the spectrum. */
    public static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 1, 16);
    /** Real and imaginary parts. */
    public static final double[][] Z = ImpedanceTruth.of(10, new Arc(50, 1e-3, 0.9)).measured(HERTZ, 0, 1);

    private SampleFiles() {
    }

    /** A file for each reader. */
    public static Map<String, List<Source>> all() {
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("electrochemistry.gamry", List.of(text("a.DTA", gamry(false)), text("drift.DTA", gamry(true))));
        out.put("electrochemistry.zview", List.of(text("a.z", zview())));
        out.put("electrochemistry.versastudio", List.of(text("a.par", versaStudio())));
        out.put("electrochemistry.ivium", List.of(text("a.idf", ivium())));
        out.put("electrochemistry.palmsens", List.of(Source.of("a.pssession",
                palmSens().getBytes(StandardCharsets.UTF_16))));
        out.put("electrochemistry.relaxis", List.of(text("a.txt", relaxis())));
        out.put("electrochemistry.impedance-text", List.of(text("a.csv", ImpedanceTruth.text(HERTZ, Z))));
        return out;
    }

    static Source text(String name, String content) {
        return Source.of(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String row(String format, int i) {
        return String.format(Locale.ROOT, format, i, HERTZ[i], Z[0][i], Z[1][i], -Z[1][i]);
    }

    private static String rows(String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < HERTZ.length; i++) {
            out.append(row(format, i));
        }
        return out.toString();
    }

    static String gamry(boolean drift) {
        String extra = drift ? "\tZrealDrCor\tZimagDrCor" : "";
        String format = "\t%1$d\t%1$d\t%2$.8e\t%3$.8e\t%4$.8e" + (drift ? "\t%3$.8e\t%4$.8e" : "") + "\n";
        return "EXPLAIN\nTAG\tEISPOT\nTITLE\tLABEL\tPotentiostatic EIS\tTest\nAREA\tQUANT\t2.0\tArea (cm^2)\n"
                + "ZCURVE\tTABLE\n\tPt\tTime\tFreq\tZreal\tZimag" + extra + "\n\t#\ts\tHz\tohm\tohm"
                + (drift ? "\tohm\tohm" : "") + "\n" + rows(format);
    }

    static String zview() {
        return "ZPLOT2 ASCII\n  Date:   1-1-2024\n  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\n"
                + "End Comments\n" + rows("%2$.8E\t1.0E-02\t0.0\t%1$d\t%3$.8E\t%4$.8E\t0.0\t0\t4\n");
    }

    static String versaStudio() {
        return "<Application>\nName=VersaStudio\n</Application>\n<Segment1>\nType=2\nDefinition=Segment #, "
                + "Point #, E(V), "
                + "I(A), Frequency(Hz), Z Real, Z Imag, 0\n" + rows("1,%1$d,0,0,%2$.8e,%3$.8e,%4$.8e\n")
                + "</Segment1>\n";
    }

    static String ivium() {
        return "\u0001\u0002\nTitle=Cell one\nprimary_data\n3\n" + HERTZ.length + "\n" + rows("%3$.8E %4$.8E %2$.8E\n");
    }

    static String palmSens() {
        StringBuilder f = new StringBuilder();
        StringBuilder re = new StringBuilder();
        StringBuilder im = new StringBuilder();
        for (int i = 0; i < HERTZ.length; i++) {
            String comma = i == 0 ? "" : ",";
            f.append(comma).append("{\"V\":").append(HERTZ[i]).append('}');
            re.append(comma).append("{\"V\":").append(Z[0][i]).append('}');
            im.append(comma).append("{\"V\":").append(-Z[1][i]).append('}');
        }
        return "{\"Type\":\"PalmSens.Session\",\"Measurements\":[{\"Title\":\"EIS\",\"DataSet\":{\"Type\":"
                + "\"PalmSens.Data.DataSetEIS\",\"Values\":[" + array("Hertz", f) + "," + array("ZRe", re) + ","
                + array("ZIm", im) + "]}}]}";
    }

    private static String array(String unit, StringBuilder values) {
        return "{\"Unit\":{\"Type\":\"PalmSens.Units." + unit + "\"},\"DataValues\":[" + values + "]}";
    }

    static String relaxis() {
        return "RelaxIS 3.0 Spectrum export\nDate: 1/1/2024\nData: Frequency\tData: Z'\tData: Z''\n"
                + "DC=0\tModel: none\tcell\n" + rows("%2$.10e\t%3$.10e\t%4$.10e\n");
    }
}
