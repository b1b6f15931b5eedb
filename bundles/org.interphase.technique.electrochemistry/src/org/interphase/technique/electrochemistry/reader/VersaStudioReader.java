package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.reader.InstrumentText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * Princeton Applied Research VersaStudio files (.par): sections in angle brackets; a segment names its columns in the
 * line {@code Definition=} and holds comma-separated rows up to its end tag. Rows without frequency (a conditioning
 * step, for example) are no impedance. The layout agrees with published recordings of version 2.52; files of other
 * versions are unverified.
 */
public final class VersaStudioReader implements DatasetReader {

    private static final long LARGEST = 512L << 20;
    private static final Pattern FREQUENCY = Pattern.compile("Frequency.*");
    private static final Pattern REAL = Pattern.compile("Z Real.*");
    private static final Pattern IMAGINARY = Pattern.compile("Z Imag.*");

    @Override
    public String id() {
        return "electrochemistry.versastudio";
    }

    @Override
    public String title() {
        return "VersaStudio (.par)";
    }

    @Override
    public List<String> extensions() {
        return List.of("par");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.startsWith("<Application>") && t.contains("VersaStudio") ? 95
                : t.startsWith("<Application>") && head.hasExtension("par") ? 60 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        Metadata metadata = Metadata.EMPTY;
        ImpedanceRows points = new ImpedanceRows();
        int[] at = null;
        boolean segments = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("</")) {
                at = null;
            } else if (line.startsWith("Definition=")) {
                segments = true;
                at = ImpedanceRows.places(line.substring(line.indexOf('=') + 1).split(","), FREQUENCY, REAL, IMAGINARY);
            } else if (at != null && !line.isEmpty()) {
                points.add(file, i + 1, line.split(","), at);
            } else {
                metadata = property(metadata, line);
            }
        }
        if (points.isEmpty()) {
            throw new DatasetFormatException(file, "", segments
                    ? "no segment has the columns Frequency, Z Real and Z Imag with points in them"
                    : "there is no segment with a 'Definition=' line in the file");
        }
        return points.spectra(source, EisTables.baseName(file), metadata, List.of());
    }

    private static Metadata property(Metadata m, String line) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            return m;
        }
        String value = line.substring(equals + 1).strip();
        return switch (line.substring(0, equals)) {
            case "Name" -> m.with("technique", value);
            case "UserName" -> m.with("operator", value);
            case "DateAcquired" -> m.with("date", value);
            case "TimeAcquired" -> m.with("time", value);
            case "Working Electrode Area (cm2)" -> m.with("electrode area", InstrumentText.numberOrNaN(value), "cm2");
            case "Amplitude (mV RMS)" -> m.with("amplitude", InstrumentText.numberOrNaN(value), "mV");
            default -> m;
        };
    }
}
