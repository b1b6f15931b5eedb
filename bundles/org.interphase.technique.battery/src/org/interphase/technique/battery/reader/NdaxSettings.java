package org.interphase.technique.battery.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What the XML parts of an .ndax archive say. A part that can't be read says nothing; the record does not need it. */
final class NdaxSettings {

    private Metadata metadata = Metadata.EMPTY.with("instrument", "Neware");
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Integer, Integer> channelTypes = new TreeMap<>();

    /** Reads a part by its name. */
    void read(String part, byte[] content) {
        Element root;
        try {
            root = parse(content);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            metadata = metadata.with("unreadable part", part);
            return;
        }
        switch (part) {
            case "VersionInfo.xml" -> attribute(root, "ZwjVersion", "SvrVer", "software");
            case "Step.xml" -> step(root);
            default -> test(root);
        }
    }

    /** What is to be said of it. */
    List<Remark> remarks() {
        return remarks;
    }

    /** What is known of the test. */
    Metadata metadata() {
        return metadata;
    }

    /** Type of the channel with a number, 0 where none is told. */
    int type(int channel) {
        return channelTypes.getOrDefault(channel, 0);
    }

    private static Element parse(byte[] content) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        // the usual handler, or none, writes to the error stream
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
    }

    private void attribute(Element root, String tag, String name, String key) {
        NodeList found = root.getElementsByTagName(tag);
        if (found.getLength() > 0) {
            metadata = metadata.with(key, ((Element) found.item(0)).getAttribute(name));
        }
    }

    private void step(Element root) {
        attribute(root, "Remark", "Value", "comment");
        attribute(root, "Creator", "Value", "operator");
        NodeList mass = root.getElementsByTagName("SCQ");
        if (mass.getLength() > 0) {
            EnteredAmounts amounts = new EnteredAmounts(metadata, EnteredAmounts.Untyped.CYCLER)
                    .mass("SCQ", milligrams(((Element) mass.item(0)).getAttribute("Value")), "mg");
            metadata = amounts.metadata();
            remarks.addAll(amounts.remarks());
        }
    }

    private static double milligrams(String micrograms) {
        try {
            return Double.parseDouble(micrograms) / 1000;
        } catch (NumberFormatException e) {
            // no mass was entered
            return Double.NaN;
        }
    }

    private void test(Element root) {
        NodeList tests = root.getElementsByTagName("TestInfo");
        if (tests.getLength() == 0) {
            return;
        }
        Element test = (Element) tests.item(0);
        String start = test.getAttribute("StartTime");
        metadata = metadata.with("channel", joined(test, "DevID", "UnitID", "ChlID")).with("test", test
                .getAttribute("TestID")).with("barcode", test.getAttribute("Barcode"))
                .with(RecordColumns.STARTED, start.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
                        ? start.replace(' ', 'T') : null);
        for (Node n = test.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().startsWith("Aux")) {
                channelTypes.put(number(e, "RealChlID"), number(e, "ChlType"));
            }
        }
    }

    private static String joined(Element e, String... names) {
        StringBuilder out = new StringBuilder();
        for (String n : names) {
            out.append(out.isEmpty() ? "" : "-").append(e.getAttribute(n));
        }
        return out.toString().replace("-", "").isEmpty() ? null : out.toString();
    }

    private static int number(Element e, String name) {
        try {
            return Integer.parseInt(e.getAttribute(name));
        } catch (NumberFormatException x) {
            return 0;
        }
    }
}
