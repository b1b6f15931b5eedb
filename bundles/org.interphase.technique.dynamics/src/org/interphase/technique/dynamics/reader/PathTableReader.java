package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.path.ReactionPath;

/** Energies along a reaction path under headings, in delimited text or a workbook. */
public final class PathTableReader implements DatasetReader {

    private static final Pattern ENERGY = Pattern.compile("energ|^e$|\\be\\s*[-\u2212]\\s*e0");
    private static final Pattern ENERGY_HEADING = Pattern.compile("energy|\\be\\s*[(\\[/_]?\\s*m?ev\\b");
    private static final Pattern PLACE = Pattern.compile("path|distance|coordinate|arc|displacement|^s$|image");
    private static final Pattern FORCE = Pattern.compile("force|gradient|de/ds");
    private static final Pattern ACROSS = Pattern.compile("perp|across|residual|max|rms|error");
    private static final int HEADED = 57;
    /** kJ/mol of an electronvolt: the elementary charge times the Avogadro constant, both exact. */
    private static final double KILOJOULES = 1.602176634e-19 * 6.02214076e23 / 1000;

    @Override
    public String id() {
        return "dynamics.path-table";
    }

    @Override
    public String title() {
        return "Energies along a reaction path";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of(ReactionPath.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (!head.isText() || DelimitedText.columnsIn(head) < 2) {
            return 0;
        }
        if (first.stated().kind().filter(ReactionPath.KIND::equals).isPresent()) {
            return StatedColumns.SURE;
        }
        return DelimitedText.lines(head.text()).stream().limit(10).map(l -> l.toLowerCase(Locale.ROOT))
                .anyMatch(l -> ENERGY_HEADING.matcher(l).find() && !l.contains("binding") && !l.contains("kinetic")
                        && l.matches(".*(path|distance|reaction|image|arc length).*")) ? HEADED : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<NumberColumn> columns = NumberColumn.of(source, progress);
        NumberColumn energy = find(columns, ENERGY, null).orElseThrow(() -> new DatasetFormatException(source.name(),
                "",
                "there is no column of energies"));
        NumberColumn place = find(columns, PLACE, energy).orElseThrow(() -> new DatasetFormatException(source.name(),
                "",
                "there is no column of places along the path (path, distance, reaction coordinate, image)"));
        PathDataset out = new PathDataset(source, title());
        boolean length = place.unit().filter(u -> u.isCompatible(PathDataset.ANGSTROM)).isPresent();
        out.column(ReactionPath.POSITION, length ? place.unit().orElseThrow() : Unit.ONE, place.values());
        double molar = molar(source, energy);
        double[] e = energy.values();
        out.column(ReactionPath.ENERGY, molar != 1 ? PathDataset.EV : unit(source, energy),
                molar == 1 ? e : Arrays.stream(e).map(v -> v / molar).toArray());
        int next = columns.indexOf(energy) + 1;
        if (next < columns.size() && columns.get(next).isSpread() && !force(columns.get(next))) {
            Unit taken = molar == 1 ? unit(source, energy) : source.stated().unit(Fact.SIGNAL_UNIT).or(energy::unit)
                    .orElseThrow();
            double[] u = columns.get(next).spreadOf(source, energy, taken);
            out.column(ReactionPath.UNCERTAINTY, molar != 1 ? PathDataset.EV : taken, molar == 1 ? u
                    : Arrays.stream(u).map(v -> v / molar).toArray());
        }
        for (NumberColumn c : columns) {
            if (c != energy && c != place && force(c)) {
                force(out, c);
            }
        }
        return out.build();
    }

    private static boolean force(NumberColumn c) {
        return FORCE.matcher(c.name().toLowerCase(Locale.ROOT)).find();
    }

    private static void force(PathDataset out, NumberColumn c) {
        String name = c.name().toLowerCase(Locale.ROOT);
        if (c.unit().filter(u -> u.isCompatible(PathDataset.GRADIENT)).isEmpty()) {
            out.remark(Remark.warning("The column '" + c.name() + "' states no unit of force and is left out."));
        } else if (ACROSS.matcher(name).find()) {
            out.column(ReactionPath.RESIDUAL, c.unit().orElseThrow(), c.values());
        } else {
            boolean gradient = name.contains("gradient") || name.contains("de/ds");
            out.column(ReactionPath.FORCE, c.unit().orElseThrow(), gradient ? Arrays.stream(c.values()).map(v -> -v)
                    .toArray() : c.values());
            out.remark(Remark.info("The column '" + c.name() + "' is taken for " + (gradient ? "dE/ds" : "-dE/ds")
                    + " along the path."));
        }
    }

    /** kJ/mol and kcal/mol (4.184 kJ, the thermochemical calorie) over eV; 1 for units of energy. */
    private static double molar(Source source, NumberColumn energy) {
        String said = source.stated().text(Fact.SIGNAL_UNIT).orElse(energy.unit().map(Unit::text).orElse(""));
        return said.equals("kJ/mol") ? KILOJOULES : said.equals("kcal/mol") ? KILOJOULES / 4.184 : 1;
    }

    private static Unit unit(Source source, NumberColumn energy) throws DatasetFormatException {
        Unit unit = source.stated().unit(Fact.SIGNAL_UNIT).or(energy::unit).orElse(null);
        if (unit == null) {
            throw Stated.missing(source.name(), "", "The file does not state the unit of its energies (eV, meV, "
                    + "kJ/mol)",
                    Fact.SIGNAL_UNIT);
        }
        if (!unit.isCompatible(PathDataset.EV)) {
            throw new DatasetFormatException(source.name(), "", "'" + unit.text() + "' is no unit of energy");
        }
        return unit;
    }

    private static Optional<NumberColumn> find(List<NumberColumn> columns, Pattern name, NumberColumn other) {
        List<NumberColumn> fit = columns.stream().filter(c -> c != other && !c.isSpread() && !force(c)
                && name.matcher(c.name().toLowerCase(Locale.ROOT)).find()).toList();
        // a length is better than a number of an image
        return fit.stream().filter(c -> c.unit().filter(u -> u.isCompatible(PathDataset.ANGSTROM)).isPresent())
                .findFirst().or(() -> fit.stream().findFirst());
    }
}
