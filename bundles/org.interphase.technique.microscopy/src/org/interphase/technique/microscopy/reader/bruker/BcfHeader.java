package org.interphase.technique.microscopy.reader.bruker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Pixels;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The XML header of a map: pictures of the other detectors, the chosen X-ray lines, the sum spectrum and its energy
 * scale.
 *
 * @param values single values by class and tag, for example {@code TRTSEMData.HV}
 * @param planes pictures that hold anything, of the size of the map or of the overview
 * @param lines X-ray lines the analyst chose
 * @param spectra sum spectrum of each map by its number
 * @param width pixels of the map's pictures, 0 if there are none
 * @param height rows of the map's pictures
 */
record BcfHeader(Map<String, String> values, List<Plane> planes, List<Line> lines, Map<Integer, Sum> spectra, int width,
        int height) {

    private static final int MOST_BYTES = 1 << 28;

    /** A picture. */
    record Plane(String title, int width, int height, Pixels pixels, boolean overview) {
    }

    /**
     * A chosen X-ray line.
     *
     * @param element symbol
     * @param line for example KA
     * @param energy of the line in keV
     * @param width of the window in keV that counts for it
     */
    record Line(String element, String line, double energy, double width) {
    }

    /**
     * A sum spectrum.
     *
     * @param offset energy of channel 0 in keV
     * @param step keV per channel
     * @param counts by channel
     */
    record Sum(double offset, double step, double[] counts) {
    }

    static BcfHeader read(SfsContainer container, String path) throws IOException {
        Element root;
        try (InputStream in = container.open(path)) {
            byte[] xml = in.readNBytes(MOST_BYTES);
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            // the default handler writes to the standard error output
            builder.setErrorHandler(new org.xml.sax.helpers.DefaultHandler());
            root = child(builder.parse(new java.io.ByteArrayInputStream(xml)).getDocumentElement(), "ClassInstance",
                    "TRTSpectrumDatabase");
        } catch (SAXException e) {
            throw container.error(path, 0, "the XML header is damaged: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        if (root == null) {
            throw container.error(path, 0, "the XML header describes no map (TRTSpectrumDatabase is missing)");
        }
        return new Parser(container, path).parse(root);
    }

    /** A single number, NaN if there is none. */
    double number(String key) {
        return number(values.get(key), Double.NaN);
    }

    private static double number(String text, double otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            // written in the country's manner by some versions
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static List<Element> children(Element parent, String tag, String type) {
        List<Element> out = new ArrayList<>();
        for (Node n = parent == null ? null : parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals(tag)
                    && (type == null || e.getAttribute("Type").equals(type))) {
                out.add(e);
            }
        }
        return out;
    }

    private static Element child(Element parent, String tag, String type) {
        List<Element> all = children(parent, tag, type);
        return all.isEmpty() ? null : all.get(0);
    }

    private static String text(Element parent, String tag) {
        Element e = child(parent, tag, null);
        return e == null ? null : e.getTextContent();
    }

    private record Parser(SfsContainer container, String path) {

        BcfHeader parse(Element root) throws DatasetFormatException {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("Name", root.getAttribute("Name"));
            Element head = child(root, "Header", null);
            values.put("Date", (text(head, "Date") + " " + text(head, "Time")).replace("null", "").strip());
            for (String type : new String[] {"TRTSEMData", "TRTSEMStageData"}) {
                for (Node n = child(root, "ClassInstance", type) == null ? null
                        : child(root, "ClassInstance", type).getFirstChild(); n != null; n = n.getNextSibling()) {
                    if (n instanceof Element e) {
                        values.putIfAbsent(type + "." + e.getTagName(), e.getTextContent());
                    }
                }
            }
            List<Plane> planes = new ArrayList<>();
            int width = 0;
            int height = 0;
            for (Element image : children(root, "ClassInstance", "TRTImageData")) {
                if (image.getAttribute("Name").isEmpty()) {
                    width = whole(image, "Width");
                    height = whole(image, "Height");
                    planes(image, false, planes);
                }
            }
            List<Line> lines = new ArrayList<>();
            for (Element box : children(root, "ClassInstance", "TRTContainerClass")) {
                for (Element e : children(child(box, "ChildClassInstances", null), "ClassInstance", null)) {
                    if (e.getAttribute("Type").equals("TRTElementInformationList")) {
                        lines(e, lines);
                    }
                    if (e.getAttribute("Name").equals("OverviewImages")) {
                        for (Element image : children(child(e, "ChildClassInstances", null), "ClassInstance",
                                "TRTImageData")) {
                            planes(image, true, planes);
                        }
                    }
                }
            }
            return new BcfHeader(values, planes, lines, spectra(root), width, height);
        }

        private int whole(Element parent, String tag) throws DatasetFormatException {
            double v = number(text(parent, tag), 0);
            if (!(v >= 0 && v <= 1 << 16)) {
                throw container.error(path, 0, tag + " of a picture is " + v);
            }
            return (int) v;
        }

        private void planes(Element image, boolean overview, List<Plane> out) throws DatasetFormatException {
            int w = whole(image, "Width");
            int h = whole(image, "Height");
            int bytes = whole(image, "ItemSize");
            int n = Math.min(256, whole(image, "PlaneCount"));
            for (int i = 0; i < n; i++) {
                Element plane = child(image, "Plane" + i, null);
                String data = plane == null ? null : text(plane, "Data");
                if (data == null) {
                    continue;
                }
                byte[] raw;
                try {
                    raw = Base64.getMimeDecoder().decode(data);
                } catch (IllegalArgumentException e) {
                    throw container.error(path, 0, "picture " + i + " is no Base64 text: " + e.getMessage());
                }
                if (bytes != 1 && bytes != 2 && bytes != 4 || raw.length != (long) w * h * bytes || raw.length == 0) {
                    throw container.error(path, 0, "picture " + i + " has " + raw.length + " bytes for " + w + " x " + h
                            + " pixels of " + bytes + " bytes");
                }
                Pixels pixels = pixels(raw, bytes);
                if (pixels != null) {
                    String title = text(plane, "Description");
                    out.add(new Plane(title == null || title.isBlank() ? "picture " + (i + 1) : title.strip(), w, h,
                            pixels, overview));
                }
            }
        }

        /** Null if all are zero: channels that were not recorded are stored so. */
        private static Pixels pixels(byte[] raw, int bytes) {
            boolean empty = true;
            for (byte b : raw) {
                empty &= b == 0;
            }
            if (empty) {
                return null;
            }
            var b = java.nio.ByteBuffer.wrap(raw).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            int n = raw.length / bytes;
            if (bytes == 1) {
                return Pixels.ofBytes(raw);
            }
            if (bytes == 2) {
                short[] out = new short[n];
                b.asShortBuffer().get(out);
                return Pixels.ofShorts(out);
            }
            float[] out = new float[n];
            for (int i = 0; i < n; i++) {
                out[i] = b.getInt(4 * i) & 0xffffffffL;
            }
            return Pixels.ofFloats(out);
        }

        private static void lines(Element list, List<Line> out) {
            for (Element regions : children(list, "ClassInstance", "TRTSpectrumRegionList")) {
                for (Element r : children(child(regions, "ChildClassInstances", null), "ClassInstance",
                        "TRTSpectrumRegion")) {
                    double energy = number(text(r, "Energy"), Double.NaN);
                    double width = number(text(r, "Width"), Double.NaN);
                    String line = text(r, "Line");
                    if (energy > 0 && !r.getAttribute("Name").isBlank()) {
                        out.add(new Line(r.getAttribute("Name").strip(), line == null ? "" : line.strip(), energy,
                                width));
                    }
                }
            }
        }

        private Map<Integer, Sum> spectra(Element root) throws DatasetFormatException {
            Map<Integer, Sum> out = new LinkedHashMap<>();
            for (Node n = root.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (!(n instanceof Element e) || !e.getTagName().matches("SpectrumData\\d{1,4}")) {
                    continue;
                }
                Element s = child(e, "ClassInstance", null);
                Element head = child(s, "ClassInstance", "TRTSpectrumHeader");
                double offset = number(text(head, "CalibAbs"), Double.NaN);
                double step = number(text(head, "CalibLin"), Double.NaN);
                String channels = text(s, "Channels");
                if (!(step > 0) || !Double.isFinite(offset) || channels == null) {
                    throw container.error(path, 0, e.getTagName() + " has no sum spectrum with an energy scale");
                }
                String[] words = channels.split(",");
                double[] counts = new double[words.length];
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = number(words[i], 0);
                }
                out.put(Integer.parseInt(e.getTagName().substring("SpectrumData".length())),
                        new Sum(offset, step, counts));
            }
            return out;
        }
    }
}
