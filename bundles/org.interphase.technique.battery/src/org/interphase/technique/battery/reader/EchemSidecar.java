package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.StatedColumn;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.electro.record.StatedFacts;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The metadata file beside a CSV of echemdb ({@code name.csv.meta.yaml}): which column is in which unit, against which
 * reference, what was measured and how fast, the electrode's diameter.
 *
 * @param file name of the metadata file
 * @param content its content
 */
record EchemSidecar(String file, Map<?, ?> content) {

    private static final long LIMIT = 1 << 20;
    private static final int MOST_ALIASES = 20;

    /** The metadata beside a file, if there is one that describes columns. */
    static Optional<EchemSidecar> of(SourceHead head) {
        if (!head.hasExtension("csv") || head.source() == null) {
            return Optional.empty();
        }
        String name = head.name();
        for (String other : List.of(name + ".meta.yaml", name.replaceFirst("(?i)\\.csv$", ".meta.yaml"))) {
            Optional<Source> beside = head.source().sibling(other);
            if (beside.isPresent()) {
                try {
                    String text = new String(beside.get().readAll(LIMIT), StandardCharsets.UTF_8);
                    Object loaded = new Load(LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES)
                            .setLabel(other).build()).loadFromString(text);
                    EchemSidecar sidecar = loaded instanceof Map<?, ?> m ? new EchemSidecar(other, m) : null;
                    if (sidecar != null && !sidecar.fields().isEmpty()) {
                        return Optional.of(sidecar);
                    }
                } catch (IOException | YamlEngineException e) {
                    // a file beside that can't be read says nothing of this one
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Object at(Object from, String... path) {
        Object o = from;
        for (String key : path) {
            o = o instanceof Map<?, ?> m ? m.get(key) : null;
        }
        return o;
    }

    private static String text(Object o) {
        return o == null ? "" : String.valueOf(o);
    }

    private List<Map<?, ?>> fields() {
        List<Map<?, ?>> out = new ArrayList<>();
        if (at(content, "figure description", "fields") instanceof List<?> list) {
            for (Object o : list) {
                if (o instanceof Map<?, ?> m && m.get("name") != null) {
                    out.add(m);
                }
            }
        }
        return out;
    }

    private static Optional<Unit> unit(Object text) {
        return HeadingUnits.of(text(text).replace(" / ", "/").replace(" ", "."));
    }

    /** The record, its columns as the metadata describe them. */
    Table read(Source source, Progress progress) throws IOException {
        List<StatedColumn> columns = new ArrayList<>();
        for (Map<?, ?> f : fields()) {
            String name = text(f.get("name"));
            Optional<Unit> unit = unit(f.get("unit"));
            Optional<RecordRole> role = RecordRole.of(RecordHeading.key(name));
            if (unit.isPresent() && role.isPresent() && role.get().takes(unit.get())) {
                columns.add(new StatedColumn(role.get().column(), name, name, unit));
            }
        }
        if (source.stated().text(Fact.COLUMNS).isPresent()) {
            columns = new ArrayList<>(StatedHeadings.of(source.stated()));
        }
        if (columns.stream().noneMatch(c -> c.what().equals(RecordColumns.VOLTAGE))) {
            throw new DatasetFormatException(source.name(), "", "'" + file + "' beside it describes no column of a "
                    + "voltage");
        }
        TableText.Read read = TableText.read(source, columns, progress);
        Metadata m = metadata();
        String kind = kind();
        Table table = new RecordTables(described(read.table()), kind.equals(RecordColumns.CYCLING)
                ? Instrument.UNKNOWN : Instrument.POTENTIOSTAT, source.stated(), read.openDates())
                .table(source.name().replaceFirst("(?i)\\.csv$", ""), m, read.zone());
        StatedFacts facts = StatedFacts.of(source.stated(), table.metadata());
        DatasetHeader header = table.header().withKind(kind).withMetadata(facts.metadata())
                .remarking(Remark.info("Units, reference electrode and kind of measurement are from '" + file
                        + "' beside the file."));
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        return table.withHeader(header);
    }

    /** The table with the units of columns that have no role, such as a current density. */
    private RawTable described(RawTable table) {
        List<RawColumn> out = new ArrayList<>();
        for (RawColumn c : table.columns()) {
            RecordHeading h = c.heading();
            for (Map<?, ?> f : fields()) {
                if (h.role().isEmpty() && h.unit().isEmpty() && h.text().equals(text(f.get("name")))) {
                    h = new RecordHeading(h.text(), h.name(), h.role(), unit(f.get("unit")), false);
                }
            }
            out.add(new RawColumn(h, c.kind(), c.pages(), c.words(), c.odd(), c.missing()));
        }
        return new RawTable(table.file(), table.part(), out, table.rows(), table.notes());
    }

    private String kind() {
        return switch (text(at(content, "figure description", "measurement type")).isEmpty()
                ? text(at(content, "measurement type")).toUpperCase(Locale.ROOT)
                : text(at(content, "figure description", "measurement type")).toUpperCase(Locale.ROOT)) {
            case "CV", "BCV" -> RecordKinds.CV;
            case "LSV" -> RecordKinds.LSV;
            case "CA" -> RecordKinds.CA;
            default -> RecordColumns.CYCLING;
        };
    }

    private Metadata metadata() {
        Metadata m = Metadata.EMPTY.with("comment", text(content.get("comment")));
        Object rate = at(content, "figure description", "scan rate");
        if (at(rate, "value") instanceof Number v && Unit.isKnown(text(at(rate, "unit")).replace(" ", ""))) {
            m = m.with("scan rate", v.doubleValue(), text(at(rate, "unit")).replace(" ", ""));
        }
        for (Map<?, ?> f : fields()) {
            m = m.with("reference electrode", text(f.get("reference")));
        }
        if (at(content, "system", "electrodes") instanceof List<?> electrodes) {
            for (Object e : electrodes) {
                if (text(at(e, "function")).equals("working electrode")) {
                    m = m.with("working electrode", text(at(e, "material")));
                    Object d = at(e, "shape", "diameter");
                    if (at(d, "value") instanceof Number v && Unit.isKnown(text(at(d, "unit")))) {
                        double cm = Unit.of(text(at(d, "unit"))).convert(v.doubleValue(), Unit.of("cm"));
                        m = m.with("electrode diameter", v.doubleValue(), text(at(d, "unit")))
                                .with(SampleGeometry.AREA, Math.PI / 4 * cm * cm, "cm2");
                    }
                }
            }
        }
        Object t = at(content, "system", "electrolyte", "temperature");
        if (at(t, "value") instanceof Number v && text(at(t, "unit")).equals("K")) {
            m = m.with("temperature", v.doubleValue(), "K");
        }
        return m;
    }
}
