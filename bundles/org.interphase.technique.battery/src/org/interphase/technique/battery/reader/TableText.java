package org.interphase.technique.battery.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.api.StatedColumn;
import org.interphase.io.TextDecoder;
import org.interphase.model.Remark;

/** A cycler's table in a text: finds how it is written from its beginning and end, then reads it. */
final class TableText {

    private static final int HEAD = 1 << 20;
    private static final int TAIL = 1 << 14;
    private static final int SAMPLE = 400;
    private static final long NESTED_LIMIT = 256L << 20;

    private final Source source;
    private final List<StatedColumn> said;

    private TableText(Source source, List<StatedColumn> said) {
        this.source = source;
        this.said = said;
    }

    /**
     * A table read, with what stands above it.
     *
     * @param table the table
     * @param above lines above the headings
     * @param remarks what was stated against the file
     * @param zone offset from UTC the dates are written with; null for none
     * @param openDates whether day and month of the dates could change places
     */
    record Read(RawTable table, List<String> above, List<Remark> remarks, Integer zone, boolean openDates) {
    }

    /** The text with one byte a character for everything that matters: UTF-16 is brought to UTF-8. */
    static Source plain(Source source) throws IOException {
        SourceHead head = SourceHead.of(source);
        byte[] b = head.bytes();
        boolean marked = head.hasBytes(0, 0xff, 0xfe) || head.hasBytes(0, 0xfe, 0xff);
        boolean zeros = b.length > 8 && (b[1] == 0 && b[3] == 0 && b[5] == 0 || b[0] == 0 && b[2] == 0 && b[4] == 0);
        if (!marked && !zeros) {
            return source;
        }
        String text = TextDecoder.decode(source.name(), source.readAll(NESTED_LIMIT));
        return Source.of(source.name(), text.getBytes(StandardCharsets.UTF_8)).stating(source.stated());
    }

    /** The head of a text; null where it has no table of a cycler. */
    static TextHead head(byte[] bytes, Stated stated) {
        return TextHead.of(bytes, StatedHeadings.of(stated));
    }

    static Read read(Source given, Progress progress) throws IOException {
        return read(given, StatedHeadings.of(given.stated()), progress);
    }

    /** Reads a text of whose columns something is known. */
    static Read read(Source given, List<StatedColumn> columns, Progress progress) throws IOException {
        return new TableText(plain(given), columns).read(progress);
    }

    private Read read(Progress progress) throws IOException {
        byte[] bytes = source.read(0, HEAD);
        TextDecoder.decode(source.name(), bytes);
        TextHead head = TextHead.of(bytes, said);
        if (head == null) {
            throw new DatasetFormatException(source.name(), "line 1", "no line heads columns of time and voltage or "
                    + "current" + (said.isEmpty() ? "" : ", nor the columns stated"));
        }
        if (head.nested()) {
            Source flat = flattened(head, progress);
            Read r = new TableText(flat, said).read(progress);
            return new Read(r.table, List.copyOf(head.preamble()), r.remarks, r.zone, r.openDates);
        }
        List<String> sample = sample(head, bytes.length);
        int width = head.trimmed().headings().size();
        char delimiter = head.delimiter();
        if (sample.stream().noneMatch(l -> LineFields.of(l, delimiter).stream().skip(width)
                .anyMatch(c -> !c.isEmpty()))) {
            head = head.trimmed();
        }
        StatedHeadings stated = StatedHeadings.apply(source.name(), head.headings(), said);
        boolean comma = decimalComma(head, sample);
        List<DateText.Order> orders = new ArrayList<>();
        CellKind[] kinds = new CellKinds(stated.headings(), head.delimiter(), comma).of(sample, orders);
        List<RecordHeading> headings = new ArrayList<>(stated.headings());
        for (int c = 0; c < kinds.length; c++) {
            boolean time = headings.get(c).role().filter(r -> r == RecordRole.TIME || r == RecordRole.STEP_TIME)
                    .isPresent();
            headings.set(c, time && kinds[c] == CellKind.DATE ? headings.get(c).dated() : headings.get(c));
        }
        boolean wrapped = LineFields.isWrapped(head.lines().get(Math.max(0, head.headingLine())), head.delimiter());
        String again = head.headingLine() < 0 ? "\n" : head.lines().get(head.headingLine());
        RowPlan plan = new RowPlan(source.name(), headings, kinds, head.delimiter(), comma, wrapped,
                orders.isEmpty() ? DateText.Order.YEAR_FIRST : orders.get(0), again.isEmpty() ? "\n" : again,
                head.charset());
        boolean open = orders.size() > 1;
        if (head.rowLine() >= head.lines().size()) {
            throw new DatasetFormatException(source.name(), "line " + (head.headingLine() + 1),
                    "there are headings, but no rows below them");
        }
        RawTable table = TextRows.read(source, head.offsets().get(head.rowLine()), head.rowLine() + 1L, plan, progress);
        if (table.rows() == 0) {
            throw new DatasetFormatException(source.name(), "line " + (head.headingLine() + 1),
                    "there are headings, but no rows below them");
        }
        if (open && odd(table) > 0) {
            // a row beyond the sample is no date with the day first
            RawTable other = TextRows.read(source, head.offsets().get(head.rowLine()), head.rowLine() + 1L,
                    plan.ordered(DateText.Order.MONTH_FIRST), progress);
            open = odd(other) > 0;
            table = open ? table : other;
        } else if (open) {
            open = table.columns().stream().filter(c -> c.kind() == CellKind.DATE)
                    .noneMatch(c -> OpenDates.isDayFirst(c.pages()));
        }
        return new Read(table, List.copyOf(head.preamble()), stated.remarks(), zone(plan, sample), open);
    }

