package org.interphase.electro.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;

/** Small valid EC-Lab files of one known impedance spectrum. */
public final class EcLabSamples {

    /** Frequencies of the spectrum. */
    public static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 1, 16);
    /** Real and imaginary parts. */
    public static final double[][] Z = ImpedanceTruth.of(10, new Arc(50, 1e-3, 0.9)).measured(HERTZ, 0, 1);

    /** An export of chosen columns, without a header. */
    static final String RECORD = "time/s\tEwe/V\t<I>/mA\t\n0.5\t3.1\t-1\n1.5\t3.2\t-1.5\n2.5\t3.3\t2\n";
    /** Loops. */
    static final String LOOPS = "VMP EXPERIMENT LOOP INDEXES\n0\n709\n1104\n";

    private EcLabSamples() {
    }

    /** Files for each reader. */
    public static Map<String, List<Source>> all() {
        return Map.of("electrochemistry.eclab-text", List.of(text("a.mpt", mpt('.')), text("b.mpt", mpt(',')),
                        text("c.txt", RECORD)), "electrochemistry.eclab-loops", List.of(text("a_LOOP.txt", LOOPS)),
                "electrochemistry.gamry", List.of(text("a.DTA", gamry("CV", curve("CURVE1", 0, 5)))),
                "electrochemistry.autolab-text", List.of(text("n.txt", nova())),
                "electrochemistry.eclab-binary", List.of(Source.of("a.mpr", mpr(3, 32, 37, 38, 24)),
                        Source.of("b.mpr", mpr(11, 32, 37, 38, 24))));
    }

    /** A Gamry file with an experiment's short name and some tables. */
    static String gamry(String tag, String... tables) {
        return "EXPLAIN\nTAG\t" + tag + "\nTITLE\tLABEL\tTest\tTest\nAREA\tQUANT\t2.0\tArea (cm^2)\n"
                + String.join("", tables);
    }

    /** A table of a Gamry file: time, potential and current that rise from a row on. */
    static String curve(String name, int from, int rows) {
        StringBuilder out = new StringBuilder(name + "\tTABLE\n\tPt\tT\tVf\tIm\tOver\n\t#\ts\tV vs. Ref.\tA\tbits\n");
        for (int i = from; i < from + rows; i++) {
            out.append(String.format(Locale.ROOT, "\t%d\t%d\t%.4f\t%.4f\t.....\n", i, i, 0.1 * i, 0.002 * i));
        }
        return out.toString();
    }

    /** An export of NOVA with a row that has neither time nor potential. */
    static String nova() {
        return "Scan\tPotential applied (V)\tTime (s)\tWE(1).Current (A)\tWE(1).Potential (V)\n1\t0.1\t0\t0\t0.1\n"
                + "1\t0.2\t1\t1E-06\t0.2\n1\t0.3\t2\t2E-06\t0.3\n2\t\t\t\t\n";
    }

    static Source text(String name, String content) {
        return Source.of(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String rows(String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < HERTZ.length; i++) {
            out.append(String.format(Locale.ROOT, format, i, HERTZ[i], Z[0][i], Z[1][i], -Z[1][i]));
        }
        return out.toString();
    }

    static String mpt(char decimal) {
        String body = rows("%2$.8e\t%3$.8e\t%5$.8e\t1.000\n");
        return "EC-Lab ASCII FILE\nNb header lines : 7\n\nPotentio Electrochemical Impedance Spectroscopy\n\n"
                + "Device : SP-150\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\tcycle number\t\n"
                + (decimal == ',' ? body.replace('.', ',') : body);
    }

    /** A binary file with a settings and a data module of a version; columns 24 and unknown ones hold doubles. */
    static byte[] mpr(int version, int... ids) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(padded("BIO-LOGIC MODULAR FILE\u001a", 48));
        out.writeBytes(new byte[4]);
        module(out, "VMP Set", version, new byte[] {0x1d, 0, 7, 0});
        module(out, "VMP data", version, data(version, ids));
        return out.toByteArray();
    }

    private static byte[] data(int version, int... ids) {
        int start = version >= 10 ? 1007 : version == 3 ? 406 : 405;
        int width = 0;
        for (int id : ids) {
            width += id == 32 || id == 37 || id == 38 ? 4 : 8;
        }
        ByteBuffer b = ByteBuffer.allocate(start + width * HERTZ.length).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(HERTZ.length).put((byte) ids.length);
        if (version >= 10) {
            b.put((byte) 0);
        }
        for (int id : ids) {
            b.putShort((short) id);
        }
        b.position(start);
        for (int i = 0; i < HERTZ.length; i++) {
            for (int id : ids) {
                switch (id) {
                    case 32 -> b.putFloat((float) HERTZ[i]);
                    case 37 -> b.putFloat((float) Z[0][i]);
                    case 38 -> b.putFloat((float) -Z[1][i]);
                    default -> b.putDouble(1);
                }
            }
        }
        return b.array();
    }

    private static void module(ByteArrayOutputStream out, String name, int version, byte[] content) {
        out.writeBytes("MODULE".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(padded(name, 10));
        out.writeBytes(padded(name, 25));
        ByteBuffer b = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        if (version >= 10) {
            b.putInt(-1).putInt(content.length).putInt(0).putInt(version);
        } else {
            b.putInt(content.length).putInt(version);
        }
        out.write(b.array(), 0, b.position());
        out.writeBytes(padded("01.02.24", 8));
        out.writeBytes(content);
    }

    private static byte[] padded(String text, int length) {
        return (text + " ".repeat(length)).substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
    }
}
