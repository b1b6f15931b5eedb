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
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;
import org.interphase.technique.porosimetry.intrusion.VolumeBasis;

/**
 * Mercury intrusion runs as columns of text or of a workbook: headed with pressure and volume, in reports of
 * porosimeters with their facts above the table, or two bare columns whose highest pressure is that of an instrument.
 */
public final class MercuryReader implements DatasetReader {

    private static final Pattern FIELD = Pattern.compile("(?is).*(mercury|\\bhg\\b|intru|porosim|bvocc|penetromet"
            + "|autopore|poremaster|pore (diameter|radius|size|volume)|porendurchmesser|porenvolumen"
            + "|cumulative (specific )?volume[^\\n]{0,3}(mm3|mm\u00b3|cm3|cm\u00b3|ml|cc) ?/ ?g).*");
    private static final Pattern ISOTHERM = Pattern.compile("(?is).*(adsor|p/p0|p/po|p/p\u00b0|relative pressure).*");
    private static final int STATED = 95;
    private static final int HEADED = 64;
    private static final int BARE = 35;

    @Override
    public String id() {
        return "porosimetry.mercury-table";
    }

    @Override
    public String title() {
        return "Mercury intrusion run (columns)";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "csv", "dat", "tsv", "rpt", "prn", "xlsx", "xls");
    }

    @Override
    public List<String> kinds() {
        return List.of(MercuryTable.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (!head.isText()) {
            return 0;
        }
        if (MercuryColumns.areStated(head.stated())) {
            return STATED;
        }
        if (StatedColumns.suits(head, kinds())) {
            return StatedColumns.SURE;
        }
        String text = head.text();
        if (FIELD.matcher(text).matches() && !ISOTHERM.matcher(text).matches()) {
            boolean pressure = text.lines().limit(200).anyMatch(l -> MercuryColumns.PRESSURE.matcher(l).matches());
            boolean volume = text.lines().limit(200).anyMatch(l -> MercuryColumns.VOLUME.matcher(l).matches());
            return pressure && volume && DelimitedText.columnsIn(head) >= 2 ? HEADED : 0;
        }
        return BareRun.suits(head) ? BARE : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        TableFile file = TableFile.read(source, progress);
        List<Dataset> out = new ArrayList<>();
        List<String> above = new ArrayList<>();
        String sheet = "";
        for (TextBlock block : file.blocks()) {
            if (!block.sheet().equals(sheet)) {
                sheet = block.sheet();
                above.clear();
            }
            // the first that states a fact counts: a block's own lines before those of earlier ones
            above.addAll(0, block.preamble());
            Optional<MercuryColumns> columns = MercuryColumns.stated(source, block);
            columns = columns.isPresent() ? columns : MercuryColumns.headed(block);
            boolean bare = columns.isEmpty() && block.numericColumns().size() == 2
                    && block.columns().stream().allMatch(c -> c.heading().isBlank());
            if (bare) {
                columns = Optional.of(new MercuryColumns(block.columns().indexOf(block.numericColumns().get(0)),
                        block.columns().indexOf(block.numericColumns().get(1)), Optional.empty(), Optional.empty()));
            }
            if (columns.isPresent() && block.rows() > 1) {
                out.add(table(source, block, columns.get(), above));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), file.table().place(0), "no column is headed as a pressure "
                    + "and another as a cumulative volume; say which they are with " + Fact.COLUMNS.option()
                    + " \"pressure=#1 [psi], volume=#2 [cm3]\"");
        }
        return out;
    }

    private static Table table(Source source, TextBlock block, MercuryColumns c, List<String> above)
            throws DatasetFormatException {
        Metadata m = ReportFacts.of(source.name(), above, source.stated());
        String name = block.sheet().isEmpty() ? source.name() : source.name() + ", " + block.sheet();
        DatasetHeader header = DatasetHeader.of(name, MercuryTable.KIND, m);
        double[] p = block.columns().get(c.pressure()).values();
        double[] v = block.columns().get(c.volume()).values();
        Optional<ColumnUnit> pu = c.pressureUnit().or(() -> source.stated().unit(Fact.UNIT).map(u
                -> new ColumnUnit(u, 1)));
        Optional<ColumnUnit> vu = c.volumeUnit().or(() -> source.stated().unit(Fact.SIGNAL_UNIT).map(u
                -> new ColumnUnit(u, 1)));
        double highest = Arrays.stream(p).filter(Double::isFinite).max().orElse(Double.NaN);
        if (pu.isEmpty() && BareRun.isCeiling(highest)) {
            pu = ColumnUnit.of("psi");
            header = header.remarking(Remark.warning(String.format(java.util.Locale.ROOT, "The file does not state "
                    + "the unit of its pressures; psi is taken, as they end at %.0f, where porosimeters of %s psi do. "
                    + "Say it with %s \"pressure=#1 [psi], volume=#2 [cm3]\".", highest, BareRun.ceiling(highest),
                    Fact.COLUMNS.option())).coded("unit-assumed"));
            header = header.withMetadata(header.metadata().with(MercuryTable.PRESSURE_UNIT, MercuryTable.ASSUMED));
        }
        if (vu.isEmpty() && BareRun.isCeiling(highest) && block.columns().get(c.volume()).heading().isBlank()) {
            vu = ColumnUnit.of("cm3");
            header = header.withMetadata(header.metadata().with(MercuryTable.UNITS, MercuryTable.ASSUMED)).remarking(
                    Remark.warning("The file does not state the unit of its volumes; cm3 of the whole sample is "
                    + "taken, and what rests on it is doubtful. Say it with " + Fact.COLUMNS.option()
                    + " \"pressure=#1 [psi], volume=#2 [cm3]\" (or cm3/g, or %).").coded("unit-assumed"));
        }
        ColumnUnit pressure = require(source, pu, "pressures", "psi, MPa ...", Unit.of("Pa"));
        ColumnUnit volume = vu.orElseThrow(() -> missing(source, "volumes", "cm3, cm3/g, or % of the bulk volume"));
        VolumeBasis basis = VolumeBasis.of(volume.unit()).orElseThrow(() -> new DatasetFormatException(source.name(),
                block.place(0), "'" + volume.unit().text() + "' is no unit of intruded volumes"));
        Unit unit = volume.unit();
        double most = Arrays.stream(v).filter(Double::isFinite).max().orElse(0);
        if (basis == VolumeBasis.MASS && UnitSlip.isPlain(unit.convert(most, basis.unit()))) {
            header = header.remarking(UnitSlip.remark(most, unit));
            unit = basis.unit();
        }
        if (basis == VolumeBasis.BULK && most > 100) {
            throw new DatasetFormatException(source.name(), block.place(0), "a volume of " + most + " % of the bulk "
                    + "volume can't be; say the unit with " + Fact.COLUMNS.option());
        }
        return new Table(block.remarkOn(header), List.of(
                Column.of(MercuryTable.PRESSURE, pressure.unit(), pressure.of(p)),
                Column.of(MercuryTable.VOLUME, unit, volume.of(v))));
    }

    private static ColumnUnit require(Source source, Optional<ColumnUnit> unit, String what, String such, Unit like)
            throws DatasetFormatException {
        ColumnUnit u = unit.orElseThrow(() -> missing(source, what, such));
        if (!u.unit().isCompatible(like)) {
            throw new DatasetFormatException(source.name(), "", "'" + u.unit().text() + "' is no unit of " + what);
        }
        return u;
    }

    private static DatasetFormatException missing(Source source, String what, String such) {
        return Stated.missing(source.name(), "", "The file does not state the unit of its " + what + " (" + such
                + "): say \"pressure=#1 [psi], volume=#2 [cm3]\", with the columns of this file", Fact.COLUMNS);
    }
}
