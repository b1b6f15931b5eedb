package org.interphase.technique.xps;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import org.interphase.api.Source;

/** Writes VAMAS files line by line from the standard's list of fields, for tests. */
final class Vamas {

    private Vamas() {
    }

    /** Header of an experiment; {@code list} is the inclusion or exclusion list (count first). */
    static String header(String mode, String scan, int blocks, int... list) {
        StringJoiner s = new StringJoiner("\r\n", "", "\r\n");
        s.add("VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4").add("here").add("tester")
                .add("nobody").add("experiment").add("1").add("a comment").add(mode).add(scan);
        if (!mode.equals("SDPSV") && !mode.equals("NOEXP")) {
            s.add("1");
        }
        s.add("1").add("etch time").add("s");
        for (int v : list) {
            s.add(Integer.toString(v));
        }
        return s.add("0").add("0").add("0").add(Integer.toString(blocks)).toString();
    }

    /** A complete regular block of F 1s over kinetic energy. */
    static String block(String id, boolean sputtered, double etch, double start, double step, double[] counts) {
        StringJoiner s = new StringJoiner("\r\n", "", "\r\n");
        s.add(id).add("sample").add("2024").add("2").add("28").add("12").add("0").add("0").add("0").add("0").add("XPS")
                .add(Double.toString(etch)).add("Al");
        if (sputtered) {
            s.add("18").add("1").add("1");
        }
        s.add("1486.6").add("150").add("1e37").add("1e37").add("0").add("0").add("FAT").add("20").add("1").add("4.5")
                .add("0")
                .add("1e37").add("1e37").add("0").add("0").add("F").add("1s").add("-1");
        return s + signal(sputtered, start, step, counts);
    }

    private static String signal(boolean sputtered, double start, double step, double[] counts) {
        StringJoiner s = new StringJoiner("\r\n", "", "\r\n");
        s.add("kinetic energy").add("eV").add(Double.toString(start)).add(Double.toString(step)).add("1")
                .add("intensity")
                .add("d").add("pulse counting").add("0.5").add("4").add("0");
        if (sputtered) {
            s.add("1000").add("1e37").add("1").add("1").add("0").add("0").add("raster");
        }
        return s.add("0").add("0").add("0").add("0") + values(counts);
    }

    /** Number of ordinates, limits and values. */
    static String values(double[] counts) {
        StringJoiner s = new StringJoiner("\r\n", "", "\r\n");
        s.add(Integer.toString(counts.length)).add("0").add("1");
        for (double c : counts) {
            s.add(String.format(Locale.ROOT, "%.0f", c));
        }
        return s.toString();
    }

    static Source file(String content) {
        return Source.of("test.vms", (content + "end of experiment\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
