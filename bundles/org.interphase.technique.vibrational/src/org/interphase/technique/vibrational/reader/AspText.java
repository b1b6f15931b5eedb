package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * PerkinElmer's ASCII spectra (.asp): six numbers, a line each (points, first and last wavenumber, three settings),
 * then one ordinate per line.
 */
final class AspText {

    private static final int SETTINGS = 6;

    private AspText() {
    }

    static boolean looksLike(String text) {
        List<String> lines = DelimitedText.lines(text);
        if (lines.size() < SETTINGS + 1) {
            return false;
        }
        for (int i = 0; i < SETTINGS + 1; i++) {
            if (!lines.get(i).strip().matches("[-+0-9.,eE]+")) {
                return false;
            }
        }
        return true;
    }

    static Dataset read(Source source) throws IOException {
        String file = source.name();
        List<String> lines = DelimitedText.lines(TextDecoder.decode(file, source.readAll(DelimitedText.LIMIT)));
        double[] settings = new double[SETTINGS];
        for (int i = 0; i < SETTINGS; i++) {
            settings[i] = number(file, lines, i);
        }
        List<Double> y = new ArrayList<>();
        for (int i = SETTINGS; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                y.add(number(file, lines, i));
            }
        }
        if (settings[0] != y.size()) {
            throw new DatasetFormatException(file, "line 1", "the file says it has " + settings[0]
                    + " points but has " + y.size());
        }
        int n = y.size();
        if (n < 2 || settings[1] == settings[2]) {
            throw new DatasetFormatException(file, "line 2", n + " points from " + settings[1] + " to "
                    + settings[2] + " make no axis");
        }
        double[] x = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = settings[1] + i * (settings[2] - settings[1]) / (n - 1);
            values[i] = y.get(i);
        }
        // the fifth line tells the ordinate: 2 in all files known, which hold absorbances (not published by the maker)
        Ordinate ordinate = settings[4] == 2 ? Ordinate.ABSORBANCE : Ordinate.ARBITRARY;
        return SpectrumFactory.spectrum(new SpectrumEvidence(file, source.stated(), SpectrumEvidence.Technique.INFRARED,
                SpectrumAbscissa.WAVENUMBER, ordinate, x, values), "line 1", SpectrumFactory.baseName(file), Double.NaN,
                Metadata.EMPTY.with("format", "PerkinElmer ASP"));
    }

    private static double number(String file, List<String> lines, int line) throws DatasetFormatException {
        if (line >= lines.size()) {
            throw new DatasetFormatException(file, "line " + (line + 1), "the file ends inside its six settings");
        }
        try {
            double v = Double.parseDouble(lines.get(line).strip().replace(',', '.'));
            if (Double.isFinite(v)) {
                return v;
            }
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, "line " + (line + 1), "'" + lines.get(line).strip()
                    + "' is no number", e);
        }
        throw new DatasetFormatException(file, "line " + (line + 1), "the number is not finite");
    }
}
