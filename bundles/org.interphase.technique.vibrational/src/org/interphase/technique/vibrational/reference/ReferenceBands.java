package org.interphase.technique.vibrational.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.ReferenceTable;

/** The table of reference bands that comes with the technique, and rows read as numbers. */
public final class ReferenceBands {

    /** Identifier of the table; a project file of this id adds rows. */
    public static final String ID = "vibrational.band-positions";

    /** The table of the technique. */
    public static final ReferenceTable TABLE = load();

    private ReferenceBands() {
    }

    private static ReferenceTable load() {
        try (InputStream in = ReferenceBands.class.getResourceAsStream("band-positions.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<List<String>> rows = new ArrayList<>();
            List<String> header = cells(reader.readLine());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(cells(line));
            }
            return new ReferenceTable(ID, "Band positions of Raman and infrared spectra", header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("the table of reference bands cannot be read", e);
        }
    }

    /** Cells of a line; quoted cells may hold commas. */
    private static List<String> cells(String line) {
        List<String> out = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                out.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        out.add(cell.toString());
        return out;
    }

    /**
     * Reference bands of a technique.
     *
     * @param technique "raman" or "ftir"
     * @param added further rows of a project, with the same columns; rows that cannot be read are left out
     */
    public static List<ReferenceBand> of(String technique, Optional<ReferenceTable> added) {
        List<ReferenceBand> out = new ArrayList<>();
        addRows(TABLE, technique, out);
        added.filter(t -> t != TABLE && t.id().equals(ID)).ifPresent(t -> addRows(t, technique, out));
        return out;
    }

    private static void addRows(ReferenceTable table, String technique, List<ReferenceBand> out) {
        for (int i = 0; i < table.rows().size(); i++) {
            Map<String, String> row = table.row(i);
            if (technique.equalsIgnoreCase(row.get("technique"))) {
                ReferenceBand.read(row).filter(b -> !out.contains(b)).ifPresent(out::add);
            }
        }
    }
}
