package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.electro.record.StatedFacts;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.displacement.MsdTable;

/**
 * Mean squared displacements over time as columns or rows of delimited text, or of a workbook: times first, then one or
 * more mean squared displacements, each with its spread behind it where there is one. Units stand in the headings or
 * are
 * stated.
 */
public final class MsdTableReader implements DatasetReader {

    private static final Pattern MSD = Pattern.compile("(?i).*(\\bmsd|msd\\b|msd_|_msd|mean.?squared?.?displ|<r\\^?2>"
            + "|<\\(?(dr|\u0394r)).*");
    /** Axes along which displacements are counted: MSD_x, MSD (xy), x MSD. */
    private static final Pattern AXES = Pattern.compile("(?i)(?:msd|displacements?|r\\^?2>)[\\s_(\\[-]*([xyz]{1,3})"
            + "(?![a-z0-9])|(?<![a-z0-9])([xyz]{1,3})[\\s_-]*msd|msd_([abc])(?![a-z0-9])");
    private static final int HEADED = 58;
    private static final int NAMED = 30;

    @Override
    public String id() {
        return "dynamics.msd";
    }

    @Override
    public String title() {
        return "Mean squared displacements";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "dat", "csv", "xvg", "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of(MsdTable.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (!head.isText()) {
            return 0;
        }
        if (first.stated().kind().filter(MsdTable.KIND::equals).isPresent()) {
            return StatedColumns.SURE;
        }
        boolean columns = DelimitedText.columnsIn(head) >= 2;
        String top = head.text().substring(0, Math.min(1500, head.text().length()));
        boolean heading = DelimitedText.lines(top).stream().limit(25).anyMatch(l -> MSD.matcher(l).matches());
        if (columns && heading) {
            return HEADED;
        }
        boolean named = first.name().toLowerCase(Locale.ROOT).contains("msd");
        return named && (columns || NumberRows.looksSo(head.text())) ? NAMED : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<NumberColumn> columns = NumberColumn.of(source, progress);
        if (columns.size() < 2) {
            throw new DatasetFormatException(source.name(), "", "there are no times and mean squared displacements: "
                    + columns.size() + " column or row of numbers");
        }
        NumberColumn time = columns.stream().filter(c -> c.unit().filter(u -> u.isCompatible(Unit.of("s")))
                .isPresent()).findFirst().orElse(columns.get(0));
        Unit timeUnit = unit(source, time, Fact.UNIT, "s", "times");
        List<NumberColumn> msds = columns.stream().filter(c -> c != time && !c.isSpread()
                && MSD.matcher(c.name()).matches()).toList();
        if (msds.isEmpty()) {
            msds = columns.stream().filter(c -> c != time && !c.isSpread()).limit(1).toList();
        }
        if (msds.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there is no column of mean squared displacements");
        }
        List<Dataset> out = new ArrayList<>();
        for (NumberColumn msd : msds) {
            out.add(table(source, columns, time, timeUnit, msd, msds.size() == 1 ? source.name() : source.name() + ", "
                    + msd.name()));
        }
        return out;
    }

    private static Table table(Source source, List<NumberColumn> columns, NumberColumn time, Unit timeUnit,
            NumberColumn msd, String name) throws DatasetFormatException {
        Unit area = unit(source, msd, Fact.SIGNAL_UNIT, "m2", "mean squared displacements");
        List<Column> kept = new ArrayList<>(List.of(Column.of(MsdTable.TIME, timeUnit, time.values()),
                Column.of(MsdTable.MSD, area, msd.values())));
        Metadata told = Metadata.EMPTY.with("file", source.name());
        Matcher axes = AXES.matcher(msd.name());
        if (axes.find()) {
            told = told.with(MsdTable.AXES, axes.group(axes.start(1) >= 0 ? 1 : axes.start(2) >= 0 ? 2 : 3)
                    .toLowerCase(Locale.ROOT));
        }
        StatedFacts facts = StatedFacts.of(source.stated(), told);
        DatasetHeader header = DatasetHeader.of(name, MsdTable.KIND, facts.metadata());
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        int next = columns.indexOf(msd) + 1;
        NumberColumn spread = next < columns.size() ? columns.get(next) : null;
        if (spread != null && spread != time && (spread.isSpread() || spread.name().isBlank())) {
            kept.add(Column.of(MsdTable.SPREAD, area, spread.spreadOf(source, msd, area)));
            if (spread.name().isBlank()) {
                header = header.remarking(Remark.info("The third numbers have no heading; they are taken as a spread "
                        + "of the mean squared displacements, in the same unit."));
            }
        }
        return new Table(header, kept);
    }

    private static Unit unit(Source source, NumberColumn column, Fact fact, String like, String what)
            throws DatasetFormatException {
        Unit unit = source.stated().unit(fact).or(column::unit).orElse(null);
        if (unit == null) {
            throw Stated.missing(source.name(), "", "The file does not state the unit of its " + what
                    + (fact == Fact.UNIT ? " (ps, fs ..., instead of the eV of the example)" : " (Angstrom2, nm2 "
                    + "...)"), fact);
        }
        if (!unit.isCompatible(Unit.of(like))) {
            throw new DatasetFormatException(source.name(), "", "'" + unit.text() + "' is no unit of " + what);
        }
        return unit;
    }
}
