package org.interphase.technique.xps.reader;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;

/**
 * The sheets of an Office Open XML workbook (ECMA-376, .xlsx): values only, no formulas, styles or links. What an
 * archive unpacks to is bounded whatever its directory says.
 */
final class Spreadsheet {

    /** Largest file read, bytes. */
    static final long FILE_LIMIT = 128L << 20;
    /** Most bytes all parts together may unpack to. */
    static final long UNPACKED_LIMIT = 256L << 20;
    private static final int ENTRY_LIMIT = 4096;
    /** Length of an end-of-directory record with the longest comment (ZIP specification, 4.3.16). */
    private static final int END_LENGTH = 22 + 65535;

    private final List<Sheet> sheets;

    private Spreadsheet(List<Sheet> sheets) {
        this.sheets = List.copyOf(sheets);
    }

    /** The sheets in the order of the workbook. */
    List<Sheet> sheets() {
        return sheets;
    }

    static Spreadsheet read(Source source, Progress progress) throws IOException {
        String file = source.name();
        Map<String, byte[]> parts = parts(source, progress);
        SheetXml xml = new SheetXml(file, progress);
        Map<String, String> targets = xml.relations("xl/_rels/workbook.xml.rels",
                part(file, parts, "xl/_rels/workbook.xml.rels"));
        Map<String, String> names = xml.sheetNames("xl/workbook.xml", part(file, parts, "xl/workbook.xml"));
        byte[] shared = parts.get("xl/sharedStrings.xml");
        List<String> strings = shared == null ? List.of() : xml.strings("xl/sharedStrings.xml", shared);
        List<Sheet> out = new ArrayList<>();
        for (Map.Entry<String, String> e : names.entrySet()) {
            String target = targets.get(e.getValue());
            if (target == null) {
                throw new DatasetFormatException(file, "sheet '" + e.getKey() + "'", "its part is not declared");
            }
            String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            if (path.startsWith("xl/worksheets/")) {
                out.add(xml.sheet(e.getKey(), part(file, parts, path), strings));
            }
        }
        return new Spreadsheet(out);
    }

    private static byte[] part(String file, Map<String, byte[]> parts, String path) throws DatasetFormatException {
        byte[] found = parts.get(path);
        if (found == null) {
            throw new DatasetFormatException(file, path, "this part of the workbook is missing");
        }
        return found;
    }

    private static Map<String, byte[]> parts(Source source, Progress progress) throws IOException {
        String file = source.name();
        if (source.size() > FILE_LIMIT) {
            throw new DatasetFormatException(file, "", "the file has " + source.size() + " bytes, more than the "
                    + FILE_LIMIT + " this format is read up to");
        }
        if (!hasEnd(source)) {
            throw new DatasetFormatException(file, "byte " + source.size(),
                    "the directory at the end of the ZIP archive is missing; the file is truncated or no workbook");
        }
        Map<String, byte[]> out = new LinkedHashMap<>();
        long total = 0;
        int count = 0;
        String at = "";
        try (InputStream in = source.open(); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                progress.checkCancelled();
                at = e.getName();
                if (++count > ENTRY_LIMIT) {
                    throw new DatasetFormatException(file, at, "the archive has more than " + ENTRY_LIMIT + " parts");
                }
                String lower = at.toLowerCase(Locale.ROOT);
                boolean wanted = lower.startsWith("xl/") && (lower.endsWith(".xml") || lower.endsWith(".rels"));
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                byte[] buffer = new byte[16384];
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    total += n;
                    if (total > UNPACKED_LIMIT) {
                        throw new DatasetFormatException(file, at, "the archive unpacks to more than "
                                + UNPACKED_LIMIT + " bytes");
                    }
                    if (wanted) {
                        content.write(buffer, 0, n);
                    }
                }
                if (wanted && out.put(at, content.toByteArray()) != null) {
                    throw new DatasetFormatException(file, at, "the archive holds this part twice");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DatasetFormatException(file, at, "the ZIP archive is damaged: " + e.getMessage(), e);
        }
        return out;
    }

    private static boolean hasEnd(Source source) throws IOException {
        byte[] tail = source.read(Math.max(0, source.size() - END_LENGTH), END_LENGTH);
        for (int i = tail.length - 22; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    /** A cell: its text, and its number or NaN. */
    record Cell(String text, double number) {
    }

    /** One sheet; rows and columns count from zero. */
    static final class Sheet {
        private final String name;
        private final Map<Integer, Map<Integer, Cell>> rows;
        private final int height;

        Sheet(String name, Map<Integer, Map<Integer, Cell>> rows) {
            this.name = name;
            this.rows = new HashMap<>(rows);
            this.height = rows.keySet().stream().mapToInt(r -> r + 1).max().orElse(0);
        }

        String name() {
            return name;
        }

        /** Number of rows up to the last that holds a cell. */
        int height() {
            return height;
        }

        /** The cells of a row by column. */
        Map<Integer, Cell> row(int row) {
            return rows.getOrDefault(row, Map.of());
        }

        /** Text of a cell, empty where there is none. */
        String text(int row, int column) {
            Cell c = row(row).get(column);
            return c == null ? "" : c.text();
        }

        /** Number in a cell, NaN where there is none. */
        double number(int row, int column) {
            Cell c = row(row).get(column);
            return c == null ? Double.NaN : c.number();
        }

        /** Where a cell is, for messages. */
        String position(int row, int column) {
            StringBuilder letters = new StringBuilder();
            for (int c = column + 1; c > 0; c = (c - 1) / 26) {
                letters.insert(0, (char) ('A' + (c - 1) % 26));
            }
            return "sheet '" + name + "', cell " + letters + (row + 1);
        }
    }
}
