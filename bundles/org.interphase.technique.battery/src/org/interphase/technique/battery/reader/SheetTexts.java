package org.interphase.technique.battery.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.ParquetSheet;
import org.interphase.io.Sheet;
import org.interphase.io.Workbook;

/**
 * A text as it is, a Parquet file as text, or the sheets of a workbook that hold tables of a cycler, each as text with
 * tabs between its cells.
 * A sheet with the headings of the one before it and a name that counts on is its continuation: spreadsheets end after
 * a million rows.
 *
 * @param parts the texts
 */
record SheetTexts(List<Part> parts) {

    private static final int HEAD = 1 << 16;

    /**
     * One table.
     *
     * @param name name of the sheet; empty for a text
     * @param text its content
     */
    record Part(String name, Source text) {
    }

    static SheetTexts of(Source source, Progress progress) throws IOException {
        SourceHead head = SourceHead.of(source);
        if (ParquetSheet.is(head)) {
            return new SheetTexts(List.of(new Part("", named(source, ParquetSheet.text(source, progress)))));
        }
        if (!Workbook.is(head)) {
            return new SheetTexts(List.of(new Part("", source)));
        }
        List<Part> parts = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (Sheet sheet : Workbook.read(source, progress).sheets()) {
            progress.checkCancelled();
            if (sheet.isHidden() || sheet.height() < 2) {
                continue;
            }
            byte[] text = text(sheet, progress);
            byte[] start = text.length > HEAD ? java.util.Arrays.copyOf(text, HEAD) : text;
            TextHead found = TableText.head(start, source.stated());
            if (found == null || found.rowLine() >= found.lines().size()) {
                continue;
            }
            String heading = found.headingLine() < 0 ? "" : found.lines().get(found.headingLine());
            int last = parts.size() - 1;
            if (last >= 0 && heading.equals(headings.get(last)) && !heading.isEmpty()
                    && continues(parts.get(last).name(), sheet.name())) {
                byte[] before = parts.get(last).text().readAll(Integer.MAX_VALUE);
                byte[] both = java.util.Arrays.copyOf(before, Math.addExact(before.length, text.length));
                System.arraycopy(text, 0, both, before.length, text.length);
                parts.set(last, new Part(sheet.name(), named(source, both)));
            } else {
                parts.add(new Part(sheet.name(), named(source, text)));
                headings.add(heading);
            }
        }
        if (parts.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "no sheet of the workbook has columns of time and "
                    + "voltage or current below their headings");
        }
        return new SheetTexts(List.copyOf(parts));
    }

    private static Source named(Source source, byte[] text) {
        return Source.of(source.name(), text, source::sibling).stating(source.stated());
    }

    /** Whether a name is that of another but for the number at its end, one larger. */
    private static boolean continues(String before, String name) {
        String a = before.replaceFirst("\\d+$", "");
        String b = name.replaceFirst("\\d+$", "");
        if (!a.equals(b) || a.length() == before.length() || !a.endsWith("_")) {
            return false;
        }
        return Long.parseLong(name.substring(b.length())) == Long.parseLong(before.substring(a.length())) + 1;
    }

    private static byte[] text(Sheet sheet, Progress progress) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int r = 0; r < sheet.height(); r++) {
            int width = sheet.width(r);
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < width; c++) {
                line.append(c == 0 ? "" : "\t").append(sheet.text(r, c).replaceAll("[\\t\\r\\n]", " "));
            }
            out.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            if ((r & 0xfff) == 0) {
                progress.checkCancelled();
            }
        }
        return out.toByteArray();
    }
}
