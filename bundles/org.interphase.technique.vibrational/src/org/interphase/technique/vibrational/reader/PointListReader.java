package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextBlock;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * Maps as a list of all points, as Renishaw WiRE writes them: "#X #Y #Wave #Intensity", and the like with time or
 * depth, or "#Wave #Intensity" alone. Spectra follow one another; each has the same place on all its lines.
 */
public final class PointListReader implements DatasetReader {

    private static final int MOST_PLACES = 3;

    @Override
    public String id() {
        return "vibrational.point-list";
    }

    @Override
    public String title() {
        return "Renishaw WiRE text, maps as lists of points";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "csv");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "raman.map", "ftir.map");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        List<String> lines = DelimitedText.lines(head.text());
        for (int i = 0; i < Math.min(60, lines.size()); i++) {
            Headings h = Headings.of(lines.get(i));
            if (h != null && DelimitedText.columnsIn(head) == h.places().size() + 2) {
                return h.wire() ? 92 : h.places().isEmpty() ? 0 : 80;
            }
        }
        return 0;
    }

    /**
     * A line of headings: places, then abscissa, then intensity.
     *
     * @param abscissa what the abscissa is; null for WiRE's "Wave", which is in the unit shown when it was saved
     */
    private record Headings(List<String> places, SpectrumAbscissa abscissa, Ordinate ordinate, boolean wire) {

        static Headings of(String line) {
            List<String> names = Arrays.stream(line.strip().split("\\t+|;|,|\\s{2,}|(?=#)")).map(String::strip)
                    .map(s -> s.replaceFirst("^[#\"]+", "").replaceFirst("\"$", "").strip()).filter(s -> !s.isEmpty())
                    .toList();
            int n = names.size() - 2;
            if (n < 0 || n > MOST_PLACES) {
                return null;
            }
            boolean wire = names.get(n).equalsIgnoreCase("wave") && line.contains("#");
            SpectrumAbscissa abscissa = SpectrumAbscissa.of(names.get(n));
            Optional<Ordinate.Said> y = Ordinate.of(names.get(n + 1));
            if (!wire && abscissa == null || y.isEmpty()) {
                return null;
            }
            List<String> places = new ArrayList<>();
            for (String name : names.subList(0, n)) {
                String p = place(name);
                if (p.isEmpty() || places.contains(p)) {
                    return null;
                }
                places.add(p);
            }
            return new Headings(places, abscissa, y.get().ordinate(), wire);
        }

        private static String place(String name) {
            String p = SpectrumAbscissa.plain(name).replaceFirst("[ (\\[/].*", "");
            return switch (p) {
                case "x", "y", "z", "time", "temperature" -> p;
                case "depth" -> "z";
                case "zeit", "temps" -> "time";
                default -> "";
            };
        }

        private static Unit unit(String place) {
            return Unit.of(switch (place) {
                case "time" -> "s";
                case "temperature" -> "degC";
                default -> "um";
            });
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        TextBlock block = DelimitedText.read(source).table();
        Headings h = headings(file, block);
        int lead = h.places().size();
        if (block.columns().size() != lead + 2 || block.numericColumns().size() != lead + 2) {
            throw new DatasetFormatException(file, "line " + block.line(0), "the rows have " + block.columns().size()
                    + " columns where " + (lead + 2) + " are headed");
        }
        double[][] v = new double[lead + 2][];
        for (int c = 0; c < v.length; c++) {
            v[c] = block.columns().get(c).values();
            for (int i = 0; i < v[c].length; i++) {
                if (Double.isNaN(v[c][i])) {
                    throw new DatasetFormatException(file, block.position(i, c), "a number is missing");
                }
            }
        }
        int points = points(v, lead);
        checkAxis(file, block, v, lead, points);
        double[] x = Arrays.copyOf(v[lead], points);
        SpectrumAbscissa abscissa = abscissa(source, block, h, x);
        Metadata m = Metadata.EMPTY.with("format", h.wire() ? "Renishaw WiRE text" : "list of points");
        SpectrumEvidence e = new SpectrumEvidence(file, kindOfSpectra(source.stated()), h.wire()
                ? SpectrumEvidence.Technique.RAMAN : SpectrumEvidence.words(String.join("\n", block.preamble())),
                abscissa, h.ordinate(), x, Arrays.copyOf(v[lead + 1], points));
        String where = "line " + block.line(0);
        if (points == block.rows()) {
            Dataset one = SpectrumFactory.spectrum(e, where, SpectrumFactory.baseName(file), Double.NaN, m);
            return List.of(one.withHeader(block.remarkOn(one.header())));
        }
        Dataset map = map(e, where, h, v, m);
        return List.of(map.withHeader(block.remarkOn(map.header())));
    }

    private static Headings headings(String file, TextBlock block) throws DatasetFormatException {
        for (String line : block.preamble().reversed()) {
            Headings h = Headings.of(line);
            if (h != null) {
                return h;
            }
        }
        throw new DatasetFormatException(file, "line 1", "no line of headings such as '#X #Y #Wave #Intensity'");
    }

    private static Stated kindOfSpectra(Stated stated) {
        return stated.kind().filter("raman.map"::equals).isPresent() ? stated.with(Fact.KIND, "raman") : stated;
    }

    /** Points of the first spectrum: up to where the place changes, or the abscissa begins again. */
    private static int points(double[][] v, int lead) {
        int n = v[0].length;
        for (int i = 1; i < n; i++) {
            for (int k = 0; k < lead; k++) {
                if (v[k][i] != v[k][0]) {
                    return i;
                }
            }
            if (v[lead][i] == v[lead][0]) {
                return i;
            }
        }
        return n;
    }

    private static void checkAxis(String file, TextBlock block, double[][] v, int lead, int points)
            throws DatasetFormatException {
        int n = block.rows();
        if (n % points != 0) {
            throw new DatasetFormatException(file, "line " + block.line(n - 1), n + " rows are no whole number of "
                    + "spectra of " + points + " points, as the first has: the file may be cut short");
        }
        for (int i = points; i < n; i++) {
            if (v[lead][i] != v[lead][i % points]) {
                throw new DatasetFormatException(file, block.position(i, lead), "the abscissa is " + v[lead][i]
                        + " where the first spectrum has " + v[lead][i % points]);
            }
            for (int k = 0; k < lead; k++) {
                if (v[k][i] != v[k][i - i % points]) {
                    throw new DatasetFormatException(file, block.position(i, k), "the place changes within a spectrum");
                }
            }
        }
    }

    /** What "Wave" is: as stated, or a Raman shift where it can't be wavelengths; else it is asked for. */
    private static SpectrumAbscissa abscissa(Source source, TextBlock block, Headings h, double[] x)
            throws DatasetFormatException {
        if (h.abscissa() != null) {
            return h.abscissa();
        }
        SpectrumAbscissa said = source.stated().unit(Fact.UNIT).map(u -> SpectrumAbscissa.of(u.text())).orElse(null);
        if (said != null) {
            return said == SpectrumAbscissa.WAVENUMBER ? SpectrumAbscissa.RAMAN_SHIFT : said;
        }
        if (!SpectrumAbscissa.cannotBeRamanWavelengths(x)) {
            throw Stated.missing(source.name(), "line " + block.line(0), "'Wave' may be a Raman shift in cm-1 or a "
                    + "wavelength in nm", Fact.UNIT);
        }
        return SpectrumAbscissa.RAMAN_SHIFT;
    }

    private static Dataset map(SpectrumEvidence first, String where, Headings h, double[][] v, Metadata m)
            throws DatasetFormatException {
        SpectrumEvidence.Decision decision = first.decide();
        int points = first.x().length;
        int spectra = v[0].length / points;
        SpectralAxis axis = SpectralAxis.of(first, decision.type(), where, Double.NaN);
        List<Column> positions = new ArrayList<>();
        for (int k = 0; k < h.places().size(); k++) {
            double[] place = new double[spectra];
            for (int i = 0; i < spectra; i++) {
                place[i] = v[k][i * points];
            }
            positions.add(Column.of(h.places().get(k), Headings.unit(h.places().get(k)), place));
        }
        boolean plane = h.places().equals(List.of("x", "y"));
        MapGrid grid = plane ? MapGrid.of(positions.get(0).values(), positions.get(1).values()) : null;
        Dataset map = MapFactory.of(first.file(), where, axis.type(), axis.x(), v[h.places().size() + 1], positions,
                grid, m);
        List<Remark> remarks = new ArrayList<>(decision.remarks());
        if (h.places().isEmpty()) {
            remarks.add(Remark.warning("The file lists " + spectra + " spectra without their places."));
        }
        return ((CurveStack) map).withHeader(SpectrumFactory.remarking(map.header(), remarks, axis.remarks()));
    }
}
