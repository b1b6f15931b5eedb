package org.interphase.electro.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;
import org.interphase.model.ColumnPage;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * The records of an EC-Lab binary data module: number of points, number of columns, the columns' numbers, then the
 * records at a place that depends on the version of the module. They are read in pieces, so that a file of millions of
 * records costs no more memory than its columns.
 *
 * @param columns known columns in file order
 * @param unknown numbers of columns this reader does not know
 * @param remarks what was left out or is not certain
 */
record MprRecords(List<Column> columns, List<Integer> unknown, List<Remark> remarks) {

    private static final int HEADER = 1007;
    /** No record is wider than this, as none has more than 255 columns of 8 bytes. */
    private static final int WIDEST = 1 << 14;
    /** Column whose unit public descriptions of the format give differently. */
    private static final int CHARGE_OF_UNCERTAIN_UNIT = 211;

    private record Field(MprColumn column, int offset, int mask) {
    }

    /** Where the records are. */
    private record Layout(int[] ids, int points, int width, long data) {
    }

    /**
     * Decodes a data module of version 0, 2, 3, or 10 and above (EC-Lab 11.50 and newer).
     *
     * @throws DatasetFormatException if the records do not fill the module exactly: none is read half or shifted
     */
    static MprRecords of(Source source, MprModule module, Progress progress) throws IOException {
        Layout layout = layout(source.name(), module, module.read(source, HEADER));
        return decode(source, layout, module.position(), progress);
    }