    /** Cells in columns of dates that are none. */
    private static int odd(RawTable table) {
        return table.columns().stream().filter(c -> c.kind() == CellKind.DATE).mapToInt(RawColumn::odd).sum();
    }

    /** The first rows, and the last ones of a long text. */
    private List<String> sample(TextHead head, int read) throws IOException {
        List<String> rows = new ArrayList<>(head.rows(SAMPLE));
        if (source.size() > read && rows.size() > 1) {
            rows.remove(rows.size() - 1);
        }
        if (source.size() > TAIL) {
            List<String> tail = new String(source.read(source.size() - TAIL, TAIL), head.charset()).lines()
                    .toList();
            rows.addAll(tail.subList(Math.min(1, tail.size()), Math.max(Math.min(1, tail.size()), tail.size() - 1)));
        }
        String heading = head.headingLine() < 0 ? "" : head.lines().get(head.headingLine());
        rows.removeIf(r -> r.isBlank() || r.startsWith("#") || r.equals(heading));
        return rows;
    }

    private boolean decimalComma(TextHead head, List<String> sample) throws DatasetFormatException {
        boolean stated = source.stated().text(Fact.DECIMAL).isPresent();
        if (stated) {
            return source.stated().text(Fact.DECIMAL).get().equals("comma");
        }
        int commas = 0;
        int points = 0;
        int groups = 0;
        String doubtful = "";
        for (String line : sample) {
            for (String cell : LineFields.of(line, head.delimiter())) {
                if (!cell.matches("[+-]?[\\d.,]*\\d([eE][+-]?\\d+)?") || DateText.is(cell)) {
                    continue;
                }
                boolean c = cell.indexOf(',') >= 0;
                boolean p = cell.indexOf('.') >= 0;
                if (c && p) {
                    commas += cell.lastIndexOf(',') > cell.lastIndexOf('.') ? 1 : 0;
                    points += cell.lastIndexOf(',') > cell.lastIndexOf('.') ? 0 : 1;
                } else if (c && cell.matches("[+-]?[1-9]\\d{0,2}(,\\d{3})+")) {
                    groups++;
                    doubtful = doubtful.isEmpty() ? cell : doubtful;
                } else {
                    commas += c ? 1 : 0;
                    points += p ? 1 : 0;
                }
            }
        }
        if (groups > 0 && commas == 0 && points == 0 && head.delimiter() != ',') {
            throw Stated.missing(source.name(), "line " + (head.rowLine() + 1), "'" + doubtful + "' could be two "
                    + "numbers: nothing in the file tells its decimal mark", Fact.DECIMAL);
        }
        return commas > points;
    }

    private Integer zone(RowPlan plan, List<String> sample) {
        for (int c = 0; c < plan.width(); c++) {
            if (plan.kinds()[c] == CellKind.DATE && !sample.isEmpty()) {
                List<String> cells = LineFields.of(sample.get(0), plan.delimiter());
                byte[] b = (c < cells.size() ? cells.get(c) : "").getBytes(StandardCharsets.ISO_8859_1);
                java.util.OptionalInt offset = DateText.offset(b, 0, b.length);
                if (offset.isPresent()) {
                    return offset.getAsInt();
                }
            }
        }
        return null;
    }

    private Source flattened(TextHead head, Progress progress) throws IOException {
        String text = new String(source.readAll(NESTED_LIMIT), head.charset());
        List<List<RecordHeading>> levels = new ArrayList<>();
        for (int i = head.headingLine(); i < head.rowLine(); i++) {
            List<String> cells = LineFields.of(head.lines().get(i), head.delimiter());
            levels.add(cells.subList(NestedRows.depth(cells), cells.size()).stream().map(RecordHeading::of).toList());
        }
        NestedRows.Shape shape = new NestedRows.Shape(levels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, shape.headings().stream().map(RecordHeading::text), head.delimiter());
        int line = 0;
        for (String l : (Iterable<String>) text.lines()::iterator) {
            if (line++ >= head.rowLine()) {
                List<String> row = shape.take(LineFields.of(l, head.delimiter()));
                if (row != null) {
                    write(out, row.stream(), head.delimiter());
                }
                if ((line & 0xffff) == 0) {
                    progress.checkCancelled();
                }
            }
        }
        return Source.of(source.name(), out.toByteArray()).stating(source.stated());
    }

    private static void write(ByteArrayOutputStream out, Stream<String> cells, char delimiter) {
        String line = String.join(String.valueOf(delimiter), cells.map(c -> c.indexOf(delimiter) >= 0
                ? '"' + c + '"' : c).toList());
        out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
