package org.interphase.technique.topography.reader;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.UnpackedBytes;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * X3P of ISO 25178-72:2017: a zip archive whose {@code main.xml} states axes, size and where the points are: in a
 * binary part (little endian, x fastest) or as {@code Datum} elements. Heights are metres; whole numbers are
 * multiplied by the increment of the z axis. What was not measured is NaN, an empty datum, or marked in the part of
 * valid points.
 */
public final class X3pReader implements DatasetReader {

    private static final int LARGEST_PART = 1 << 30;
    private static final int TIGHTEST = 1100;

    @Override
    public String id() {
        return "topography.x3p";
    }

    @Override
    public String title() {
        return "X3P (ISO 25178-72)";
    }

    @Override
    public List<String> extensions() {
        return List.of("x3p");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.PROFILE_KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(0, 'P', 'K', 3, 4) && head.hasExtension("x3p") ? 96 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        byte[] all = source.readAll(SurfaceBytes.LIMIT);
        X3pXml xml = part(source, all, "main.xml", in -> X3pXml.read(source.name(),
                UnpackedBytes.text(source.name(), "main.xml", in, all.length), progress));
        if (xml == null) {
            throw new DatasetFormatException(source.name(), "", "this is no X3P file: there is no part main.xml");
        }
        String type = xml.text("FeatureType", "SUR").toUpperCase(Locale.ROOT);
        if (!type.equals("SUR") && !type.equals("PRF")) {
            throw new DatasetFormatException(source.name(), "main.xml, FeatureType", "'" + type
                    + "' is neither a surface (SUR) nor a profile (PRF)");
        }
        boolean profile = type.equals("PRF");
        for (String axis : List.of("CX", "CY", "CZ")) {
            xml.requireAxis(axis);
        }
        for (String axis : profile ? List.of("CX") : List.of("CX", "CY")) {
            if (!xml.text(axis + ", AxisType", "I").equalsIgnoreCase("I")) {
                throw new DatasetFormatException(source.name(), "main.xml, " + axis, "points that are not equally "
                        + "spaced are not read");
            }
        }
        MapBuilder map = new MapBuilder(source, xml.whole("SizeX"), profile ? 1 : xml.whole("SizeY"),
                "main.xml, MatrixDimension");
        double[] z = heights(source, all, xml, map);
        double x = xml.number("CX, Increment");
        Metadata m = Metadata.EMPTY.with("instrument", (xml.text("Manufacturer", "") + " " + xml.text("Model", ""))
                .strip()).with("date", xml.text("Date", "")).with("comment", xml.text("Comment", ""));
        map.values(z, "m").metadata(m);
        return profile ? List.of(ProfileBuilder.profile(map.step(x, x, "m", "axis CX").build("")))
                : List.of(map.step(x, xml.number("CY, Increment"), "m", "axes CX and CY").build(""));
    }

    private static double[] heights(Source source, byte[] all, X3pXml xml, MapBuilder map) throws IOException {
        SurfaceBytes.Number type = switch (xml.text("CZ, DataType", "D")) {
            case "I" -> SurfaceBytes.Number.I16;
            case "L" -> SurfaceBytes.Number.I32;
            case "F" -> SurfaceBytes.Number.F32;
            case "D" -> SurfaceBytes.Number.F64;
            default -> throw new DatasetFormatException(source.name(), "main.xml, CZ", "data type '"
                    + xml.text("CZ, DataType", "") + "' is not known");
        };
        double scale = type.isWhole() ? xml.number("CZ, Increment") : 1;
        String link = xml.text("PointDataLink", "");
        if (link.isEmpty()) {
            double[] z = xml.points();
            if (z.length != map.points()) {
                throw new DatasetFormatException(source.name(), "main.xml, DataList", "there are " + z.length
                        + " points instead of " + map.points());
            }
            for (int i = 0; i < z.length; i++) {
                z[i] *= scale;
            }
            return z;
        }
        byte[] data = bytes(source, all, link, (long) map.points() * type.bytes());
        if (data == null) {
            throw new DatasetFormatException(source.name(), "main.xml, PointDataLink", "there is no part " + link);
        }
        double[] z = SurfaceBytes.of(source.name(), data, ByteOrder.LITTLE_ENDIAN).values(type, 0, map.points());
        String valid = xml.text("ValidPointsLink", "");
        byte[] mask = valid.isEmpty() ? null : bytes(source, all, valid, map.points() / 8 + 1);
        for (int i = 0; i < z.length; i++) {
            boolean measured = mask == null || i / 8 >= mask.length || (mask[i / 8] >> i % 8 & 1) == 1;
            z[i] = measured ? z[i] * scale : Double.NaN;
        }
        return z;
    }

    /** The first {@code most} bytes of a part of the archive; null if there is none. */
    private static byte[] bytes(Source source, byte[] all, String name, long most) throws IOException {
        if (most > LARGEST_PART || most > (long) all.length * TIGHTEST) {
            throw new DatasetFormatException(source.name(), name, "can't hold " + most + " bytes");
        }
        return part(source, all, name, in -> in.readNBytes((int) most));
    }

    /** What is made of a part of an archive. */
    private interface Content<T> {
        T of(InputStream in) throws IOException;
    }

    /** What is made of a part of the archive; null if there is none. */
    private static <T> T part(Source source, byte[] all, String name, Content<T> content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(name) || e.getName().endsWith("/" + name)) {
                    return content.of(zip);
                }
            }
            return null;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DatasetFormatException(source.name(), "archive", "is damaged: " + e.getMessage(), e);
        }
    }
}