    private static Layout layout(String file, MprModule module, byte[] head) throws DatasetFormatException {
        ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int version = module.version();
        long position = module.position();
        if (head.length < 8) {
            throw new DatasetFormatException(file, "byte " + position, "the data module has only " + head.length
                    + " bytes");
        }
        long points = Integer.toUnsignedLong(b.getInt(0));
        int count = b.get(4) & 0xff;
        boolean narrow = version == 0;
        int start = version >= 10 ? 6 : 5;
        int data = narrow ? 100 : version == 2 ? 405 : version == 3 ? 406 : HEADER;
        int idsEnd = start + count * (narrow ? 1 : 2);
        if (version != 0 && version != 2 && version != 3 && version < 10) {
            throw new DatasetFormatException(file, "byte " + position, "data module version " + version
                    + " is not known");
        }
        if (count == 0 || idsEnd > data || data > module.length()) {
            throw new DatasetFormatException(file, "byte " + (position + 4), "the data module names " + count
                    + " columns, which do not fit its " + module.length() + " bytes");
        }
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = narrow ? b.get(start + i) & 0xff : b.getShort(start + 2 * i) & 0xffff;
        }
        if (points == 0) {
            throw new DatasetFormatException(file, "byte " + position, "the file has no data points");
        }
        long bytes = module.length() - data;
        if (bytes / points == 0 || bytes % points != 0 || points > Integer.MAX_VALUE - 16) {
            throw new DatasetFormatException(file, "byte " + position, points + " points do not fit into "
                    + bytes + " bytes");
        }
        return new Layout(ids, (int) points, (int) Math.min(bytes / points, WIDEST), position + data);
    }

    private static MprRecords decode(Source source, Layout layout, long position, Progress progress)
            throws IOException {
        int[] ids = layout.ids;
        List<Integer> unknown = new ArrayList<>();
        for (int id : ids) {
            if (MprColumn.flag(id) == null && MprColumn.find(id) == null && MprColumn.findHarmonic(id) == null) {
                unknown.add(id);
            }
        }
        IntFunction<MprColumn> table = MprColumn::find;
        int known = width(ids, table);
        if (known != layout.width && unknown.isEmpty() && width(ids, MprColumn::findHarmonic) == layout.width) {
            table = MprColumn::findHarmonic;
            known = layout.width;
        }
        int rest = layout.width - known;
        if (rest < unknown.size() || unknown.isEmpty() && rest != 0) {
            throw new DatasetFormatException(source.name(), "byte " + position, "a record has " + layout.width
                    + " bytes, but its columns need " + (unknown.isEmpty() ? known : known + " and those unknown "
                            + unknown + " at least one each"));
        }
        // widths of unknown columns: what the known ones leave, shared equally; else columns behind them are lost
        int each = !unknown.isEmpty() && rest % unknown.size() == 0 ? rest / unknown.size() : -1;
        boolean sure = unknown.size() <= 1 || each == 4;
        List<Field> fields = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        int at = 0;
        int flagByte = -1;
        for (int id : ids) {
            MprColumn.Flag flag = MprColumn.flag(id);
            MprColumn column = table.apply(id);
            if (at < 0) {
                if (column != null || flag != null && flagByte < 0) {
                    lost.add(column != null ? column.heading() : flag.heading());
                    continue;
                }
            }
            if (flag != null) {
                flagByte = flagByte < 0 ? at++ : flagByte;
                fields.add(new Field(new MprColumn(flag.heading(), MprColumn.Type.U8), flagByte, flag.mask()));
            } else if (column != null) {
                fields.add(new Field(column, at, 0));
                at += column.type().width;
            } else {
                at = sure && at >= 0 ? at + each : -1;
            }
        }
        return new MprRecords(UniqueNames.of(columns(source, fields, layout, progress)), List.copyOf(unknown),
                remarks(ids, unknown, lost));
    }

    private static List<Remark> remarks(int[] ids, List<Integer> unknown, List<String> lost) {
        List<Remark> out = new ArrayList<>();
        if (!unknown.isEmpty()) {
            out.add(Remark.warning("Columns of unknown meaning are left out; the file numbers them " + unknown.stream()
                    .map(String::valueOf).collect(Collectors.joining(", ")) + "." + (lost.isEmpty() ? ""
                            : " As their width is not known either, those behind them can't be read: "
                                    + String.join(", ", lost) + ".")));
        }
        for (int id : ids) {
            if (id == CHARGE_OF_UNCERTAIN_UNIT) {
                out.add(Remark.warning("The unit of the column Q charge/discharge is not certain (mA.h is assumed; "
                        + "one public description of the format says C): compare it with the integral of the "
                        + "current."));
            }
        }
        return List.copyOf(out);
    }

    /** Bytes the known columns of a record need; all flags share one. */
    private static int width(int[] ids, IntFunction<MprColumn> table) {
        int sum = 0;
        boolean flagged = false;
        for (int id : ids) {
            if (MprColumn.flag(id) != null) {
                sum += flagged ? 0 : 1;
                flagged = true;
            } else if (table.apply(id) != null) {
                sum += table.apply(id).type().width;
            }
        }
        return sum;
    }

    private static List<Column> columns(Source source, List<Field> fields, Layout layout, Progress progress)
            throws IOException {
        List<List<ColumnPage>> pages = new ArrayList<>();
        fields.forEach(f -> pages.add(new ArrayList<>()));
        double[] values = new double[ColumnPage.ROWS];
        for (int row = 0; row < layout.points; row += ColumnPage.ROWS) {
            progress.checkCancelled();
            progress.report(row / (double) layout.points, "");
            int rows = Math.min(ColumnPage.ROWS, layout.points - row);
            long from = layout.data + (long) row * layout.width;
            byte[] piece = source.read(from, rows * layout.width);
            if (piece.length < rows * layout.width) {
                throw new DatasetFormatException(source.name(), "byte " + (from + piece.length),
                        "the file ended while it was read");
            }
            ByteBuffer b = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
            for (int f = 0; f < fields.size(); f++) {
                fill(values, rows, b, fields.get(f), layout.width);
                pages.get(f).add(ColumnPage.compact(values, rows));
            }
        }
        List<Column> out = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            String heading = fields.get(f).column.heading();
            out.add(fields.get(f).mask != 0 ? Column.of(heading, Unit.ONE, pages.get(f))
                    : EcLabColumns.column(heading, pages.get(f)));
        }
        return out;
    }

    private static void fill(double[] values, int rows, ByteBuffer b, Field f, int width) {
        int shift = f.mask == 0 ? 0 : Integer.numberOfTrailingZeros(f.mask);
        for (int i = 0; i < rows; i++) {
            int at = i * width + f.offset;
            values[i] = switch (f.column.type()) {
                case U8 -> f.mask == 0 ? b.get(at) & 0xff : (b.get(at) & f.mask) >> shift;
                case U16 -> b.getShort(at) & 0xffff;
                case U32 -> Integer.toUnsignedLong(b.getInt(at));
                case F32 -> b.getFloat(at);
                case F64 -> b.getDouble(at);
            };
        }
    }
}
