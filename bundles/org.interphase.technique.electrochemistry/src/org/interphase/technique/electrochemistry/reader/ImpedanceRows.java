package org.interphase.technique.electrochemistry.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.reader.InstrumentText;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/** Rows of frequency, real and imaginary part, gathered line by line from an instrument's text file. */
final class ImpedanceRows {

    private final List<double[]> rows = new ArrayList<>();

    /**
     * Places of frequency, real and imaginary part among the fields of a line of headings.
     *
     * @return null if one is missing
     */
    static int[] places(String[] headings, Pattern frequency, Pattern real, Pattern imaginary) {
        Pattern[] wanted = {frequency, real, imaginary};
        int[] out = {-1, -1, -1};
        for (int i = 0; i < headings.length; i++) {
            for (int k = 0; k < wanted.length; k++) {
                if (out[k] < 0 && wanted[k].matcher(headings[i].strip()).matches()) {
                    out[k] = i;
                }
            }
        }
        return out[0] < 0 || out[1] < 0 || out[2] < 0 ? null : out;
    }

    /**
     * Adds a row.
     *
     * @param line number of the line, from 1, for messages
     * @param at places of the three values among the fields
     * @throws DatasetFormatException if a field is missing or no number
     */
    void add(String file, int line, String[] fields, int[] at) throws DatasetFormatException {
        double[] row = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            if (at[k] >= fields.length) {
                throw new DatasetFormatException(file, "line " + line, "the row has " + fields.length + " columns; "
                        + "column " + (at[k] + 1) + " is needed");
            }
            row[k] = InstrumentText.number(file, line, String.valueOf(at[k] + 1), fields[at[k]]);
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One of the values of every row: 0 frequency, 1 real, 2 imaginary part, then what else was added. */
    double[] values(int k) {
        return rows.stream().mapToDouble(r -> r[k]).toArray();
    }

    /** The spectra in the rows, with further columns behind the impedance. */
    List<Dataset> spectra(Source source, String name, Metadata metadata, List<Column> further)
            throws DatasetFormatException {
        List<Column> columns = new ArrayList<>(List.of(EisTables.frequency(values(0)), EisTables.real(values(1)),
                EisTables.minusImaginary(values(2))));
        columns.addAll(further);
        return EisTables.of(source, name, metadata, columns);
    }
}
