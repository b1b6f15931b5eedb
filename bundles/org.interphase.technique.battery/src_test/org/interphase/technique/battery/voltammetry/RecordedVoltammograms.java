package org.interphase.technique.battery.voltammetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/** Text files of recorded voltammograms as tables, read by the few rules these tests need. */
public final class RecordedVoltammograms {

    private RecordedVoltammograms() {
    }

    /** An Autolab NOVA text: the last four columns are potential applied, time, current, potential (and an index). */
    public static Table nova(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] f = line.split("\t", -1);
            if (f.length < 14 || line.contains("Column")) {
                continue;
            }
            rows.add(new double[] {number(f[10]), number(f[12]), number(f[11])});
        }
        return table(file, rows);
    }

    /** The first curve of a Gamry DTA file. */
    public static Table gamry(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        boolean in = false;
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            if (line.startsWith("CURVE2")) {
                break;
            }
            in |= line.startsWith("CURVE1");
            String[] f = line.split("\t");
            if (in && f.length > 5 && f[1].matches("\\d+")) {
                rows.add(new double[] {number(f[2]), number(f[3]), number(f[4])});
            }
        }
        return table(file, rows);
    }

    private static double number(String text) {
        return text.isBlank() ? Double.NaN : Double.parseDouble(text.strip());
    }

    private static Table table(Path file, List<double[]> rows) {
        String[] names = {"time", "voltage", "current"};
        String[] units = {"s", "V", "A"};
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            int k = c;
            columns.add(Column.of(names[c], units[c], rows.stream().mapToDouble(r -> r[k]).toArray()));
        }
        String name = file.getFileName().toString();
        return new Table(DatasetHeader.of(name, "cv", Metadata.EMPTY.with("file", name)), columns);
    }
}
