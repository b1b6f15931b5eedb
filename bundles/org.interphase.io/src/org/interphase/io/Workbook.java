package org.interphase.io;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;

/**
 * An Office Open XML workbook (ECMA-376 and ISO/IEC 29500, strict or transitional, .xlsx and .xlsm), or one of Excel 97
 * to 2003 (.xls): the values of its sheets; no styles but dates, no formulas but their last values, no charts or links.
 */
public final class Workbook {

    private static final int HEAD_ROWS = 60;
    private static final int HEAD_STRINGS = 2000;
    private static final int HEAD_SHEETS = 3;
    /** Of an old workbook, whose sheets all have to be passed over anyway. */
    private static final int HEAD_LEGACY = 12;

    private final List<Sheet> sheets;

    private Workbook(List<Sheet> sheets) {
        this.sheets = List.copyOf(sheets);
    }

    /** The sheets in the order of their tabs, hidden ones too. */
    public List<Sheet> sheets() {
        return sheets;
    }

    /** Whether a file is a workbook, by the parts its archive holds. */
    public static boolean is(SourceHead head) {
        if (LegacyWorkbook.is(head)) {
            return true;
        }
        try {
            return head.hasBytes(0, 'P', 'K', 3, 4) && isBook(ZipParts.open(head.source()));
        } catch (IOException e) {
            // a damaged archive that has the name of a workbook is still to be told so
            return head.hasExtension("xlsx", "xlsm");
        }
    }

    private static boolean isBook(ZipParts parts) {
        return parts.has("[Content_Types].xml") && parts.names().stream().anyMatch(n -> n.endsWith("workbook.xml"))
                || parts.has("xl/workbook.xml");
    }

    /**
     * Reads all sheets.
     *
     * @throws DatasetFormatException if it is no workbook or damaged, naming part or cell
     */
    public static Workbook read(Source source, Progress progress) throws IOException {
        return read(source, progress, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The first rows of the first sheets as text with tabs, for a look at the headings. */
    static String headText(Source source) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Sheet s : read(source, Progress.none(), HEAD_ROWS, HEAD_STRINGS, HEAD_SHEETS).sheets) {
            s.appendText(out);
            out.append('\n');
        }
        return out.toString();
    }

    private static Workbook read(Source source, Progress progress, int rows, int mostStrings, int mostSheets)
            throws IOException {
        if (CompoundFile.is(SourceHead.of(source))) {
            return new Workbook(LegacyWorkbook.read(source, progress, rows,
                    mostSheets == HEAD_SHEETS ? HEAD_LEGACY : mostSheets));
        }
        String file = source.name();
        ZipParts parts = ZipParts.open(source);
        WorkbookXml xml = new WorkbookXml(file, parts, progress);
        String book = bookPart(xml, parts);
        String folder = book.substring(0, book.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + book.substring(folder.length()) + ".rels";
        Map<String, String> targets = xml.relations(relations);
        Map<String, String> types = xml.targets(relations);
        String strings = part(folder, types.getOrDefault("sharedStrings", "sharedStrings.xml"));
        String styles = part(folder, types.getOrDefault("styles", "styles.xml"));
        List<String> shared = parts.has(strings) ? xml.strings(strings, mostStrings) : List.of();
        if (mostStrings < Integer.MAX_VALUE && shared.size() == mostStrings) {
            // the first rows may name any string; a look at the headings goes without the later ones
            shared = new Padded(shared);
        }
        CellFormats.Kind[] formats = parts.has(styles) ? xml.styles(styles) : new CellFormats.Kind[0];
        WorkbookXml.Book listed = xml.book(book);
        List<Sheet> out = new ArrayList<>();
        for (WorkbookXml.Listed s : listed.sheets()) {
            String target = targets.get(s.relation());
            if (target == null) {
                throw new DatasetFormatException(file, "sheet '" + s.name() + "'", "its part is not declared");
            }
            String part = part(folder, target);
            if (!part.contains("chartsheets/") && !part.contains("dialogsheets/") && out.size() < mostSheets) {
                progress.checkCancelled();
                out.add(new Sheet(file, s.name(), s.hidden(), new SheetXml(xml, s.name(), shared, formats,
                        listed.from1904(), rows).read(part)));
            }
        }
        return new Workbook(out);
    }

    /** The part that lists the sheets: where the package says, or the usual place. */
    private static String bookPart(WorkbookXml xml, ZipParts parts) throws IOException {
        if (parts.has("_rels/.rels")) {
            String target = xml.targets("_rels/.rels").get("officeDocument");
            if (target != null && parts.has(part("", target))) {
                return part("", target);
            }
        }
        return "xl/workbook.xml";
    }

    private static String part(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        // "../" leads out of the folder of the workbook
        int up = path.indexOf("/../");
        return up < 0 ? path : path.substring(0, path.lastIndexOf('/', up - 1) + 1) + path.substring(up + 4);
    }

    /** Strings of which only the first are known; any other is empty. */
    private static final class Padded extends AbstractList<String> {
        private final List<String> known;

        Padded(List<String> known) {
            this.known = known;
        }

        @Override
        public String get(int index) {
            return index < known.size() ? known.get(index) : "";
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }
}
