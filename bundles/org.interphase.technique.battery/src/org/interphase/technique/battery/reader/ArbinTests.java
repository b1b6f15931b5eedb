package org.interphase.technique.battery.reader;

import com.healthmarketscience.jackcess.Cursor;
import com.healthmarketscience.jackcess.CursorBuilder;
import com.healthmarketscience.jackcess.Database;
import com.healthmarketscience.jackcess.Row;
import com.healthmarketscience.jackcess.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/** The tests in an Arbin database. */
final class ArbinTests {

    private static final String ROWS = "Channel_Normal_Table";
    private static final String TESTS = "Global_Table";
    private static final String AUXILIARY = "Auxiliary_Table";
    private static final String AUXILIARY_NAMES = "Aux_Global_Data_Table";
    private static final String TEST = "Test_ID";
    private static final int CHECK = 0xfff;
    /** Kinds of auxiliary channels by their numbers, for channels without a name. */
    private static final String[] KINDS = {"voltage", "temperature", "pressure", "pH", "flow rate", "concentration",
        "digital input", "digital output"};

    private final Source source;
    private final Database database;
    private final Map<Integer, Row> tests = new TreeMap<>();
    private final Map<Integer, ArbinRecord> records = new TreeMap<>();

    ArbinTests(Source source, Database database) {
        this.source = source;
        this.database = database;
    }

    /** A dataset for each test with rows. */
    List<Dataset> datasets(Progress progress) throws IOException {
        Table rows = database.getTable(ROWS);
        if (rows == null) {
            throw new DatasetFormatException(source.name(), "", "the database has no table '" + ROWS + "', so it is no "
                    + "Arbin file");
        }
        Table global = database.getTable(TESTS);
        if (global != null) {
            for (Row r : global) {
                tests.put(number(r, TEST), r);
            }
        }
        List<String> names = rows.getColumns().stream().map(com.healthmarketscience.jackcess.Column::getName).toList();
        read(rows, names, progress);
        auxiliary(progress);
        List<Dataset> out = new ArrayList<>();
        for (Map.Entry<Integer, ArbinRecord> e : records.entrySet()) {
            String base = EisTables.baseName(source.name());
            out.add(e.getValue().dataset(source, records.size() == 1 ? base : base + " test " + e.getKey(),
                    amounts(tests.get(e.getKey()))));
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "the table '" + ROWS + "' has no rows");
        }
        return out;
    }

    private void read(Table rows, List<String> names, Progress progress) throws IOException {
        Cursor cursor = CursorBuilder.createCursor(rows);
        long n = 0;
        while (cursor.moveToNextRow()) {
            if ((n++ & CHECK) == 0) {
                progress.checkCancelled();
                progress.report(n / (double) Math.max(n, rows.getRowCount()), "");
            }
            Row r = cursor.getCurrentRow();
            records.computeIfAbsent(number(r, TEST), k -> new ArbinRecord(names)).add(r);
        }
        if (n != rows.getRowCount()) {
            throw new DatasetFormatException(source.name(), ROWS, "the table is said to have " + rows.getRowCount()
                    + " rows, but " + n + " were found; it is damaged");
        }
    }

    private void auxiliary(Progress progress) throws IOException {
        Table values = database.getTable(AUXILIARY);
        if (values == null) {
            return;
        }
        Map<String, String[]> named = new TreeMap<>();
        Table names = database.getTable(AUXILIARY_NAMES);
        if (names != null) {
            for (Row r : names) {
                named.put(number(r, "Channel_Index") + "/" + key(r), new String[] {text(r, "Nickname"),
                    text(r, "Unit")});
            }
        }
        long n = 0;
        for (Row r : values) {
            if ((n++ & CHECK) == 0) {
                progress.checkCancelled();
            }
            int test = number(r, TEST);
            ArbinRecord record = records.get(test);
            if (record != null && r.get("X") instanceof Number x) {
                Row global = tests.get(test);
                String[] own = global == null ? null : named.get(number(global, "Channel_Index") + "/" + key(r));
                int kind = number(r, "Data_Type");
                String name = own != null && own[0] != null ? own[0] : "auxiliary " + (kind >= 0 && kind < KINDS.length
                        ? KINDS[kind] : "type " + kind) + " " + number(r, "Auxiliary_Index");
                record.auxiliary(name, unit(own == null ? null : own[1]), number(r, "Data_Point"), x.doubleValue());
            }
        }
    }

    private static String key(Row r) {
        return number(r, "Auxiliary_Index") + "/" + number(r, "Data_Type");
    }

    private static String unit(String written) {
        String u = written == null ? "" : written.strip().replace("\u00b0C", "degC").replace("\u2103", "degC");
        return u.equals("C") ? "degC" : !u.isEmpty() && Unit.isKnown(u) ? u : "1";
    }

    private static int number(Row r, String name) {
        return r.get(name) instanceof Number n ? n.intValue() : -1;
    }

    private static String text(Row r, String name) {
        Object v = r.get(name);
        return v == null || v.toString().isBlank() ? null : v.toString().strip();
    }

    /** The mass in g that the test states; Arbin's program has 1 g where nobody typed one. */
    private static EnteredAmounts amounts(Row test) {
        EnteredAmounts out = new EnteredAmounts(metadata(test), EnteredAmounts.Untyped.CYCLER);
        return test != null && test.get("MASS") instanceof Number mass
                ? out.mass("MASS", Double.parseDouble(mass.toString()), "g") : out;
    }

    private static Metadata metadata(Row test) {
        Metadata m = Metadata.EMPTY.with("instrument", "Arbin");
        if (test == null) {
            return m;
        }
        int channel = number(test, "Channel_Index");
        m = m.with("test", text(test, "Test_Name")).with("operator", text(test, "Creator"))
                .with("comment", text(test, "Comments")).with("schedule", text(test, "Schedule_File_Name"))
                .with("software", text(test, "Software_Version")).with("serial number", text(test, "Serial_Number"))
                // Arbin counts channels from 0 in the file and from 1 on the instrument
                .with("channel", channel < 0 ? null : String.valueOf(channel + 1));
        if (test.get("Start_DateTime") instanceof Number days) {
            m = m.with(RecordColumns.STARTED, ArbinRecord.iso(days.doubleValue()));
        }
        return m;
    }
}
