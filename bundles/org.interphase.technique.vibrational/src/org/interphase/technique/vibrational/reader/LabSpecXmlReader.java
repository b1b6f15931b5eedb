package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * HORIBA LabSpec 6 XML: elements LSX carry their meaning in the attribute ID (axis 0x7B697861 with values
 * 0x7D6CD4DB, units 0x7C696E75 and type 0x6D707974; names 0x6D6D616E with values 0x7D6C61DB); LSX_Row holds one
 * spectrum each, the first position axis running fastest.
 */
public final class LabSpecXmlReader implements DatasetReader {

    private static final long LIMIT = 1L << 30;
    private static final String AXES = "0x7B697861";
    private static final String VALUES = "0x7D6CD4DB";
    private static final String UNITS = "0x7C696E75";
    private static final String TYPE = "0x6D707974";
    private static final String NAME = "0x6D6D616E";
    private static final String TEXT = "0x7D6C61DB";

    @Override
    public String id() {
        return "vibrational.labspec-xml";
    }

    @Override
    public String title() {
        return "HORIBA LabSpec XML";
    }

    @Override
    public List<String> extensions() {
        return List.of("xml");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "raman.map");
    }

    @Override
    public int confidence(SourceHead head) {
        return head.isText() && head.text().contains("<LSX") ? 95 : 0;
    }

    /** One axis of the file. */
    private static final class AxisPart {
        private double[] values = new double[0];
        private String unit = "";
        private String type = "";
    }

    private static final class Found {
        private final Map<Integer, AxisPart> axes = new TreeMap<>();
        private final List<double[]> rows = new ArrayList<>();
        private final Map<String, String> properties = new LinkedHashMap<>();

        private Metadata metadata() {
            Metadata m = Metadata.EMPTY.with("format", "HORIBA LabSpec XML");
            for (Map.Entry<String, String> e : properties.entrySet()) {
                m = m.with(e.getKey(), e.getValue());
            }
            return LaserLine.describe(m, LaserLine.find(properties));
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        Found found = new Found();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        // a spectrum file has no business naming entities or other files
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = null;
        try {
            // decoded here: the parser prints encoding errors instead of only throwing them
            xml = factory.createXMLStreamReader(new StringReader(TextDecoder.decode(file, source.readAll(LIMIT))));
            scan(file, xml, found, progress);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new DatasetFormatException(file, "line " + line, "the XML is malformed: "
                    + e.getMessage().lines().reduce((a, b) -> b).orElse(""), e);
        } finally {
            close(xml);
        }
        return List.of(dataset(file, source.stated(), found));
    }

    private static void close(XMLStreamReader xml) throws IOException {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException e) {
                throw new IOException("cannot close the XML reader", e);
            }
        }
    }

    private static void scan(String file, XMLStreamReader xml, Found found, Progress progress)
            throws XMLStreamException, DatasetFormatException {
        List<String> ids = new ArrayList<>();
        // name and text of an entry are children of one element, in either order; an entry may lack one of them
        List<String[]> entries = new ArrayList<>(List.of(new String[][] {new String[2]}));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String id = String.valueOf(xml.getAttributeValue(null, "ID"));
                int depth = ids.size();
                boolean inAxis = depth >= 2 && ids.get(depth - 2).equalsIgnoreCase(AXES);
                if (xml.getLocalName().equals("LSX_Row")) {
                    progress.checkCancelled();
                    found.rows.add(numbers(file, xml));
                } else if (inAxis && (id.equalsIgnoreCase(VALUES) || id.equalsIgnoreCase(UNITS)
                        || id.equalsIgnoreCase(TYPE))) {
                    axis(file, xml, found, id, ids.get(depth - 1));
                } else if (id.equalsIgnoreCase(NAME) || id.equalsIgnoreCase(TEXT)) {
                    String[] entry = entries.getLast();
                    entry[id.equalsIgnoreCase(NAME) ? 0 : 1] = xml.getElementText().strip();
                    if (entry[0] != null && entry[1] != null) {
                        found.properties.putIfAbsent(entry[0], entry[1]);
                        Arrays.fill(entry, null);
                    }
                } else {
                    ids.add(id);
                    entries.add(new String[2]);
                    if (ids.size() > 64) {
                        throw new DatasetFormatException(file, "line " + xml.getLocation().getLineNumber(),
                                "elements are nested deeper than 64");
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && !ids.isEmpty()) {
                ids.removeLast();
                entries.removeLast();
            }
        }
    }

    private static void axis(String file, XMLStreamReader xml, Found found, String id, String index)
            throws XMLStreamException, DatasetFormatException {
        int number;
        try {
            number = Integer.decode(index);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, "line " + xml.getLocation().getLineNumber(),
                    "an axis has the number '" + index + "'", e);
        }
        AxisPart part = found.axes.computeIfAbsent(number, k -> new AxisPart());
        if (id.equalsIgnoreCase(VALUES)) {
            part.values = numbers(file, xml);
        } else if (id.equalsIgnoreCase(UNITS)) {
            part.unit = xml.getElementText().strip();
        } else {
            part.type = xml.getElementText().strip();
        }
    }

    private static double[] numbers(String file, XMLStreamReader xml)
            throws XMLStreamException, DatasetFormatException {
        int line = xml.getLocation().getLineNumber();
        StringTokenizer tokens = new StringTokenizer(xml.getElementText());
        double[] out = new double[tokens.countTokens()];
        for (int i = 0; i < out.length; i++) {
            String token = tokens.nextToken();
            try {
                out[i] = Double.parseDouble(token);
            } catch (NumberFormatException e) {
                throw new DatasetFormatException(file, "line " + line + ", number " + (i + 1), "'" + token
                        + "' is no number", e);
            }
        }
        return out;
    }

    private static Dataset dataset(String file, Stated stated, Found found) throws DatasetFormatException {
        AxisPart spectral = found.axes.get(1);
        if (spectral == null || spectral.values.length == 0 || found.rows.isEmpty()) {
            throw new DatasetFormatException(file, "line 1", found.rows.isEmpty()
                    ? "the file has no LSX_Row with intensities"
                    : "the file has no spectral axis (axis 0x1)");
        }
        double[] x = spectral.values;
        for (int i = 0; i < found.rows.size(); i++) {
            if (found.rows.get(i).length != x.length) {
                throw new DatasetFormatException(file, "row " + (i + 1), "the row has " + found.rows.get(i).length
                        + " intensities, the axis " + x.length + " values");
            }
        }
        AxisPart signal = found.axes.getOrDefault(0, new AxisPart());
        String where = "axis 1";
        SpectrumEvidence e = new SpectrumEvidence(file, LabSpecMap.kindOfSpectra(stated),
                SpectrumEvidence.Technique.RAMAN, LabSpecMap.abscissa(file, where, spectral.unit, stated),
                LabSpecMap.ordinate(signal.unit), x, found.rows.get(0));
        if (found.rows.size() == 1) {
            return SpectrumFactory.spectrum(e, where, SpectrumFactory.baseName(file), Double.NaN, found.metadata());
        }
        return map(e, where, found);
    }

    private static Dataset map(SpectrumEvidence e, String where, Found found) throws DatasetFormatException {
        String file = e.file();
        double[] x = e.x();
        List<AxisPart> navigation = found.axes.entrySet().stream()
                .filter(a -> a.getKey() >= 2 && a.getValue().values.length > 1).map(Map.Entry::getValue).toList();
        long cells = navigation.stream().mapToLong(a -> a.values.length).reduce(1, (a, b) -> a * b);
        if (cells != found.rows.size() || navigation.isEmpty()) {
            throw new DatasetFormatException(file, "line 1", "the position axes make " + cells
                    + " places, the file has "
                    + found.rows.size() + " spectra");
        }
        double[] flat = new double[x.length * found.rows.size()];
        double[][] positions = new double[navigation.size()][found.rows.size()];
        List<Column> names = new ArrayList<>();
        for (AxisPart a : navigation) {
            names.add(Column.of(LabSpecMap.positionName(a.type),
                    Unit.isKnown(a.unit) && !a.unit.isEmpty() ? Unit.of(a.unit) : Unit.of("um"), new double[0]));
        }
        for (int i = 0; i < found.rows.size(); i++) {
            System.arraycopy(found.rows.get(i), 0, flat, i * x.length, x.length);
            int rest = i;
            for (int k = 0; k < navigation.size(); k++) {
                double[] v = navigation.get(k).values;
                positions[k][i] = v[rest % v.length];
                rest /= v.length;
            }
        }
        return LabSpecMap.of(e, where, flat, positions, names, found.metadata());
    }
}
