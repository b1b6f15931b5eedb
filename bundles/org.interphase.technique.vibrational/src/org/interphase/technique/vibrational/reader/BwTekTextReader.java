package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.technique.vibrational.axis.RamanShift;

/**
 * Text of B&amp;W Tek's BWSpec and BWRam: a line "key;value" for each setting, a line of headings that begins with
 * "Pixel", and a line for each pixel of the detector. Pixels beside the calibrated range have no wavelength. The signal
 * is "Dark Subtracted #n", else "Raw data #n". Separator and decimal mark are those of the computer's language.
 */
public final class BwTekTextReader implements DatasetReader {

    private static final String HEADINGS = "pixel";
    private static final List<String> SIGNALS = List.of("dark subtracted", "raw data");

    @Override
    public String id() {
        return "vibrational.bwtek";
    }

    @Override
    public String title() {
        return "B&W Tek text";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "csv");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        String text = head.text().toLowerCase(Locale.ROOT);
        boolean version = text.matches("(?s)^\\W*file version[;,\\t]bw(ram|spec).*");
        boolean columns = text.contains("laser_wavelength") && text.contains("raman shift")
                && SIGNALS.stream().anyMatch(text::contains);
        return version || columns ? 95 : 0;
    }

    /** The lines of a file taken apart. */
    private static final class Layout {
        private final char delimiter;
        private final boolean comma;

        private Layout(String headings, List<String> rows) {
            delimiter = headings.indexOf(';') >= 0 ? ';' : headings.indexOf('\t') >= 0 ? '\t' : ',';
            // with a comma between fields there is no decimal comma
            comma = delimiter != ',' && rows.stream().limit(50).anyMatch(r -> r.indexOf(',') >= 0);
        }

        private List<String> split(String line) {
            return Arrays.stream(line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1))
                    .map(String::strip).toList();
        }

        private double number(String file, int line, String heading, String field) throws DatasetFormatException {
            if (field.isEmpty() || field.equalsIgnoreCase("nan")) {
                return Double.NaN;
            }
            try {
                return Double.parseDouble(comma ? field.replace(',', '.') : field);
            } catch (NumberFormatException e) {
                throw new DatasetFormatException(file, "line " + line + ", '" + heading + "'", "'" + field
                        + "' is no number", e);
            }
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        List<String> lines = DelimitedText.lines(TextDecoder.decode(file, source.readAll(DelimitedText.LIMIT)));
        int start = 0;
        while (start < lines.size() && !lines.get(start).toLowerCase(Locale.ROOT).matches(HEADINGS + "\\W.*")) {
            start++;
        }
        if (start >= lines.size() - 1) {
            throw new DatasetFormatException(file, "line " + lines.size(), "no rows follow a line of headings that "
                    + "begins with 'Pixel'");
        }
        Layout layout = new Layout(lines.get(start), lines.subList(start + 1, lines.size()));
        List<String> headings = layout.split(lines.get(start));
        double[][] columns = columns(file, lines, start, headings, layout, progress);
        Map<String, String> settings = settings(lines.subList(0, start), layout);
        double laser = LaserLine.find(settings);
        int[] pixels = new int[columns[0].length];
        double[] shift = shift(file, start, headings, columns, laser);
        int n = 0;
        for (int i = 0; i < shift.length; i++) {
            if (!Double.isNaN(shift[i])) {
                pixels[n++] = i;
            }
        }
        if (n == 0) {
            throw new DatasetFormatException(file, "line " + (start + 2), "no pixel has a Raman shift");
        }
        List<Dataset> out = new ArrayList<>();
        for (int signal : signals(file, start, headings)) {
            out.add(spectrum(source, headings.get(signal), Arrays.copyOf(pixels, n), shift, columns[signal],
                    describe(settings, laser), out.size(), start));
        }
        return out;
    }

    private static double[][] columns(String file, List<String> lines, int start, List<String> headings,
            Layout layout, Progress progress) throws DatasetFormatException {
        double[][] values = new double[headings.size()][lines.size() - start - 1];
        int n = 0;
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            if ((i & 1023) == 0) {
                progress.checkCancelled();
            }
            List<String> fields = layout.split(lines.get(i));
            // the last field may or may not be followed by a separator
            int named = headings.getLast().isEmpty() ? headings.size() - 1 : headings.size();
            if (fields.size() < named) {
                throw new DatasetFormatException(file, "line " + (i + 1), fields.size() + " fields where " + named
                        + " are headed: the file may be cut short");
            }
            for (int c = 0; c < named; c++) {
                values[c][n] = layout.number(file, i + 1, headings.get(c), fields.get(c));
            }
            n++;
        }
        for (int c = 0; c < values.length; c++) {
            values[c] = Arrays.copyOf(values[c], n);
        }
        return values;
    }

    private static Map<String, String> settings(List<String> lines, Layout layout) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> parts = layout.split(line);
            if (parts.size() >= 2 && !parts.get(0).isEmpty()) {
                out.putIfAbsent(parts.get(0), layout.comma && parts.get(1).matches("-?\\d+,\\d+(E[-+]?\\d+)?")
                        ? parts.get(1).replace(',', '.') : parts.get(1));
            }
        }
        return out;
    }

    /** Raman shifts as stated, else from the wavelengths and the laser's. */
    private static double[] shift(String file, int start, List<String> headings, double[][] columns, double laser)
            throws DatasetFormatException {
        int shift = indexOf(headings, "raman shift");
        if (shift >= 0 && Arrays.stream(columns[shift]).anyMatch(v -> !Double.isNaN(v))) {
            return columns[shift];
        }
        int wavelength = indexOf(headings, "wavelength");
        if (wavelength < 0 || !(laser > 0)) {
            throw new DatasetFormatException(file, "line " + (start + 1), "there is no column 'Raman Shift', and no "
                    + "wavelength with the laser's to make it from");
        }
        return Arrays.stream(columns[wavelength]).map(v -> RamanShift.of(laser, v)).toArray();
    }

    private static int indexOf(List<String> headings, String wanted) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Integer> signals(String file, int start, List<String> headings)
            throws DatasetFormatException {
        for (String signal : SIGNALS) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).toLowerCase(Locale.ROOT).startsWith(signal)) {
                    found.add(i);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new DatasetFormatException(file, "line " + (start + 1), "there is no column 'Dark Subtracted' or "
                + "'Raw data'");
    }

    private static Metadata describe(Map<String, String> settings, double laser) {
        Metadata m = Metadata.EMPTY.with("format", "B&W Tek text");
        for (Map.Entry<String, String> e : settings.entrySet()) {
            m = m.with(switch (e.getKey()) {
                case "title" -> "instrument";
                case "average number" -> "accumulations";
                case "intigration times(ms)" -> "integration time (ms)";
                case "laser_powerlevel" -> "laser power (%)";
                default -> e.getKey();
            }, e.getValue());
        }
        return LaserLine.describe(m, laser);
    }

    private static Dataset spectrum(Source source, String heading, int[] pixels, double[] shift, double[] signal,
            Metadata metadata, int number, int start) throws DatasetFormatException {
        double[] x = new double[pixels.length];
        double[] y = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            x[i] = shift[pixels[i]];
            y[i] = signal[pixels[i]];
            if (Double.isNaN(y[i])) {
                throw new DatasetFormatException(source.name(), "pixel " + pixels[i], "'" + heading
                        + "' has no number though the pixel has a Raman shift");
            }
        }
        String base = SpectrumFactory.baseName(source.name());
        Curve c = SpectrumFactory.curve(source.name(), "line " + (start + 2), number == 0 ? base : base + " "
                + heading, SpectrumType.raman(Ordinate.COUNTS, SpectrumAbscissa.RAMAN_SHIFT), x, y,
                metadata.with("signal", heading));
        int beside = shift.length - pixels.length;
        return beside == 0 ? c : c.withHeader(c.header().remarking(Remark.info(beside + " of " + shift.length
                + " pixels lie beside the calibrated range: they have no Raman shift in the file and are left out.")));
    }
}
