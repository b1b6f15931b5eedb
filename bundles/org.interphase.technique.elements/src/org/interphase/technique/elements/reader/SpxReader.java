package org.interphase.technique.elements.reader;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.TextDecoder;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * Bruker ESPRIT spectra (.spx): XML with the headers TRTSpectrumHardwareHeader (times in ms), TRTESMAHeader (beam
 * energy in keV, angles in degrees) and TRTSpectrumHeader (calibration in keV); the counts stand in Channels.
 */
public final class SpxReader implements DatasetReader {

    private static final long LIMIT = 64L << 20;
    private static final int MOST_CHANNELS = 1 << 17;
    private static final int DEPTH = 64;

    @Override
    public String id() {
        return "elements.spx";
    }

    @Override
    public String title() {
        return "Bruker ESPRIT spectrum (.spx)";
    }

    @Override
    public List<String> extensions() {
        return List.of("spx");
    }

    @Override
    public List<String> kinds() {
        return List.of("eds");
    }

    @Override
    public int confidence(SourceHead head) {
        return head.isText() && head.text().contains("<TRTSpectrum") ? 96 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        // a spectrum has no business naming entities or other files
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> found = new HashMap<>();
        XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(new StringReader(TextDecoder.decode(file, source.readAll(LIMIT))));
            scan(file, xml, found, progress);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new DatasetFormatException(file, "line " + line, "the XML is malformed: "
                    + e.getMessage().lines().reduce((a, b) -> b).orElse(""), e);
        } finally {
            close(xml);
        }
        return List.of(curve(file, found));
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

    /** Texts by the type of the innermost ClassInstance and the element's name; the first of each counts. */
    private static void scan(String file, XMLStreamReader xml, Map<String, String> found, Progress progress)
            throws XMLStreamException, DatasetFormatException {
        Deque<String> classes = new ArrayDeque<>();
        Deque<String> elements = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    progress.checkCancelled();
                    if (elements.size() >= DEPTH) {
                        throw new DatasetFormatException(file, "line " + xml.getLocation().getLineNumber(),
                                "elements are nested deeper than a spectrum has them");
                    }
                    elements.push(xml.getLocalName());
                    String type = xml.getAttributeValue(null, "Type");
                    if (xml.getLocalName().equals("ClassInstance")) {
                        classes.push(type == null ? "" : type);
                        String name = xml.getAttributeValue(null, "Name");
                        if ("TRTSpectrum".equals(type) && name != null) {
                            found.putIfAbsent("name", name);
                        }
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = elements.pop();
                    if (name.equals("ClassInstance")) {
                        classes.pop();
                    } else if (!classes.isEmpty() && !text.toString().isBlank()) {
                        found.putIfAbsent(classes.peek() + "." + name, text.toString().strip());
                    }
                    text.setLength(0);
                }
                default -> {
                    // comments and white space say nothing
                }
            }
        }
    }

    private static Dataset curve(String file, Map<String, String> found) throws DatasetFormatException {
        double[] y = counts(file, found.get("TRTSpectrum.Channels"));
        double step = number(file, found, "TRTSpectrumHeader.CalibLin", true);
        double offset = number(file, found, "TRTSpectrumHeader.CalibAbs", true);
        double stated = number(file, found, "TRTSpectrumHeader.ChannelCount", false);
        if (stated > 0 && stated != y.length) {
            throw new DatasetFormatException(file, "Channels", "there are " + y.length + " channels instead of the "
                    + (long) stated + " stated");
        }
        if (!(step > 0)) {
            throw new DatasetFormatException(file, "CalibLin", "channels must have a width above zero");
        }
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = offset + i * step;
        }
        Metadata m = Metadata.EMPTY.with("format", "Bruker ESPRIT spectrum")
                .with("beam energy", stated(file, found, "TRTESMAHeader.PrimaryEnergy"), "keV")
                .with("live time", stated(file, found, "TRTSpectrumHardwareHeader.LifeTime") / 1000, "s")
                .with("real time", stated(file, found, "TRTSpectrumHardwareHeader.RealTime") / 1000, "s")
                .with("take-off angle", stated(file, found, "TRTESMAHeader.ElevationAngle"), "deg")
                .with("azimuth angle", number(file, found, "TRTESMAHeader.AzimutAngle", false), "deg")
                .with("working distance", stated(file, found, "TRTESMAHeader.WorkingDistance"), "mm")
                .with("detector thickness", stated(file, found, "TRTDetectorHeader.DetectorThickness"), "mm")
                .with("dead layer", number(file, found, "TRTDetectorHeader.SiDeadLayerThickness", false), "um")
                .with("detector", found.get("TRTDetectorHeader.Type")).with("window",
                        found.get("TRTDetectorHeader.WindowType"))
                .with("date", found.get("TRTSpectrumHeader.Date")).with("time", found.get("TRTSpectrumHeader.Time"));
        DatasetHeader header = DatasetHeader.of(found.getOrDefault("name", file), "eds", m);
        try {
            return new Curve(header, Axis.of("Energy", Unit.of("keV"), x, Direction.ASCENDING),
                    MsaReader.signal(true, y));
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, "Channels", e.getMessage(), e);
        }
    }

    /** A number above zero; NaN where there is none, or a zero, which stands for a blank. */
    private static double stated(String file, Map<String, String> found, String key) throws DatasetFormatException {
        double v = number(file, found, key, false);
        return v == 0 ? Double.NaN : v;
    }

    private static double[] counts(String file, String text) throws DatasetFormatException {
        if (text == null) {
            throw new DatasetFormatException(file, "", "there are no Channels: the file holds no spectrum");
        }
        String[] cells = text.split("[,\\s]+");
        if (cells.length > MOST_CHANNELS) {
            throw new DatasetFormatException(file, "Channels", cells.length + " channels are more than a spectrum has");
        }
        double[] y = new double[cells.length];
        for (int i = 0; i < y.length; i++) {
            try {
                y[i] = Double.parseDouble(cells[i]);
            } catch (NumberFormatException e) {
                throw new DatasetFormatException(file, "Channels, channel " + i, "'" + cells[i] + "' is no number", e);
            }
            if (!(y[i] >= 0) || y[i] != Math.rint(y[i])) {
                throw new DatasetFormatException(file, "Channels, channel " + i, cells[i] + " is no count");
            }
        }
        return y;
    }

    /** A number; NaN where it is not there and need not be. */
    private static double number(String file, Map<String, String> found, String key, boolean needed)
            throws DatasetFormatException {
        String name = key.substring(key.indexOf('.') + 1);
        String t = found.get(key);
        if (t == null && needed) {
            throw new DatasetFormatException(file, "", name + " is missing: the energy of a channel is not known");
        }
        try {
            return t == null ? Double.NaN : Double.parseDouble(t.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, name, "'" + t + "' is no number", e);
        }
    }
}
