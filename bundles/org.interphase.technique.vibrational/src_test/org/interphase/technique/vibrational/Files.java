package org.interphase.technique.vibrational;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Source;

/** Small valid files of each format, made from the formats' descriptions. */
final class Files {

    static final int POINTS = 60;

    private Files() {
    }

    static double x(int i) {
        return 400 + 20 * i;
    }

    static double y(int i) {
        return 100 + 50 * Math.exp(-Math.pow((i - 30) / 3.0, 2));
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** New-format SPC: flags, exponent (-128 for floats) and width follow; one subfile per entry of z. */
    static byte[] spc(int flags, int exponent, int xUnit, int yUnit, int subfiles) {
        boolean sixteen = (flags & 1) != 0;
        boolean own = (flags & 0x40) != 0;
        boolean common = (flags & 0x80) != 0 && !own;
        int width = sixteen ? 2 : 4;
        int size = 512 + (common ? 4 * POINTS : 0) + subfiles * (32 + (own ? 4 * POINTS : 0) + width * POINTS);
        ByteBuffer b = little(size);
        b.put(0, (byte) flags).put(1, (byte) 0x4b).put(3, (byte) exponent).putInt(4, POINTS).putDouble(8, x(0))
                .putDouble(16, x(POINTS - 1)).putInt(24, subfiles).put(28, (byte) xUnit).put(29, (byte) yUnit);
        b.position(512);
        for (int i = 0; common && i < POINTS; i++) {
            b.putFloat((float) x(i));
        }
        for (int s = 0; s < subfiles; s++) {
            int at = b.position();
            b.put(at + 1, (byte) exponent).putFloat(at + 4, s).putInt(at + 16, POINTS);
            b.position(at + 32);
            for (int i = 0; own && i < POINTS; i++) {
                b.putFloat((float) x(i));
            }
            for (int i = 0; i < POINTS; i++) {
                double v = y(i) * (s + 1);
                if (exponent == -128) {
                    b.putFloat((float) v);
                } else if (sixteen) {
                    b.putShort((short) Math.round(v * Math.pow(2, 16 - exponent)));
                } else {
                    b.putInt((int) Math.round(v * Math.pow(2, 32 - exponent)));
                }
            }
        }
        return b.array();
    }

    /** Old-format SPC with 32-bit ordinates whose words are swapped. */
    static byte[] oldSpc() {
        ByteBuffer b = little(256 + 4 * POINTS);
        b.put(0, (byte) 0).put(1, (byte) 0x4d).putShort(2, (short) 9).putFloat(4, POINTS).putFloat(8, (float) x(0))
                .putFloat(12, (float) x(POINTS - 1)).put(16, (byte) 13).put(17, (byte) 4);
        b.position(256);
        for (int i = 0; i < POINTS; i++) {
            int v = (int) Math.round(y(i) * Math.pow(2, 32 - 9));
            b.putShort((short) (v >> 16)).putShort((short) v);
        }
        return b.array();
    }

    /** WDF with columns times rows spectra; a map where there is more than one. */
    static byte[] wdf(int columns, int rows) {
        int n = columns * rows;
        int data = 16 + 4 * n * POINTS;
        int xlst = 16 + 8 + 4 * POINTS;
        int orgn = 16 + 4 + 2 * (24 + 8 * n);
        ByteBuffer b = little(512 + data + xlst + orgn);
        b.put(0, "WDF1".getBytes(StandardCharsets.US_ASCII)).putLong(8, 512).putInt(60, POINTS).putLong(64, n)
                .putLong(72, n).putInt(80, 1).putInt(88, POINTS).putInt(92, 2).putInt(132, n > 1 ? 3 : 1)
                .putInt(152, 6).putFloat(156, 18797f);
        b.position(512);
        block(b, "DATA", data);
        for (int k = 0; k < n; k++) {
            for (int i = POINTS - 1; i >= 0; i--) {
                b.putFloat((float) (y(i) + k));
            }
        }
        block(b, "XLST", xlst);
        b.putInt(1).putInt(1);
        for (int i = POINTS - 1; i >= 0; i--) {
            b.putFloat((float) x(i));
        }
        block(b, "ORGN", orgn);
        b.putInt(2);
        for (int axis = 0; axis < 2; axis++) {
            int at = b.position();
            b.putInt(axis == 0 ? 3 | 0x80000000 : 4).putInt(5);
            b.position(at + 24);
            for (int k = 0; k < n; k++) {
                b.putDouble(axis == 0 ? 2.0 * (k % columns) : 3.0 * (k / columns));
            }
        }
        return b.array();
    }

    private static void block(ByteBuffer b, String name, int size) {
        b.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(0).putLong(size);
    }

    /** OPUS with an absorbance block (spectrum type 4) or a transmittance block (5) and its data status. */
    static byte[] opus(int spectrum) {
        byte[] status = opusParameters();
        int first = 24 + 3 * 12;
        ByteBuffer b = little(first + status.length + 4 * POINTS);
        int type = 3 | 3 << 2 | spectrum << 10;
        b.putInt(0, 0xfefe0a0a).putDouble(4, 920622).putInt(12, 24).putInt(16, 3).putInt(20, 2);
        b.putInt(24, type).putInt(28, POINTS).putInt(32, first + status.length);
        b.putInt(36, type | 1 << 4).putInt(40, status.length / 4).putInt(44, first);
        b.position(first);
        b.put(status);
        for (int i = POINTS - 1; i >= 0; i--) {
            b.putFloat((float) (y(i) / 200));
        }
        return b.array();
    }

    private static byte[] opusParameters() {
        ByteBuffer p = little(200);
        opusNumber(p, "NPT", POINTS);
        opusReal(p, "FXV", x(POINTS - 1));
        opusReal(p, "LXV", x(0));
        opusReal(p, "CSF", 1);
        p.put("DXU\0".getBytes(StandardCharsets.US_ASCII)).putShort((short) 3).putShort((short) 2)
                .put("WN\0\0".getBytes(StandardCharsets.US_ASCII));
        p.put("END\0".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        byte[] out = new byte[(p.position() + 3) / 4 * 4];
        p.get(0, out);
        return out;
    }

    private static void opusNumber(ByteBuffer p, String name, int value) {
        p.put((name + "\0").getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).putShort((short) 2)
                .putInt(value);
    }

    private static void opusReal(ByteBuffer p, String name, double value) {
        p.put((name + "\0").getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).putShort((short) 4)
                .putDouble(value);
    }

    /** SPA with absorbances. */
    static byte[] spa() {
        int header = 304 + 3 * 16;
        int data = header + 100;
        ByteBuffer b = little(data + 4 * POINTS);
        b.put(0, "Spectral Data File".getBytes(StandardCharsets.US_ASCII));
        b.put(30, "sample".getBytes(StandardCharsets.US_ASCII)).putShort(294, (short) 2);
        b.put(304, (byte) 2).putInt(306, header).putInt(310, 100);
        b.put(320, (byte) 3).putInt(322, data).putInt(326, 4 * POINTS);
        b.putInt(header + 4, POINTS).put(header + 8, (byte) 1).put(header + 12, (byte) 17)
                .putFloat(header + 16, (float) x(POINTS - 1)).putFloat(header + 20, (float) x(0));
        b.position(data);
        for (int i = POINTS - 1; i >= 0; i--) {
            b.putFloat((float) (y(i) / 200));
        }
        return b.array();
    }

    /** JCAMP-DX with a given data table. */
    static byte[] jcamp(String table, int points) {
        String text = """
                ##TITLE=sample
                ##JCAMP-DX=4.24
                ##DATA TYPE=INFRARED SPECTRUM
                ##XUNITS=1/CM
                ##YUNITS=ABSORBANCE
                ##XFACTOR=1
                ##YFACTOR=0.01
                ##FIRSTX=400
                ##LASTX=%d
                ##DELTAX=1
                ##NPOINTS=%d
                %s
                ##END=
                """.formatted(400 + points - 1, points, table);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] labSpecMap() {
        StringBuilder out = new StringBuilder("#AxisType[1]=Spectr\n#AxisUnit[1]=1/cm\n#AxisUnit[0]=Cnt\n"
                + "#AxisType[2]=XA\n#AxisUnit[2]=um\n#AxisType[3]=YA\n#AxisUnit[3]=um\n\t");
        for (int i = 0; i < POINTS; i++) {
            out.append('\t').append(x(i));
        }
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 3; row++) {
                out.append('\n').append(-2.0 * column).append('\t').append(1.5 * row);
                for (int i = 0; i < POINTS; i++) {
                    out.append('\t').append(String.format(Locale.ROOT, "%.3f", y(i) + 10 * column + row));
                }
            }
        }
        return out.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] labSpecXml(int columns, int rows) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n<LSX_Data><LSX_Tree><LSX ID=\"0x7A74D9D6\">"
                + "<LSX ID=\"0x7B697861\">");
        axis(out, 0, "Intens", "Cnt", List.of());
        List<Double> xs = new ArrayList<>();
        for (int i = POINTS - 1; i >= 0; i--) {
            xs.add(x(i));
        }
        axis(out, 1, "Spectr", "1/cm", xs);
        if (columns * rows > 1) {
            axis(out, 2, "X", "\u00b5m", List.of(0.0, 2.0).subList(0, columns));
            axis(out, 3, "Y", "\u00b5m", List.of(0.0, 3.0, 6.0).subList(0, rows));
        }
        out.append("</LSX></LSX></LSX_Tree><LSX_Matrix>");
        for (int k = 0; k < columns * rows; k++) {
            out.append("\n<LSX_Row>");
            for (int i = POINTS - 1; i >= 0; i--) {
                out.append(String.format(Locale.ROOT, "%.3f ", y(i) + k));
            }
            out.append("</LSX_Row>");
        }
        return out.append("</LSX_Matrix></LSX_Data>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void axis(StringBuilder out, int index, String type, String unit, List<Double> values) {
        out.append("<LSX ID=\"0x").append(index).append("\"><LSX ID=\"0x6D707974\">").append(type)
                .append("</LSX><LSX ID=\"0x7C696E75\">").append(unit).append("</LSX><LSX ID=\"0x7D6CD4DB\">");
        values.forEach(v -> out.append(v).append(' '));
        out.append("</LSX></LSX>");
    }

    /** A spectrum as comma separated text. */
    static byte[] csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Raman shift (cm-1),Intensity\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < POINTS; i++) {
            out.writeBytes(String.format(Locale.ROOT, "%.1f,%.4f\n", x(i), y(i)).getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    /** Text of B&W Tek: 60 pixels, the first four and last two of which have no Raman shift. */
    static byte[] bwTek(char delimiter, boolean comma) {
        StringBuilder out = new StringBuilder("File Version;BWRam4.11_1\ntitle;BWS415-785S\naverage number;5\n"
                + "laser_wavelength;784.9\nlaser_powerlevel;40\n"
                + "Pixel;Wavelength;Wavenumber;Raman Shift;Dark;Reference;Raw data #1;Dark Subtracted #1;\n");
        for (int i = 0; i < POINTS; i++) {
            boolean lit = i >= 4 && i < POINTS - 2;
            double nm = 1 / (1 / 784.9 - x(i) * 1e-7);
            out.append(String.format(Locale.ROOT, "%d;%s;%s;%s;900.0;65535.0;%.4f;%.4f;\n", i, lit ? nm : "   ",
                    lit ? 1e7 / nm : "   ", lit ? String.format(Locale.ROOT, "%.2f", x(i)) : "   ", y(i) + 900, y(i)));
        }
        String text = comma ? out.toString().replace('.', ',').replace("BWRam4,11", "BWRam4.11") : out.toString();
        return text.replace(';', delimiter).getBytes(StandardCharsets.US_ASCII);
    }

    /** A WiRE list of 3 x 2 spectra, shifts descending. */
    static byte[] wireMap() {
        StringBuilder out = new StringBuilder("#X\t\t#Y\t\t#Wave\t\t#Intensity\n");
        for (int k = 0; k < 6; k++) {
            for (int i = POINTS - 1; i >= 0; i--) {
                out.append(String.format(Locale.ROOT, "%.4f\t%.4f\t%.4f\t%.4f\n", 2.0 * (k % 3), 3.0 * (k / 3), x(i),
                        y(i) + 10 * k));
            }
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static Source source(String name, byte[] content) {
        return Source.of(name, content);
    }
}
