package org.interphase.technique.topography;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.Deflater;

/** Small files of each format, written by its description. Heights are in um, steps too, NaN is missing. */
final class SurfaceFiles {

    private SurfaceFiles() {
    }

    /** Heights of a bumpy tilted sheet, one of them missing. */
    static double[][] bumps(int width, int height) {
        double[][] z = new double[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                z[y][x] = 0.5 * Math.sin(1.1 * x) * Math.cos(0.7 * y) + 0.02 * x - 0.01 * y;
            }
        }
        z[1][2] = Double.NaN;
        return z;
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void text(ByteBuffer b, int at, String text, int length) {
        byte[] t = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < length; i++) {
            b.put(at + i, i < t.length ? t[i] : (byte) 0);
        }
    }

    static byte[] al3d(double[][] z, double step) {
        String[][] tags = {{"Version", "1"}, {"TagCount", "6"}, {"Cols", z[0].length + ""}, {"Rows", z.length + ""},
            {"DepthImageOffset", "500"}, {"InvalidPixelValue", "3.00000002808e+15"},
            {"PixelSizeXMeter", step * 1e-6 + ""}, {"PixelSizeYMeter", step * 1e-6 + ""}};
        int row = (4 * z[0].length + 7) / 8 * 8;
        ByteBuffer b = little(500 + row * z.length);
        text(b, 0, "AliconaImaging\0\r\n", 17);
        for (int i = 0; i < tags.length; i++) {
            text(b, 17 + 52 * i, tags[i][0], 20);
            text(b, 37 + 52 * i, tags[i][1], 30);
            text(b, 67 + 52 * i, "\r\n", 2);
        }
        for (int y = 0; y < z.length; y++) {
            for (int x = 0; x < z[0].length; x++) {
                b.putFloat(500 + y * row + 4 * x, z[y][x] == z[y][x] ? (float) (z[y][x] * 1e-6) : 3.00000002808e15f);
            }
        }
        return b.array();
    }

    /** A Wyko file of counts, or of floats in wavelengths without a block Mult. */
    static byte[] opd(double[][] z, double step, double aspect, boolean floats) {
        int w = z[0].length;
        int h = z.length;
        String[] names = {"Directory", floats ? "Title" : "Mult", "RAW_DATA", "Aspect", "Pixel_size", "Wavelength"};
        int[] lengths = {24 * 6, 2, 6 + (floats ? 4 : 2) * w * h, 4, 4, 4};
        ByteBuffer b = little(2 + java.util.Arrays.stream(lengths).sum());
        b.putShort(0, (short) 1);
        for (int i = 0; i < names.length; i++) {
            text(b, 2 + 24 * i, names[i], 16);
            b.putShort(18 + 24 * i, (short) 1);
            b.putInt(20 + 24 * i, lengths[i]);
            b.putShort(24 + 24 * i, (short) 1);
        }
        int at = 2 + lengths[0];
        b.putShort(at, (short) 200);
        at += 2;
        b.putShort(at, (short) w);
        b.putShort(at + 2, (short) h);
        b.putShort(at + 4, (short) (floats ? 4 : 2));
        at += 6;
        for (int x = 0; x < w; x++) {
            for (int y = h - 1; y >= 0; y--, at += floats ? 4 : 2) {
                if (floats) {
                    b.putFloat(at, z[y][x] == z[y][x] ? (float) (z[y][x] * 1000 / 632.8) : 1e38f);
                    continue;
                }
                b.putShort(at, (short) (z[y][x] == z[y][x] ? Math.round(z[y][x] * 1000 / 632.8 * 200) : 32767));
            }
        }
        b.putFloat(at, (float) aspect);
        b.putFloat(at + 4, (float) (step / 1000));
        b.putFloat(at + 8, 632.8f);
        return b.array();
    }

    /** A Digital Surf file: type 1 is a profile (the first row), 2 a surface. */
    static byte[] sur(double[][] z, double step, int type, int bits, boolean packed) {
        int w = z[0].length;
        int h = type == 1 ? 1 : z.length;
        ByteBuffer data = little(w * h * bits / 8);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int v = z[y][x] == z[y][x] ? (int) Math.round(z[y][x] * 1000) : -32002;
                if (bits == 16) {
                    data.putShort((short) v);
                } else {
                    data.putInt(v);
                }
            }
        }
        byte[] body = data.array();
        if (packed) {
            Deflater d = new Deflater();
            d.setInput(body);
            d.finish();
            byte[] out = new byte[body.length + 100];
            int n = d.deflate(out);
            d.end();
            body = little(12 + n).putInt(1).putInt(data.capacity()).putInt(n).put(out, 0, n).array();
        }
        ByteBuffer b = little(512 + 4 + body.length);
        text(b, 0, packed ? "DSCOMPRESSED" : "DIGITAL SURF", 12);
        b.putShort(14, (short) 1);
        b.putShort(18, (short) type);
        text(b, 20, "sheet", 30);
        b.putShort(86, (short) 1);
        b.putShort(98, (short) bits);
        b.putInt(100, -32000);
        b.putInt(104, 32000);
        b.putInt(108, w);
        b.putInt(112, h);
        b.putInt(116, w * h);
        b.putFloat(120, (float) (step / 1000));
        b.putFloat(124, (float) step);
        b.putFloat(128, 1f);
        text(b, 132, "X", 16);
        text(b, 148, "Y", 16);
        text(b, 164, "Z", 16);
        text(b, 180, "mm", 16);
        text(b, 196, "\u00b5m", 16);
        text(b, 212, "nm", 16);
        b.putShort(334, (short) 4);
        text(b, 512, "note", 4);
        b.position(516);
        return b.put(body).array();
    }

    static byte[] xyz(double[][] z, double step, String head) {
        StringBuilder out = new StringBuilder(head);
        for (int y = z.length - 1; y >= 0; y--) {
            for (int x = 0; x < z[0].length; x++) {
                if (z[y][x] == z[y][x]) {
                    out.append(String.format(Locale.ROOT, "%.4f %.4f %.6f%n", x * step, (z.length - 1 - y) * step,
                            z[y][x]));
                }
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] raw(double[][] z) {
        ByteBuffer b = little(4 * z.length * z[0].length);
        for (double[] row : z) {
            for (double v : row) {
                b.putFloat((float) v);
            }
        }
        return b.array();
    }

    static byte[] sdfText(double[][] z, double step) {
        StringBuilder out = new StringBuilder("aISO-1.0\nManufacID   = test\nCreateDate  = 010120261200\nNumPoints   = "
                + z[0].length + "\nNumProfiles = " + z.length + "\nXscale      = " + step * 1e-6 + "\nYscale      = "
                + 2 * step * 1e-6 + "\nZscale      = 1e-9\nZresolution = -1\nCompression = 0\nDataType    = 7\n"
                + "CheckType   = 0\n*\n");
        for (double[] row : z) {
            for (double v : row) {
                out.append(v == v ? String.format(Locale.ROOT, "%.4f ", v * 1000) : "BAD ");
            }
            out.append("\n");
        }
        return out.append("*\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] sdfBinary(double[][] z, double step) {
        return sdfBinary(z, step, java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] sdfBinary(double[][] z, double step, java.nio.ByteOrder order) {
        ByteBuffer b = little(81 + 2 * z.length * z[0].length).order(order);
        text(b, 0, "bISO-1.0", 8);
        text(b, 8, "test", 10);
        text(b, 18, "010120261200", 12);
        b.putShort(42, (short) z[0].length).putShort(44, (short) z.length);
        b.putDouble(46, step * 1e-6).putDouble(54, 2 * step * 1e-6).putDouble(62, 1e-9).putDouble(70, -1);
        b.put(79, (byte) 5);
        b.position(81);
        for (double[] row : z) {
            for (double v : row) {
                b.putShort(v == v ? (short) Math.round(v * 1000) : Short.MIN_VALUE);
            }
        }
        return b.array();
    }

    /** An X3P archive: heights as doubles, or as whole numbers of nanometres with a part of valid points. */
    static byte[] x3p(double[][] z, double step, boolean whole) throws java.io.IOException {
        int n = z.length * z[0].length;
        ByteBuffer data = little(n * (whole ? 4 : 8));
        byte[] valid = new byte[(n + 7) / 8];
        int k = 0;
        for (double[] row : z) {
            for (double v : row) {
                if (whole) {
                    data.putInt(v == v ? (int) Math.round(v * 1000) : 0);
                } else {
                    data.putDouble(v * 1e-6);
                }
                valid[k / 8] |= (byte) (v == v ? 1 << k % 8 : 0);
                k++;
            }
        }
        String xml = "<?xml version=\"1.0\"?><p:ISO5436_2 xmlns:p=\"http://www.opengps.eu/2008/ISO5436_2\"><Record1>"
                + "<FeatureType>SUR</FeatureType><Axes><CX><AxisType>I</AxisType><Increment>" + step * 1e-6
                + "</Increment></CX><CY><AxisType>I</AxisType><Increment>" + 2 * step * 1e-6 + "</Increment></CY><CZ>"
                + "<AxisType>A</AxisType><DataType>" + (whole ? "L" : "D") + "</DataType><Increment>1e-9</Increment>"
                + "</CZ></Axes></Record1><Record3><MatrixDimension><SizeX>" + z[0].length + "</SizeX><SizeY>" + z.length
                + "</SizeY><SizeZ>1</SizeZ></MatrixDimension><DataLink><PointDataLink>bindata/data.bin</PointDataLink>"
                + (whole ? "<ValidPointsLink>bindata/valid.bin</ValidPointsLink>" : "") + "</DataLink></Record3>"
                + "</p:ISO5436_2>";
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("main.xml"));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new java.util.zip.ZipEntry("bindata/data.bin"));
            zip.write(data.array());
            zip.putNextEntry(new java.util.zip.ZipEntry("bindata/valid.bin"));
            zip.write(valid);
        }
        return out.toByteArray();
    }

    /** An X3P file whose points are a list in the text, with so many blanks in each. */
    static byte[] x3pList(double[][] z, double step, int blanks) throws java.io.IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("main.xml"));
            var text = new java.io.OutputStreamWriter(zip, StandardCharsets.UTF_8);
            text.write("<p:ISO5436_2 xmlns:p=\"http://www.opengps.eu/2008/ISO5436_2\"><Record1><FeatureType>SUR"
                    + "</FeatureType><Axes><CX><AxisType>I</AxisType><Increment>" + step * 1e-6 + "</Increment></CX>"
                    + "<CY><AxisType>I</AxisType><Increment>" + step * 1e-6 + "</Increment></CY><CZ>"
                    + "<AxisType>A</AxisType><DataType>D</DataType></CZ></Axes></Record1><Record3><MatrixDimension>"
                    + "<SizeX>" + z[0].length + "</SizeX><SizeY>" + z.length + "</SizeY><SizeZ>1</SizeZ>"
                    + "</MatrixDimension><DataList>");
            String pad = " ".repeat(blanks);
            for (double[] row : z) {
                for (double v : row) {
                    text.write("<Datum>" + pad + (v == v ? v * 1e-6 : "") + "</Datum>");
                }
            }
            text.write("</DataList></Record3></p:ISO5436_2>");
            text.flush();
        }
        return out.toByteArray();
    }

    /** A zip archive with a change in the text of its only part. */
    static byte[] changed(byte[] archive, String from, String to) throws java.io.IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive));
                var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry(in.getNextEntry().getName()));
            zip.write(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(from, to).getBytes(
                    StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void floats(ByteBuffer b, int at, double[][] z, float missing) {
        int p = at;
        for (double[] row : z) {
            for (double v : row) {
                b.putFloat(p, v == v ? (float) v : missing);
                p += 4;
            }
        }
    }

    static byte[] plu(double[][] z, double step) {
        int n = z.length * z[0].length;
        ByteBuffer b = little(508 + 4 * n + 8);
        text(b, 0, "Mon Jan 05 10:00:00 2026", 128);
        b.putInt(388, z.length).putInt(392, z[0].length).putFloat(404, (float) step).putFloat(408, (float) (2 * step));
        b.putInt(428, 3);
        b.put(489, (byte) 1);
        b.putInt(500, z.length).putInt(504, z[0].length);
        floats(b, 508, z, 1000001f);
        return b.array();
    }

    /** A TrueMap file of these heights and steps in um, which it stores in mm. */
    static byte[] tmd(double[][] z, double step, boolean fixed) {
        int at = fixed ? 56 : 32 + 8;
        ByteBuffer b = little(at + 24 + 4 * z.length * z[0].length);
        text(b, 0, "Binary TrueMap Data File v2.0\r\n", 32);
        text(b, 32, "by test", 8);
        b.putInt(at, z[0].length).putInt(at + 4, z.length).putFloat(at + 8, (float) (step / 1000 * z[0].length))
                .putFloat(at + 12, (float) (2 * step / 1000 * z.length));
        double[][] millimetres = java.util.Arrays.stream(z).map(row -> java.util.Arrays.stream(row).map(v -> v / 1000)
                .toArray()).toArray(double[][]::new);
        floats(b, at + 24, millimetres, Float.NaN);
        return b.array();
    }

    static byte[] metroPro(double[][] z, double step) {
        int n = z.length * z[0].length;
        ByteBuffer b = ByteBuffer.allocate(834 + 6 + 4 * n);
        b.putInt(0, 0x881b036f).putShort(4, (short) 1).putInt(6, 834).putInt(60, 6);
        b.putShort(68, (short) z[0].length).putShort(70, (short) z.length).putInt(72, 4 * n);
        b.putFloat(164, 0.5f).putFloat(168, 632.8e-9f).putFloat(176, 1f).putFloat(184, (float) (step * 1e-6));
        b.putShort(218, (short) 1);
        int at = 840;
        for (double[] row : z) {
            for (double v : row) {
                b.putInt(at, v == v ? (int) Math.round(v * 1e-6 / (0.5 * 632.8e-9 / 32768)) : 2147483640);
                at += 4;
            }
        }
        return b.array();
    }

    static byte[] nanoscope(double[][] z, double step, int bytes) {
        int w = z[0].length;
        int n = z.length * w;
        String head = "\\*File list\r\n\\Version: 0x05120130\r\n\\Date: 10:00:00 AM Mon Jan 05 2026\r\n"
                + "\\*Scanner list\r\n\\@Sens. Zsens: V 12.5 nm/V\r\n\\*Ciao image list\r\n\\Data offset: 1024\r\n"
                + "\\Data length: " + bytes * n + "\r\n\\Bytes/pixel: 2\r\n\\Samps/line: " + w
                + "\r\n\\Number of lines: " + z.length + "\r\n\\Scan Size: " + step * w + " " + step * z.length
                + " ~m\r\n\\@2:Image Data: S [Height] \"Height\"\r\n\\@2:Z scale: V [Sens. Zsens] (0.006713867 V/LSB) "
                + "440.0 V\r\n\\*File list end\r\n";
        ByteBuffer b = little(1024 + bytes * n);
        text(b, 0, head, head.length());
        int at = 1024;
        for (int y = z.length - 1; y >= 0; y--) {
            for (int x = 0; x < w; x++, at += bytes) {
                double raw = (z[y][x] == z[y][x] ? z[y][x] : 0) * 1000 / 12.5 / 440 * Math.pow(2, 8 * bytes);
                if (bytes == 2) {
                    b.putShort(at, (short) Math.round(raw));
                } else {
                    b.putInt(at, (int) Math.round(raw));
                }
            }
        }
        return b.array();
    }

    static byte[] nid(double[][] z, double step, String saved) {
        int w = z[0].length;
        String channel = "Points=" + w + "\r\nLines=" + z.length + "\r\nSaveBits=32\r\n" + saved
                + "Dim0Unit=m\r\nDim0Range="
                + step * w * 1e-6 + "\r\nDim1Unit=m\r\nDim1Range=" + step * z.length * 1e-6 + "\r\n";
        String head = "[DataSet]\r\nVersion=2\r\nGroupCount=1\r\nGr0-Count=2\r\nGr0-Ch0=DataSet-0:0\r\n"
                + "Gr0-Ch1=DataSet-0:1\r\n[DataSet-0:0]\r\n" + channel + "Dim2Name=Deflection\r\nDim2Unit=V\r\n"
                + "Dim2Min=-1\r\nDim2Range=2\r\n[DataSet-0:1]\r\n" + channel + "Dim2Name=Z-Axis\r\nDim2Unit=m\r\n"
                + "Dim2Min=-5e-6\r\nDim2Range=1e-5\r\n#!";
        ByteBuffer b = little(head.length() + 8 * z.length * w);
        text(b, 0, head, head.length());
        int at = head.length() + 4 * z.length * w;
        for (int y = z.length - 1; y >= 0; y--) {
            for (int x = 0; x < w; x++, at += 4) {
                double v = z[y][x] == z[y][x] ? z[y][x] : 0;
                b.putInt(at, (int) Math.round(((v + 5) / 10 - 0.5) * 4294967296.0));
            }
        }
        return b.array();
    }
}
