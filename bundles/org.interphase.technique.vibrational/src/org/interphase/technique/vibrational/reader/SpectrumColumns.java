package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.io.CompleteRows;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/** Which columns of a table are abscissae and which are spectra over them. */
final class SpectrumColumns {

    private static final Pattern COUNTER = Pattern.compile("#|no\\.?|nr\\.?|index|pixel|point|punkt|row|zeile|channel|"
            + "kanal|x ?pixel");
    private static final Pattern UNCERTAINTY = Pattern.compile("(^|[^a-z])(sigma|std|stdev|standard deviation|error|"
            + "uncertainty|fehler|unsicherheit)([^a-z]|$)");

    private final String file;
    private final Stated stated;
    private final TextBlock block;
    private final List<Pair> spectra;
    private final SpectrumEvidence.Technique technique;
    private final List<Remark> remarks;

    /**
     * A spectrum of two columns.
     *
     * @param x index of the column of abscissae
     * @param y index of the column of ordinates
     * @param abscissa what the abscissae are
     */
    record Pair(int x, int y, SpectrumAbscissa abscissa) {
    }

    private SpectrumColumns(String file, Stated stated, TextBlock block, List<Pair> spectra, Remark... remarks) {
        this.remarks = List.of(remarks);
        this.file = file;
        this.stated = stated;
        this.block = block;
        this.spectra = List.copyOf(spectra);
        StringBuilder words = new StringBuilder(String.join("\n", block.preamble()));
        block.columns().forEach(c -> words.append('\n').append(c.heading()));
        this.technique = SpectrumEvidence.words(words.toString());
    }

    /** A column's heading with the unit a row of units gives it. */
    private static String heading(TextColumn c) {
        boolean named = c.heading().contains(c.unit().text());
        return !c.hasUnit() || named || SpectrumAbscissa.of(c.heading()) != null ? c.heading()
                : c.heading() + " (" + c.unit().text() + ")";
    }

    /** The columns of a table; null where no heading names an abscissa of a spectrum. */
    static SpectrumColumns find(String file, Stated stated, TextBlock block) {
        List<TextColumn> columns = block.columns();
        SpectrumAbscissa[] abscissae = new SpectrumAbscissa[columns.size()];
        SpectrumAbscissa best = null;
        for (int i = 0; i < abscissae.length; i++) {
            if (columns.get(i).isNumeric() && Ordinate.of(heading(columns.get(i))).filter(Ordinate.Said::isCertain)
                    .isEmpty()) {
                abscissae[i] = SpectrumAbscissa.of(heading(columns.get(i)));
                // of several scales of one axis the one the field uses counts
                best = abscissae[i] != null && (best == null || rank(abscissae[i]) < rank(best)) ? abscissae[i] : best;
            }
        }
        if (best == null) {
            return null;
        }
        List<Pair> pairs = new ArrayList<>();
        int x = -1;
        for (int i = 0; i < abscissae.length; i++) {
            if (abscissae[i] == best) {
                x = i;
            } else if (abscissae[i] == null && columns.get(i).isNumeric() && !isBeside(columns.get(i).heading())) {
                pairs.add(new Pair(x >= 0 ? x : indexOf(abscissae, best), i, best));
            }
        }
        return new SpectrumColumns(file, stated, block, pairs);
    }

    private static int rank(SpectrumAbscissa a) {
        return switch (a) {
            case RAMAN_SHIFT -> 0;
            case WAVENUMBER -> 1;
            default -> 2;
        };
    }

    private static int indexOf(SpectrumAbscissa[] all, SpectrumAbscissa wanted) {
        return Arrays.asList(all).indexOf(wanted);
    }

    private static boolean isBeside(String heading) {
        String h = SpectrumAbscissa.plain(heading);
        return COUNTER.matcher(h).matches() || UNCERTAINTY.matcher(h).find();
    }

    /**
     * The columns of a table whose headings name no abscissa: the first is it, in the unit a person states, or that the
     * kind a person states leaves as the only possible one.
     *
     * @throws DatasetFormatException asking for the unit, if it is open
     */
    static SpectrumColumns unheaded(String file, Stated stated, TextBlock block) throws DatasetFormatException {
        List<Integer> numeric = new ArrayList<>();
        for (int i = 0; i < block.columns().size(); i++) {
            if (block.columns().get(i).isNumeric()) {
                numeric.add(i);
            }
        }
        double[] x = Arrays.stream(block.trimmed(numeric.get(0))).filter(v -> !Double.isNaN(v)).toArray();
        boolean named = stated.kind().isEmpty() && isNamedRaman(file, block, x);
        String kind = named ? "raman" : stated.kind().orElse("");
        boolean raman = kind.equals("raman");
        boolean dpt = file.toLowerCase(java.util.Locale.ROOT).endsWith(".dpt");
        if (kind.isEmpty() || !raman && !dpt || raman && !SpectrumAbscissa.cannotBeRamanWavelengths(x)) {
            String heading = block.columns().get(numeric.get(0)).heading();
            throw Stated.missing(file, block.position(0, numeric.get(0)), (heading.isEmpty() ? "no heading says"
                    : "the heading '" + heading + "' does not say") + " what the abscissa is and in which unit",
                    kind.isEmpty() ? new Fact[] {Fact.KIND, Fact.UNIT} : new Fact[] {Fact.UNIT});
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i : numeric.subList(1, numeric.size())) {
            pairs.add(new Pair(numeric.get(0), i, raman ? SpectrumAbscissa.RAMAN_SHIFT : SpectrumAbscissa.WAVENUMBER));
        }
        return new SpectrumColumns(file, stated, block, pairs, Remark.info(named
                ? "No column has a heading. That this is a Raman spectrum over Raman shift is told by the name of "
                        + "the file, and by an axis that can't be one of wavelengths."
                : "No heading says what the abscissa is; it is taken as " + (raman ? "Raman shift" : "wavenumber")
                        + " in cm-1, as an axis of this kind that can't be one of wavelengths."));
    }

