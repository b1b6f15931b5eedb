package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * Spectra as columns of text (.csv, .txt, .dpt of Bruker, .asp of PerkinElmer): the first column is the abscissa,
 * each further one a spectrum.
 */
public final class SpectrumTextReader implements DatasetReader {

    private static final List<String> WORDS = List.of("wavenumber", "raman", "cm-1", "cm^-1", "1/cm", "absorbance",
            "transmittance", "%t", "cm\u207b\u00b9");

    @Override
    public String id() {
        return "vibrational.text";
    }

    @Override
    public String title() {
        return "Spectrum as text (CSV, DPT, ASP)";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "dpt", "asp", "tsv", "dat");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "ftir.absorbance", "ftir.transmittance", "ftir.reflectance", "ftir.single-beam");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        if (head.hasExtension("asp")) {
            return AspText.looksLike(head.text()) ? 85 : 0;
        }
        int columns = DelimitedText.columnsIn(head);
        if (columns < 2) {
            return 0;
        }
        double[] range = abscissaRange(head);
        boolean plausible = range != null && range[0] >= -200 && range[1] <= 13000 && range[1] - range[0] > 50;
        if (!plausible) {
            return 0;
        }
        String name = head.name().toLowerCase(Locale.ROOT);
        String preamble = preamble(head.text());
        boolean headed = WORDS.stream().anyMatch(preamble::contains);
        boolean named = name.contains("raman") || name.contains("ftir") || name.matches("(.*[^a-z])?(atr|ir)[^a-z].*");
        if (headed) {
            return named ? 78 : 70;
        }
        if (head.hasExtension("dpt")) {
            return 75;
        }
        if (named) {
            return 48;
        }
        // binding energies of usual sources end below 1487 eV; a longer axis of this span is one of wavenumbers
        return columns == 2 && range[0] >= 100 && range[1] > 1600 && range[1] <= 5000 && range[1] - range[0] > 600
                ? 20 : 0;
    }

    private static String preamble(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : DelimitedText.lines(text)) {
            String t = line.replace("\"", "").strip();
            if (!t.isEmpty() && (Character.isDigit(t.charAt(0)) || t.charAt(0) == '-')) {
                break;
            }
            out.append(t.toLowerCase(Locale.ROOT)).append('\n');
        }
        return out.toString();
    }

    /** Smallest and largest first number of the head's lines, null if they are not monotonic. */
    private static double[] abscissaRange(SourceHead head) {
        List<String> lines = DelimitedText.lines(head.text());
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double last = Double.NaN;
        int up = 0;
        int down = 0;
        for (int i = 0; i < lines.size() - 1; i++) {
            String[] fields = lines.get(i).replace("\"", "").strip().split("[,;\\s]+", 2);
            try {
                double v = Double.parseDouble(fields[0]);
                min = Math.min(min, v);
                max = Math.max(max, v);
                up += v > last ? 1 : 0;
                down += v < last ? 1 : 0;
                last = v;
            } catch (NumberFormatException e) {
                last = Double.NaN;
            }
        }
        // a long file's head shows a part of the axis only
        double seen = Math.min(1, (double) head.bytes().length / Math.max(1, head.size()));
        return max > min && Math.min(up, down) <= 0.02 * Math.max(up, down)
                ? new double[] {up > down ? min : Math.max(0, max - (max - min) / seen), up > down
                        ? min + (max - min) / seen : max} : null;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        if (source.extension().equals("asp")) {
            return List.of(AspText.read(source));
        }
        DelimitedText text = DelimitedText.read(source);
        TextBlock block = text.table();
        List<TextColumn> columns = block.columns();
        if (columns.size() < 2) {
            throw new DatasetFormatException(file, block.position(0, 0),
                    "a spectrum needs two columns, abscissa and ordinate");
        }
        double[] x = numbers(file, block, 0);
        Metadata m = Metadata.EMPTY.with("format", "text");
        for (Map.Entry<String, String> e : block.properties().entrySet()) {
            m = m.with(e.getKey(), e.getValue());
        }
        List<Dataset> out = new ArrayList<>();
        String base = SpectrumFactory.baseName(file);
        String hints = (String.join("\n", block.preamble()) + "\n" + columns.get(0).heading())
                .toLowerCase(Locale.ROOT);
        for (int i = 1; i < columns.size(); i++) {
            if (!columns.get(i).words().isEmpty()) {
                continue;
            }
            double[] y = numbers(file, block, i);
            String heading = columns.get(i).heading();
            SpectrumType type = type(file, hints, heading.toLowerCase(Locale.ROOT), x, y);
            double[] abscissa = hints.contains("micron") || hints.contains("\u00b5m") && max(x) < 200
                    ? SpectrumFactory.micrometresToWavenumbers(x) : x;
            String name = columns.size() == 2 ? base : base + " " + (heading.isBlank() ? "#" + i : heading);
            out.add(SpectrumFactory.curve(file, "line " + block.line(0), name, type, abscissa, y, m));
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, block.position(0, 1), "no column of numbers follows the abscissa");
        }
        return out;
    }

    private static double max(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            max = Math.max(max, v);
        }
        return max;
    }

    private static double[] numbers(String file, TextBlock block, int column) throws DatasetFormatException {
        double[] v = block.columns().get(column).values();
        for (int i = 0; i < v.length; i++) {
            if (Double.isNaN(v[i])) {
                throw new DatasetFormatException(file, block.position(i, column), "a number is missing");
            }
        }
        return v.clone();
    }

    private static SpectrumType type(String file, String hints, String heading, double[] x, double[] y) {
        SpectrumType.Ordinate ordinate = SpectrumType.Ordinate.ARBITRARY;
        if (heading.contains("absorb")) {
            ordinate = SpectrumType.Ordinate.ABSORBANCE;
        } else if (heading.contains("transm") || heading.contains("%t")) {
            ordinate = max(y) > 2 ? SpectrumType.Ordinate.PERCENT_TRANSMITTANCE : SpectrumType.Ordinate.TRANSMITTANCE;
        } else if (heading.contains("reflect")) {
            ordinate = max(y) > 2 ? SpectrumType.Ordinate.PERCENT_REFLECTANCE : SpectrumType.Ordinate.REFLECTANCE;
        } else if (heading.contains("single") && heading.contains("beam")) {
            ordinate = SpectrumType.Ordinate.SINGLE_BEAM;
        } else if (heading.contains("count") || heading.contains("cnt")) {
            ordinate = SpectrumType.Ordinate.COUNTS;
        }
        boolean shift = hints.contains("raman") || hints.contains("shift");
        boolean dpt = file.toLowerCase(Locale.ROOT).endsWith(".dpt");
        SpectrumType guess = SpectrumType.guess(dpt ? file + " ftir " : file, ordinate,
                shift ? SpectrumType.Abscissa.RAMAN_SHIFT : SpectrumType.Abscissa.WAVENUMBER, y);
        return guess;
    }
}
