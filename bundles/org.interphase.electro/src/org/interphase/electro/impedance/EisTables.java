package org.interphase.electro.impedance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.record.GrowingPages;
import org.interphase.electro.record.StatedFacts;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/** Builds tables of kind {@code eis} and takes files with several sweeps apart. */
public final class EisTables {

    private static final int FEWEST_POINTS = 2;

    private EisTables() {
    }

    /** A column of frequencies in Hz. */
    public static Column frequency(double[] hertz) {
        return Column.of(EisColumns.FREQUENCY, "Hz", hertz);
    }

    /** A column of real parts in ohm. */
    public static Column real(double[] ohm) {
        return Column.of(EisColumns.RE, "ohm", ohm);
    }

    /** A column of negative imaginary parts from imaginary parts. */
    public static Column minusImaginary(double[] imaginary) {
        return Column.of(EisColumns.MINUS_IM, "ohm", negated(imaginary));
    }

    /** The opposite numbers; zero stays without sign. */
    public static double[] negated(double[] values) {
        return Arrays.stream(values).map(v -> 0 - v).toArray();
    }

    /**
     * The spectra in a list of columns. Rows without a positive frequency are dropped; a new spectrum starts where the
     * column {@code cycle number} changes, the sweep begins again or it turns round.
     *
     * @param source the file, with what is stated of it
     * @param name name of the spectrum
     * @throws DatasetFormatException if there is no point with a frequency, or a frequency is negative
     */
    public static List<Dataset> of(Source source, String name, Metadata metadata, List<Column> columns)
            throws DatasetFormatException {
        return of(source, name, metadata, columns, List.of());
    }

    /** As {@link #of(Source, String, Metadata, List)}, with remarks that every spectrum carries. */
    public static List<Dataset> of(Source source, String name, Metadata metadata, List<Column> columns,
            List<Remark> remarks) throws DatasetFormatException {
        String file = source.name();
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
        FrequencySweeps sweeps = FrequencySweeps.of(rows, f, all.column("cycle number").orElse(null));
        StatedFacts facts = StatedFacts.of(source.stated(), metadata);
        List<Remark> told = new ArrayList<>(remarks);
        told.addAll(facts.remarks());
        told.addAll(sweeps.remarks());
        List<Dataset> out = new ArrayList<>();
        int parts = sweeps.parts().size();
        for (int k = 0; k < parts; k++) {
            String own = parts == 1 ? name : name + " (" + (k + 1) + ")";
            Metadata m = parts == 1 ? facts.metadata() : facts.metadata().with("sweep", (long) k + 1);
            DatasetHeader header = DatasetHeader.of(own, EisColumns.KIND, Temperatures.complete(m, file));
            for (Remark r : told) {
                header = header.remarking(r);
            }
            out.add(new Table(header, pick(columns, sweeps.parts().get(k))));
        }
        return out;
    }

    /** The same columns with some of their rows. */
    public static List<Column> pick(List<Column> columns, int[] rows) {
        return columns.stream().map(c -> Column.of(c.name(), c.unit(),
                GrowingPages.of(rows.length, i -> c.get(rows[i])))).toList();
    }

    /** File name without its extension. */
    public static String baseName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
