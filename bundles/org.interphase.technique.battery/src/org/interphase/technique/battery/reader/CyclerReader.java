package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.StatedFacts;
import org.interphase.io.TableFile;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/**
 * Records of battery cyclers (text, workbook, Parquet): Neware, Arbin, Maccor, Novonix, PEC, Basytec, Digatron, LAND,
 * Battery Data Format, Battery Archive and plain columns. The table is found by the headings of its columns, wherever
 * it begins.
 */
public final class CyclerReader implements DatasetReader {

    /** How texts of EC-Lab, BT-Lab and Gamry begin, which have readers of their own. */
    private static final List<String> OTHERS = List.of("EC-Lab ASCII", "BT-Lab ASCII", "EXPLAIN");
    private static final int KNOWN = 90;
    private static final int WHOLE = 80;
    private static final int PARTIAL = 62;
    /** By the name alone: whoever knows the content comes before. */
    private static final int NUMBERED = 12;

    @Override
    public String id() {
        return "battery.cycler";
    }

    @Override
    public String title() {
        return "Record of a battery cycler (text, workbook, Parquet)";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "xlsx", "parquet", "dat", "asc");
    }

    @Override
    public List<String> kinds() {
        return List.of(RecordColumns.CYCLING, RecordColumns.CYCLE_TABLE, RecordKinds.CV, RecordKinds.LSV,
                RecordKinds.CA);
    }

    @Override
    public int confidence(SourceHead first) {
        if (isRawMaccor(first)) {
            return NUMBERED;
        }
        SourceHead head = TableFile.head(first);
        if (!head.isText() || OTHERS.stream().anyMatch(head.text()::startsWith)) {
            return 0;
        }
        if (EchemSidecar.of(first).isPresent()) {
            return WHOLE;
        }
        // the columns stated have been found by their headings
        boolean said = head.stated().kind().filter(RecordColumns.CYCLING::equals).isPresent();
        TextHead found = TableText.head(head.text().getBytes(java.nio.charset.StandardCharsets.UTF_8), head.stated());
        if (found == null) {
            // headings in an encoding the head's text does not know, such as GB18030
            found = TableText.head(head.bytes(), head.stated());
        }
        if (found == null) {
            // a long list of a program's steps may stand before the headings
            boolean novonix = head.text().contains("[Summary]") && head.text().contains("Novonix");
            return novonix ? KNOWN : said ? PARTIAL : 0;
        }
        Set<RecordRole> roles = TextHead.roles(found.headings());
        boolean impedance = found.headings().stream().anyMatch(h -> RecordHeading.key(h.name())
                .matches("freq.*|zreal?.*|zre|zimag|zim"));
        Set<RecordRole> bare = EnumSet.noneOf(RecordRole.class);
        found.headings().stream().filter(h -> h.role().isPresent() && h.unit().isEmpty())
                .forEach(h -> bare.add(h.role().get()));
        boolean counted = roles.contains(RecordRole.CYCLE) || roles.contains(RecordRole.STEP)
                || roles.contains(RecordRole.CAPACITY) || roles.contains(RecordRole.CHARGE_CAPACITY);
        if (Instrument.of(found.headings(), found.preamble()) != Instrument.UNKNOWN) {
            return KNOWN;
        }
        if (said || head.stated().text(Fact.COLUMNS).isPresent()) {
            return WHOLE;
        }
        boolean both = roles.contains(RecordRole.VOLTAGE) && roles.contains(RecordRole.CURRENT);
        boolean letters = found.headings().stream().filter(h -> h.role().isPresent())
                .allMatch(h -> RecordHeading.key(h.name()).length() < 2 && h.unit().isEmpty());
        return impedance && !counted ? 20 : letters ? 0 : both && counted ? WHOLE : both ? 70
                : bare.isEmpty() || counted ? PARTIAL : 0;
    }

    /**
     * Whether a file may be the raw file of a Maccor, which is named by number and not text. Its format is not
     * published: what reads it (maccor-utility, Fraunhofer ISC) calls Maccor's own library.
     */
    private static boolean isRawMaccor(SourceHead head) {
        return head.name().matches(".*\\.\\d{3}") && head.bytes().length > 0 && !head.isText();
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        if (isRawMaccor(SourceHead.of(source))) {
            throw new DatasetFormatException(source.name(), "", "a file named by number that is not text is the raw "
                    + "file of a Maccor, whose format is not published, so it is not read; export it as text in MIMS "
                    + "Client (Export to ASCII, with voltage, current, test time and record number) and open that");
        }
        java.util.Optional<EchemSidecar> beside = EchemSidecar.of(SourceHead.of(source));
        if (beside.isPresent()) {
            return List.of(beside.get().read(source, progress));
        }
        SheetTexts sheets = SheetTexts.of(source, progress);
        List<Dataset> out = new ArrayList<>();
        for (SheetTexts.Part part : sheets.parts()) {
            try {
                out.addAll(part(part, sheets.parts().size() > 1, progress));
            } catch (DatasetFormatException e) {
                throw part.name().isEmpty() || e instanceof org.interphase.api.MissingFactException ? e
                        : new DatasetFormatException(e.file(), "sheet '" + part.name() + "'"
                                + (e.position().isEmpty() ? "" : ", " + e.position()), e.reason(), e);
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "no sheet has columns of time and voltage or "
                    + "current");
        }
        return out;
    }

    private static List<Dataset> part(SheetTexts.Part part, boolean several, Progress progress) throws IOException {
        TableText.Read read = TableText.read(part.text(), progress);
        Preamble preamble = new Preamble(read.above());
        Instrument instrument = Instrument.of(read.table().columns().stream().map(RawColumn::heading).toList(),
                read.above());
        String base = part.text().name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        List<Dataset> out = new ArrayList<>();
        List<ChannelRows.Part> channels = ChannelRows.of(read.table());
        for (ChannelRows.Part channel : channels) {
            Metadata m = preamble.metadata();
            m = part.name().isEmpty() ? m : m.with("sheet", part.name());
            m = channels.size() == 1 ? m : m.with("channel", channel.name());
            Table t = new RecordTables(channel.table(), instrument, part.text().stated(), read.openDates())
                    .table(base + (several ? " " + part.name() : "") + (channels.size() == 1 ? "" : " "
                            + channel.name()), m, read.zone());
            org.interphase.model.DatasetHeader header = t.header();
            for (Remark r : channel.remarks()) {
                header = header.remarking(r);
            }
            for (Remark r : preamble.remarks()) {
                header = header.remarking(r);
            }
            for (Remark r : read.remarks()) {
                header = header.remarking(r);
            }
            StatedFacts sample = StatedFacts.of(part.text().stated(), header.metadata());
            header = header.withMetadata(sample.metadata());
            for (Remark r : sample.remarks()) {
                header = header.remarking(r);
            }
            out.add(t.withHeader(header));
        }
        return out;
    }
}