    /** Whether columns without headings are a Raman spectrum by the name of their file. */
    static boolean isNamedRaman(String file, TextBlock block, double[] x) {
        return SpectrumEvidence.words(file) == SpectrumEvidence.Technique.RAMAN
                && block.columns().stream().allMatch(c -> c.heading().isEmpty())
                && SpectrumAbscissa.cannotBeRamanWavelengths(x);
    }

    List<Pair> spectra() {
        return spectra;
    }

    private Ordinate.Said ordinate(Pair p) {
        TextColumn c = block.columns().get(p.y());
        Optional<Ordinate.Said> own = Ordinate.of(heading(c));
        if (own.filter(o -> o.ordinate() != Ordinate.ARBITRARY).isPresent()) {
            return own.get();
        }
        // columns headed by samples: lines above may name the one quantity of all
        List<Ordinate.Said> above = new ArrayList<>();
        for (String line : block.preamble()) {
            String text = line.replaceFirst("^[\\s#%!/;\"]+", "");
            Ordinate.of(text.replaceFirst("^[^:=\\t;]{1,40}[:=\\t;]\\s*", "")).filter(Ordinate.Said::isCertain)
                    .filter(o -> SpectrumAbscissa.of(text) == null).ifPresent(above::add);
        }
        boolean one = !above.isEmpty() && above.stream().map(Ordinate.Said::ordinate).distinct().count() == 1;
        return one && own.isEmpty() ? above.get(0) : own.orElse(new Ordinate.Said(Ordinate.ARBITRARY, 1));
    }

    /** What speaks for the kind of a spectrum, of the rows that have both numbers. */
    SpectrumEvidence evidence(Pair p) {
        return evidence(p, block.complete(p.x(), p.y()));
    }

    private SpectrumEvidence evidence(Pair p, CompleteRows rows) {
        Ordinate.Said said = ordinate(p);
        double[] y = rows.values(1);
        for (int i = 0; i < y.length; i++) {
            y[i] *= said.scale();
        }
        return new SpectrumEvidence(file, stated, technique, p.abscissa(), said.ordinate(), rows.values(0), y);
    }

    /**
     * The dataset of a spectrum, with remarks on rows that lack a number.
     *
     * @throws DatasetFormatException if an abscissa occurs twice, naming both lines, or no row has both numbers
     */
    Dataset dataset(Pair p) throws DatasetFormatException {
        CompleteRows rows = block.complete(p.x(), p.y());
        if (rows.size() == 0) {
            throw new DatasetFormatException(file, block.position(0, p.y()), "no row has both numbers");
        }
        int again = rows.repeated(0);
        if (again >= 0) {
            throw new DatasetFormatException(file, block.position(rows.blockRow(again), p.x()), rows.values(0)[again]
                    + " stands above already: each abscissa may occur once");
        }
        SpectrumEvidence e = evidence(p, rows);
        double laser = LaserLine.find(block.properties());
        Metadata m = Metadata.EMPTY.with("format", "text");
        for (Map.Entry<String, String> entry : block.properties().entrySet()) {
            m = m.with(entry.getKey(), entry.getValue());
        }
        String base = SpectrumFactory.baseName(file);
        String heading = block.columns().get(p.y()).heading();
        String name = spectra.size() == 1 ? base
                : base + " " + (heading.isBlank() ? "#" + (spectra.indexOf(p) + 1) : heading);
        Curve c = SpectrumFactory.spectrum(e, block.place(0), name, laser, LaserLine.describe(m, laser));
        return rows.remarkOn(c.withHeader(SpectrumFactory.remarking(c.header(), remarks, scaled(p))));
    }

    private List<Remark> scaled(Pair p) {
        double scale = ordinate(p).scale();
        return scale == 1 ? List.of() : List.of(Remark.info("The ordinate is headed '"
                + block.columns().get(p.y()).heading() + "'; its values were multiplied by " + scale + "."));
    }
}
