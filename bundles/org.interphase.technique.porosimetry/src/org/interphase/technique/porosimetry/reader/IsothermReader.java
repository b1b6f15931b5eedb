package org.interphase.technique.porosimetry.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.api.StatedColumn;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.porosimetry.sorption.Isotherm;

/** Gas sorption isotherms as columns of text or of a workbook: relative pressure and quantity adsorbed. */
public final class IsothermReader implements DatasetReader {

    private static final Pattern RELATIVE = Pattern.compile("(?i).*(relative pressure|relativdruck|p ?/ ?p ?[0o\u00b0]"
            + "|p_rel|p ?/ ?p_0|p ?/ ?ps(at)?\\b).*");
    private static final Pattern AMOUNT = Pattern.compile("(?i).*(adsorbed|uptake|\\bSTP\\b|loading|sorbed"
            + "|amount).*");
    private static final int STATED = 95;
    private static final int HEADED = 66;
    /** No solid takes up so much gas, in cm3/g at STP. */
    private static final double LARGEST = 1e4;

    @Override
    public String id() {
        return "sorption.isotherm-table";
    }

    @Override
    public String title() {
        return "Gas sorption isotherm (columns)";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "csv", "dat", "tsv", "xlsx", "xls");
    }

    @Override
    public List<String> kinds() {
        return List.of(Isotherm.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (!head.isText()) {
            return 0;
        }
        List<StatedColumn> said = head.stated().text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of());
        if (said.stream().anyMatch(s -> RELATIVE.matcher(s.what()).matches())) {
            return STATED;
        }
        if (StatedColumns.suits(head, kinds())) {
            return StatedColumns.SURE;
        }
        boolean both = head.text().lines().limit(200).anyMatch(l -> RELATIVE.matcher(l).matches()
                && AMOUNT.matcher(l).matches());
        return both && DelimitedText.columnsIn(head) >= 2 ? HEADED : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        TableFile file = TableFile.read(source, progress);
        List<StatedColumn> said = source.stated().text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of());
        List<Dataset> out = new ArrayList<>();
        for (TextBlock block : file.blocks()) {
            int p = find(block, said, RELATIVE);
            int a = find(block, said, AMOUNT);
            if (p >= 0 && a >= 0 && block.rows() > 1) {
                Optional<ColumnUnit> unit = said.stream().filter(s -> AMOUNT.matcher(s.what()).matches())
                        .findFirst().flatMap(StatedColumn::unit).map(u -> new ColumnUnit(u, 1))
                        .or(() -> ColumnUnit.of(block.columns().get(a)))
                        .or(() -> source.stated().unit(Fact.SIGNAL_UNIT).map(u -> new ColumnUnit(u, 1)));
                out.add(table(source, block, p, a, unit.orElseThrow(() -> Stated.missing(source.name(), block.place(0),
                        "The file does not state the unit of the quantity adsorbed (cm3/g for STP, or mmol/g)",
                        Fact.SIGNAL_UNIT))));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), file.table().place(0), "no column is headed as a relative "
                    + "pressure and another as a quantity adsorbed; say which they are with " + Fact.COLUMNS.option()
                    + " \"relative pressure=#1, quantity adsorbed=#2 [cm3/g]\"");
        }
        return out;
    }

    private static int find(TextBlock block, List<StatedColumn> said, Pattern what) {
        for (StatedColumn s : said) {
            for (int i = 0; i < block.columns().size() && what.matcher(s.what()).matches(); i++) {
                TextColumn c = block.columns().get(i);
                if (s.heading().equals("#" + (i + 1)) || s.heading().equalsIgnoreCase(c.name())
                        || s.heading().equalsIgnoreCase(c.heading())) {
                    return i;
                }
            }
        }
        for (int i = 0; i < block.columns().size(); i++) {
            if (block.columns().get(i).isNumeric() && what.matcher(block.columns().get(i).heading()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static Table table(Source source, TextBlock block, int p, int a, ColumnUnit amount)
            throws DatasetFormatException {
        DatasetHeader header = DatasetHeader.of(block.sheet().isEmpty() ? source.name() : source.name() + ", "
                + block.sheet(), Isotherm.KIND, GasFacts.of(Metadata.EMPTY.with("file", source.name()),
                        block.preamble()));
        Unit unit = amount.unit();
        double[] n = amount.of(block.columns().get(a).values());
        boolean volume = unit.isCompatible(Unit.of("cm3/g"));
        if (!volume && !unit.isCompatible(Unit.of("mmol/g"))) {
            throw new DatasetFormatException(source.name(), block.place(0), "'" + unit.text() + "' is no unit of gas "
                    + "adsorbed per mass; cm3/g (STP) or mmol/g is needed");
        }
        double most = Arrays.stream(n).filter(Double::isFinite).max().orElse(0);
        if (volume && unit.convert(most, Unit.of("cm3/g")) > LARGEST) {
            header = header.remarking(UnitSlip.remark(most, unit));
            unit = Unit.of("cm3/g");
        }
        double[] x = block.columns().get(p).values();
        if (Arrays.stream(x).anyMatch(v -> v > 1.05)) {
            throw new DatasetFormatException(source.name(), block.place(0), "relative pressures reach above 1; a "
                    + "column "
                    + "of pressures in mmHg or kPa can't be used without the saturation pressure");
        }
        return new Table(block.remarkOn(header), List.of(Column.of(Isotherm.PRESSURE, Unit.ONE, x),
                Column.of(Isotherm.AMOUNT, unit, n)));
    }
}
