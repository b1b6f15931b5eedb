package org.interphase.electro.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.interphase.api.DatasetFormatException;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;

/**
 * The records of an EC-Lab binary data module: number of points, number of columns, the columns' numbers, then the
 * records at a place that depends on the version of the module.
 *
 * @param columns known columns in file order
 * @param unknown numbers of columns this reader does not know
 */
record MprRecords(List<Column> columns, List<Integer> unknown) {

    private record Field(MprColumn column, int offset) {
    }

    /**
     * Decodes a data module.
     *
     * @param module content of the module
     * @param version version of the module: 0, 2, 3, or 10 and above for EC-Lab 11.50 and newer
     * @param position byte position of the module's content in the file, for messages
     */
    static MprRecords of(String file, byte[] module, int version, long position) throws DatasetFormatException {
        ByteBuffer b = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN);
        if (module.length < 8) {
            throw new DatasetFormatException(file, "byte " + position, "the data module has only " + module.length
                    + " bytes");
        }
        long points = Integer.toUnsignedLong(b.getInt(0));
        int count = b.get(4) & 0xff;
        boolean narrow = version == 0;
        int start = version >= 10 ? 6 : 5;
        int data = narrow ? 100 : version == 2 ? 405 : version == 3 ? 406 : 1007;
        int idsEnd = start + count * (narrow ? 1 : 2);
        if (version != 0 && version != 2 && version != 3 && version < 10) {
            throw new DatasetFormatException(file, "byte " + position, "data module version " + version
                    + " is not known");
        }
        if (count == 0 || idsEnd > data || data > module.length) {
            throw new DatasetFormatException(file, "byte " + (position + 4), "the data module names " + count
                    + " columns, which do not fit its " + module.length + " bytes");
        }
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = narrow ? b.get(start + i) & 0xff : b.getShort(start + 2 * i) & 0xffff;
        }
        if (points == 0) {
            throw new DatasetFormatException(file, "byte " + position, "the file has no data points");
        }
        long width = (module.length - data) / points;
        if (width == 0) {
            throw new DatasetFormatException(file, "byte " + position, points + " points do not fit into "
                    + (module.length - data) + " bytes");
        }
        return decode(file, b, ids, (int) points, (int) width, data, position);
    }

    private static MprRecords decode(String file, ByteBuffer b, int[] ids, int points, int width, int data,
            long position) throws DatasetFormatException {
        List<Integer> unknown = new ArrayList<>();
        for (int id : ids) {
            if (MprColumn.flag(id) == null && MprColumn.find(id) == null && MprColumn.findHarmonic(id) == null) {
                unknown.add(id);
            }
        }
        IntFunction<MprColumn> table = MprColumn::find;
        int known = width(ids, table);
        if (known != width && unknown.isEmpty() && width(ids, MprColumn::findHarmonic) == width) {
            table = MprColumn::findHarmonic;
            known = width;
        }
        int rest = width - known;
        if (rest < 0 || unknown.isEmpty() && rest != 0) {
            throw new DatasetFormatException(file, "byte " + position, "a record has " + width
                    + " bytes, but its columns need " + known);
        }
        // widths of unknown columns: what the known ones leave, shared equally; else columns behind them are lost
        int each = !unknown.isEmpty() && rest % unknown.size() == 0 ? rest / unknown.size() : -1;
        boolean sure = unknown.size() <= 1 || each == 4;
        List<Field> fields = new ArrayList<>();
        List<int[]> flags = new ArrayList<>();
        int at = 0;
        int flagByte = -1;
        for (int id : ids) {
            MprColumn.Flag flag = MprColumn.flag(id);
            MprColumn column = table.apply(id);
            if (flag != null) {
                flagByte = flagByte < 0 ? at++ : flagByte;
                flags.add(new int[] {id, flagByte, fields.size() + flags.size()});
            } else if (column != null) {
                fields.add(new Field(column, at));
                at += column.type().width;
            } else if (sure) {
                at += each;
            } else {
                break;
            }
        }
        return new MprRecords(UniqueNames.of(columns(b, fields, flags, points, width, data)),
                List.copyOf(unknown));
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

    private static List<Column> columns(ByteBuffer b, List<Field> fields, List<int[]> flags, int points, int width,
            int data) {
        List<Column> out = new ArrayList<>();
        for (Field f : fields) {
            double[] values = new double[points];
            for (int i = 0; i < points; i++) {
                int at = data + i * width + f.offset;
                values[i] = switch (f.column.type()) {
                    case U8 -> b.get(at) & 0xff;
                    case U16 -> b.getShort(at) & 0xffff;
                    case U32 -> Integer.toUnsignedLong(b.getInt(at));
                    case F32 -> b.getFloat(at);
                    case F64 -> b.getDouble(at);
                };
            }
            out.add(EcLabColumns.column(f.column.heading(), values));
        }
        for (int[] flag : flags) {
            MprColumn.Flag definition = MprColumn.flag(flag[0]);
            int shift = Integer.numberOfTrailingZeros(definition.mask());
            double[] values = new double[points];
            for (int i = 0; i < points; i++) {
                values[i] = (b.get(data + i * width + flag[1]) & definition.mask()) >> shift;
            }
            out.add(Math.min(flag[2], out.size()), Column.of(definition.heading(), "1", values));
        }
        return out;
    }
}
