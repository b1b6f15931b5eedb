package org.interphase.technique.electrochemistry.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.impedance.EisColumns;
import org.interphase.technique.electrochemistry.impedance.Temperatures;

/** Builds tables of kind {@code eis} and takes files with several sweeps apart. */
final class EisTables {

    private static final int FEWEST_POINTS = 2;

    private EisTables() {
    }

    /** A column of frequencies in Hz. */
    static Column frequency(double[] hertz) {
        return Column.of(EisColumns.FREQUENCY, "Hz", hertz);
    }

    /** A column of real parts in ohm. */
    static Column real(double[] ohm) {
        return Column.of(EisColumns.RE, "ohm", ohm);
    }

    /** A column of negative imaginary parts from imaginary parts. */
    static Column minusImaginary(double[] imaginary) {
        return Column.of(EisColumns.MINUS_IM, "ohm", Arrays.stream(imaginary).map(v -> 0 - v).toArray());
    }

    /**
     * The spectra in a list of columns. Rows without a positive frequency are dropped; a new spectrum starts where the
     * column {@code cycle number} changes or the sweep begins again.
     *
     * @param file name of the file
     * @param name name of the spectrum
     * @throws DatasetFormatException if there is no point with a frequency, or a frequency is negative
     */
    static List<Dataset> of(String file, String name, Metadata metadata, List<Column> columns)
            throws DatasetFormatException {
        Table all = new Table(DatasetHeader.of(name, EisColumns.KIND, metadata), columns);
        Column f = all.column(EisColumns.FREQUENCY).orElseThrow();
        Column re = all.column(EisColumns.RE).orElseThrow();
        Column im = all.column(EisColumns.MINUS_IM).orElseThrow();
        for (int i = 0; i < f.size(); i++) {
            if (f.get(i) < 0) {
                throw new DatasetFormatException(file, "data row " + (i + 1), "the frequency " + f.get(i)
                        + " Hz is negative");
            }
        }
        int[] rows = IntStream.range(0, f.size())
                .filter(i -> f.get(i) > 0 && Double.isFinite(re.get(i)) && Double.isFinite(im.get(i))).toArray();
        if (rows.length < FEWEST_POINTS) {
            throw new DatasetFormatException(file, "", "there is no impedance spectrum in it: " + rows.length
                    + " rows have a frequency and an impedance");
        }
        List<int[]> parts = sweeps(rows, f, all.column("cycle number").orElse(null));
        List<Dataset> out = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            String own = parts.size() == 1 ? name : name + " (" + (k + 1) + ")";
            Metadata m = parts.size() == 1 ? metadata : metadata.with("sweep", (long) k + 1);
            out.add(new Table(DatasetHeader.of(own, EisColumns.KIND, Temperatures.complete(m, file)),
                    pick(columns, parts.get(k))));
        }
        return out;
    }

    private static List<Column> pick(List<Column> columns, int[] rows) {
        return columns.stream().map(c -> Column.of(c.name(), c.unit(),
                IntStream.of(rows).mapToDouble(c::get).toArray())).toList();
    }

    private static List<int[]> sweeps(int[] rows, Column f, Column cycle) {
        List<int[]> out = new ArrayList<>();
        int start = 0;
        int direction = 0;
        for (int k = 1; k <= rows.length; k++) {
            boolean cut = k == rows.length;
            if (!cut) {
                double ratio = f.get(rows[k]) / f.get(rows[k - 1]);
                boolean restart = direction < 0 && ratio > 3 || direction > 0 && ratio < 1 / 3.0;
                boolean next = cycle != null && cycle.get(rows[k]) != cycle.get(rows[k - 1]);
                cut = restart || next;
                if (!cut && Math.abs(Math.log(ratio)) > 1e-6) {
                    direction = ratio < 1 ? -1 : 1;
                }
            }
            if (cut) {
                if (k - start >= FEWEST_POINTS) {
                    out.add(Arrays.copyOfRange(rows, start, k));
                }
                start = k;
                direction = 0;
            }
        }
        if (out.isEmpty()) {
            out.add(rows);
        }
        return out;
    }

    /** File name without its extension. */
    static String baseName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
