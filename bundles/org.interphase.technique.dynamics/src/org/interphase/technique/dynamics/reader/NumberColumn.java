package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.StatedColumn;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/**
 * Numbers of a file under one heading, whether they stand below or beside each other.
 *
 * @param name what the heading says, without the unit; empty where there is none
 * @param unit the unit in the heading
 * @param values the numbers; NaN where one is missing
 */
record NumberColumn(String name, Optional<Unit> unit, double[] values) {

    private static final Pattern SPREAD = Pattern.compile("std|sigma|error|\\berr\\b|_err|\\bsem\\b|\\bsd\\b"
            + "|uncertainty|spread|deviation|\u00b1|variance");

    /** Whether the heading names a spread or an uncertainty. */
    boolean isSpread() {
        String n = name.toLowerCase(Locale.ROOT);
        return SPREAD.matcher(n).find() || n.startsWith("u(");
    }

    /**
     * The numbers of a spread in the unit that is taken for what it is the spread of: its own unit counts where the
     * heading states another one.
     *
     * @throws DatasetFormatException if that is none of the same quantity, or the heading says variance
     */
    double[] spreadOf(Source source, NumberColumn of, Unit taken) throws DatasetFormatException {
        if (name.toLowerCase(Locale.ROOT).contains("varianc")) {
            throw new DatasetFormatException(source.name(), "", "the column '" + name + "' is a variance; a spread in "
                    + "the unit of '" + of.name + "' is needed (a standard deviation is its square root)");
        }
        if (unit.isEmpty() || unit.equals(of.unit)) {
            return values;
        }
        Unit own = unit.get();
        if (!own.isCompatible(taken)) {
            throw new DatasetFormatException(source.name(), "", "the spread '" + name + "' is in " + own.text()
                    + ", which is no unit of '" + of.name + "' (" + taken.text() + ")");
        }
        return Arrays.stream(values).map(v -> own.convert(v, taken)).toArray();
    }

    /**
     * The columns of a file; its rows where it has few and long ones without headings.
     *
     * @throws DatasetFormatException if there are none, or columns are stated that are not there
     */
    static List<NumberColumn> of(Source source, Progress progress) throws IOException {
        Optional<List<NumberColumn>> rows = NumberRows.of(source);
        if (rows.isPresent()) {
            return rows.get();
        }
        TextBlock block = TableFile.read(source, progress).table();
        List<NumberColumn> out = new ArrayList<>();
        for (TextColumn c : block.columns()) {
            if (c.isNumeric()) {
                boolean headed = !c.heading().isBlank();
                // a unit to a power of many digits is none, and the units library would never end
                boolean unit = c.hasUnit() && !c.unit().text().matches(".*\\d{3}.*");
                out.add(new NumberColumn(headed ? c.name() : "", unit ? Optional.of(c.unit()) : Optional.empty(),
                        c.values()));
            }
        }
        return stated(source, GraceLabels.of(source, out));
    }

    /** The columns under names that are stated of them: {@code time=#1 [ps]}. */
    private static List<NumberColumn> stated(Source source, List<NumberColumn> columns) throws DatasetFormatException {
        List<NumberColumn> out = new ArrayList<>(columns);
        for (StatedColumn s : source.stated().text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of())) {
            int at = -1;
            for (int k = 0; k < columns.size(); k++) {
                if (s.heading().equals("#" + (k + 1)) || s.heading().equalsIgnoreCase(columns.get(k).name)
                        || s.text().equalsIgnoreCase(columns.get(k).name)) {
                    at = k;
                }
            }
            if (at < 0) {
                throw new DatasetFormatException(source.name(), "", "there is no column '" + s.heading() + "'; there "
                        + "are "
                        + columns.stream().map(NumberColumn::name).toList());
            }
            out.set(at, new NumberColumn(s.what(), s.unit().or(columns.get(at)::unit), columns.get(at).values));
        }
        return out;
    }
}
