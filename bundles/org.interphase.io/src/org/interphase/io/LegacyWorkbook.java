package org.interphase.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;

/**
 * A workbook of Excel 97 to 2003 (.xls, BIFF8, [MS-XLS] version 10.0): the values of its sheets; no styles but dates,
 * no formulas but their last values.
 */
final class LegacyWorkbook {

    private static final String STREAM = "Workbook";
    private static final int BOF = 0x809;
    private static final int EOF = 0xa;
    private static final int VERSION = 0x600;
    private static final int FILE_PASS = 0x2f;
    private static final int DATE_MODE = 0x22;
    private static final int FORMAT = 0x41e;
    private static final int XF = 0xe0;
    private static final int BOUND_SHEET = 0x85;
    private static final int STRINGS = 0xfc;
    private static final int WORKSHEET = 0x10;

    private final Source source;
    private final BiffRecords records;
    private final List<Listed> listed = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, CellFormats.Kind> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean from1904;

    /** A sheet of the list. */
    private record Listed(int position, boolean hidden, boolean worksheet, String name) {
    }

    private LegacyWorkbook(Source source, BiffRecords records) {
        this.source = source;
        this.records = records;
    }

    /** Whether a file is such a workbook, by the streams it holds. */
    static boolean is(SourceHead head) {
        try {
            return CompoundFile.is(head) && CompoundFile.open(head.source()).has(STREAM);
        } catch (IOException e) {
            // a damaged compound file is somebody else's
            return false;
        }
    }

    /**
     * Reads the first rows of the first sheets.
     *
     * @throws DatasetFormatException if it is damaged, encrypted or older than Excel 97
     */
    static List<Sheet> read(Source source, Progress progress, int rows, int mostSheets) throws IOException {
        LegacyWorkbook book = new LegacyWorkbook(source, new BiffRecords(source.name(), CompoundFile.open(source)
                .stream(STREAM)));
        book.globals();
        List<Sheet> out = new ArrayList<>();
        for (Listed s : book.listed) {
            if (s.worksheet && out.size() < mostSheets) {
                progress.checkCancelled();
                out.add(new Sheet(source.name(), s.name, s.hidden, book.sheet(s, rows)));
            }
        }
        return out;
    }

    private void globals() throws DatasetFormatException {
        if (!records.next() || records.type() != BOF || records.u16() != VERSION) {
            throw records.refused("it is no workbook of Excel 97 to 2003 (BIFF8); save it as .xlsx or CSV");
        }
        while (records.next() && records.type() != EOF) {
            switch (records.type()) {
                case FILE_PASS -> throw records.refused("the workbook is encrypted with a password; save it without "
                        + "one");
                case DATE_MODE -> from1904 = records.u16() == 1;
                case FORMAT -> {
                    int id = records.u16();
                    formats.put(id, CellFormats.of(records.string(records.u16())));
                }
                case XF -> {
                    records.skip(2);
                    styles.add(records.u16());
                }
                case BOUND_SHEET -> {
                    int position = records.i32();
                    boolean hidden = (records.u8() & 3) != 0;
                    boolean worksheet = records.u8() == 0;
                    listed.add(new Listed(position, hidden, worksheet, records.string(records.u8())));
                }
                case STRINGS -> strings();
                default -> {
                    // how it looks, names, links
                }
            }
        }
    }

    /** The strings cells name by number ([MS-XLS] 2.4.265). */
    private void strings() throws DatasetFormatException {
        records.skip(4);
        int number = records.i32();
        for (int i = 0; i < number; i++) {
            strings.add(records.string(records.u16()));
        }
    }

    private SheetGrid sheet(Listed s, int rows) throws DatasetFormatException {
        records.seek(s.position);
        if (!records.next() || records.type() != BOF || records.u16() != VERSION || records.u16() != WORKSHEET) {
            throw new DatasetFormatException(source.name(), "sheet '" + s.name + "'", "it does not begin where the "
                    + "list of sheets says; the file is damaged");
        }
        BiffCells cells = new BiffCells(source.name(), s.name, strings, rows);
        int inner = 0;
        while (records.next() && (inner > 0 || records.type() != EOF)) {
            // charts within the sheet are whole parts of their own
            inner += records.type() == BOF ? 1 : records.type() == EOF ? -1 : 0;
            if (inner == 0) {
                cells.take(records);
            }
        }
        return cells.grid((v, style) -> {
            int format = style < styles.size() ? styles.get(style) : 0;
            return switch (formats.getOrDefault(format, CellFormats.builtIn(format))) {
                case NUMBER -> "";
                case DATE -> CellFormats.date(v, from1904);
                case DURATION -> CellFormats.duration(v);
            };
        });
    }
}
