package org.interphase.technique.topography.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * X3P of ISO 25178-72:2017: a zip archive whose {@code main.xml} states axes, size and where the points are: in a
 * binary part (little endian, x fastest) or as {@code Datum} elements. Heights are metres; whole numbers are
 * multiplied by the increment of the z axis. What was not measured is NaN, an empty datum, or marked in the part of
 * valid points.
 */
public final class X3pReader implements DatasetReader {

    private static final int LARGEST_XML = 64 << 20;
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
        byte[] xml = part(source, all, "main.xml", LARGEST_XML);
        if (xml == null) {
            throw new DatasetFormatException(source.name(), "", "this is no X3P file: there is no part main.xml");
        }
        Element root = root(source, xml);
        String type = text(root, "FeatureType", "SUR").toUpperCase(java.util.Locale.ROOT);
        if (!type.equals("SUR") && !type.equals("PRF")) {
            throw new DatasetFormatException(source.name(), "main.xml, FeatureType", "'" + type
                    + "' is neither a surface (SUR) nor a profile (PRF)");
        }
        Element ax = axis(source, root, "CX");
        Element ay = axis(source, root, "CY");
        Element az = axis(source, root, "CZ");
        for (Element a : type.equals("SUR") ? List.of(ax, ay) : List.of(ax)) {
            if (!text(a, "AxisType", "I").equalsIgnoreCase("I")) {
                throw new DatasetFormatException(source.name(), "main.xml, " + a.getLocalName(), "points that are not "
                        + "equally spaced are not read");
            }
        }
        MapBuilder map = new MapBuilder(source, whole(source, root, "SizeX"), type.equals("PRF") ? 1
                : whole(source, root, "SizeY"), "main.xml, MatrixDimension");
        double[] z = heights(source, all, root, az, map);
        double x = number(source, ax, "Increment");
        Metadata m = Metadata.EMPTY.with("instrument", (text(root, "Manufacturer", "") + " " + text(root, "Model", ""))
                .strip()).with("date", text(root, "Date", "")).with("comment", text(root, "Comment", ""));
        map.values(z, "m").metadata(m);
        return type.equals("PRF") ? List.of(ProfileBuilder.profile(map.step(x, x, "m", "axis CX").build("")))
                : List.of(map.step(x, number(source, ay, "Increment"), "m", "axes CX and CY").build(""));
    }

    private static double[] heights(Source source, byte[] all, Element root, Element az, MapBuilder map) throws
            IOException {
        SurfaceBytes.Number type = switch (text(az, "DataType", "D")) {
            case "I" -> SurfaceBytes.Number.I16;
            case "L" -> SurfaceBytes.Number.I32;
            case "F" -> SurfaceBytes.Number.F32;
            case "D" -> SurfaceBytes.Number.F64;
            default -> throw new DatasetFormatException(source.name(), "main.xml, CZ", "data type '"
                    + text(az, "DataType", "") + "' is not known");
        };
        double scale = type.isWhole() ? number(source, az, "Increment") : 1;
        double[] z;
        String link = text(root, "PointDataLink", "");
        if (link.isEmpty()) {
            NodeList list = root.getElementsByTagNameNS("*", "Datum");
            if (list.getLength() != map.points()) {
                throw new DatasetFormatException(source.name(), "main.xml, DataList", "there are " + list.getLength()
                        + " points instead of " + map.points());
            }
            z = new double[map.points()];
            for (int i = 0; i < z.length; i++) {
                String t = list.item(i).getTextContent().strip();
                String last = t.substring(t.lastIndexOf(';') + 1);
                try {
                    z[i] = last.isEmpty() ? Double.NaN : Double.parseDouble(last) * scale;
                } catch (NumberFormatException e) {
                    throw new DatasetFormatException(source.name(), "main.xml, Datum " + (i + 1), "'" + last
                            + "' is no number", e);
                }
            }
            return z;
        }
        byte[] data = part(source, all, link, (long) map.points() * type.bytes());
        if (data == null) {
            throw new DatasetFormatException(source.name(), "main.xml, PointDataLink", "there is no part " + link);
        }
        z = SurfaceBytes.of(source.name(), data, ByteOrder.LITTLE_ENDIAN).values(type, 0, map.points());
        String valid = text(root, "ValidPointsLink", "");
        byte[] mask = valid.isEmpty() ? null : part(source, all, valid, map.points() / 8 + 1);
        for (int i = 0; i < z.length; i++) {
            boolean measured = mask == null || i / 8 >= mask.length || (mask[i / 8] >> i % 8 & 1) == 1;
            z[i] = measured ? z[i] * scale : Double.NaN;
        }
        return z;
    }

    /** A part of the archive, its first {@code most} bytes; null if there is none. */
    private static byte[] part(Source source, byte[] all, String name, long most) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(name) || e.getName().endsWith("/" + name)) {
                    if (most > LARGEST_PART || most > (long) all.length * TIGHTEST && !name.equals("main.xml")) {
                        throw new DatasetFormatException(source.name(), name, "can't hold " + most + " bytes");
                    }
                    return zip.readNBytes((int) most);
                }
            }
            return null;
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new DatasetFormatException(source.name(), "archive", "is damaged: " + e.getMessage(), e);
        }
    }

    private static Element root(Source source, byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new DatasetFormatException(source.name(), "main.xml", "is no XML: " + e.getMessage(), e);
        }
    }

    private static Element axis(Source source, Element root, String name) throws DatasetFormatException {
        NodeList list = root.getElementsByTagNameNS("*", name);
        if (list.getLength() == 0) {
            throw new DatasetFormatException(source.name(), "main.xml", "there is no axis " + name);
        }
        return (Element) list.item(0);
    }

    private static String text(Element in, String name, String otherwise) {
        NodeList list = in.getElementsByTagNameNS("*", name);
        return list.getLength() == 0 ? otherwise : list.item(0).getTextContent().strip();
    }

    private static double number(Source source, Element in, String name) throws DatasetFormatException {
        String t = text(in, name, "");
        try {
            return Double.parseDouble(t);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(source.name(), "main.xml, " + name, t.isEmpty() ? "is missing" : "'" + t
                    + "' is no number", e);
        }
    }

    private static long whole(Source source, Element in, String name) throws DatasetFormatException {
        double v = number(source, in, name);
        if (v != Math.rint(v)) {
            throw new DatasetFormatException(source.name(), "main.xml, " + name, v + " is no count");
        }
        return (long) v;
    }
}
