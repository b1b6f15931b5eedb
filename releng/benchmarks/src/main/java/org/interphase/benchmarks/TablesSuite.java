package org.interphase.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.io.TableFile;

/**
 * Reading an ordinary table of 10,000 rows in 60 columns, as CSV and as its workbook twin: processor time of one thread
 * from the file to columns. "first" is the first reading in this JVM, the other the median of the warmed-up ones.
 */
final class TablesSuite implements Suite {

    private static final int ROWS = 10_000;
    private static final int COLUMNS = 60;
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public void run(Context context) throws Exception {
        Path csv = Files.createTempFile("interphase-table", ".csv");
        Path book = Files.createTempFile("interphase-table", ".xlsx");
        try {
            write(csv, book);
            double text = measure(context, "csv", csv);
            double sheet = measure(context, "xlsx", book);
            context.row(name(), "xlsx to csv", sheet / text, "1", false, 1, Map.of("rows", ROWS, "columns", COLUMNS));
        } finally {
            Files.delete(csv);
            Files.delete(book);
        }
    }

    private double measure(Context context, String what, Path file) throws IOException {
        double first = milliseconds(file);
        int n = context.quick() ? 9 : 41;
        double[] times = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = milliseconds(file);
        }
        // the compiler is at work during the first half
        double[] warm = Arrays.copyOfRange(times, n / 2, n);
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        context.row(name(), what, median, "ms", false, 1, Map.of("first", first, "best", warm[0], "MB",
                Files.size(file) * 1e-6));
        return median;
    }

    private static double milliseconds(Path file) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        int rows = TableFile.read(Source.of(file), Progress.none()).table().rows();
        double time = (threads.getCurrentThreadCpuTime() - begin) * 1e-6;
        if (rows != ROWS) {
            throw new IOException(file + " was read as " + rows + " rows");
        }
        return time;
    }

    private static void write(Path csv, Path book) throws IOException {
        Random random = new Random(1);
        try (PrintStream text = new PrintStream(Files.newOutputStream(csv), false, StandardCharsets.UTF_8);
                OutputStream file = Files.newOutputStream(book);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            part(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                    + "</workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/"
                    + "sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry(SHEET));
            PrintStream xml = new PrintStream(zip, false, StandardCharsets.UTF_8);
            xml.print("<worksheet><sheetData>");
            for (int r = 0; r <= ROWS; r++) {
                xml.printf("<row r=\"%d\" spans=\"1:%d\">", r + 1, COLUMNS);
                for (int c = 0; c < COLUMNS; c++) {
                    String value = r == 0 ? "q" + c + " (V)" : c == 0 ? Integer.toString(r)
                            : String.format(Locale.ROOT, "%.6g", 100 * random.nextGaussian());
                    text.append(c == 0 ? "" : ",").append(value);
                    String at = (c < 26 ? "" : "" + (char) ('A' + c / 26 - 1)) + (char) ('A' + c % 26) + (r + 1);
                    xml.append(r == 0 ? "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>"
                            : "<c r=\"" + at + "\"><v>" + value + "</v></c>");
                }
                text.append('\n');
                xml.append("</row>");
            }
            xml.append("</sheetData></worksheet>");
            xml.flush();
            zip.closeEntry();
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
