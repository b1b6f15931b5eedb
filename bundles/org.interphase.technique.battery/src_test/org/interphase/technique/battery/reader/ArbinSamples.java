package org.interphase.technique.battery.reader;

import com.healthmarketscience.jackcess.ColumnBuilder;
import com.healthmarketscience.jackcess.DataType;
import com.healthmarketscience.jackcess.Database;
import com.healthmarketscience.jackcess.DatabaseBuilder;
import com.healthmarketscience.jackcess.Table;
import com.healthmarketscience.jackcess.TableBuilder;
import com.healthmarketscience.jackcess.util.MemFileChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Small Arbin databases with tests of ten rows each. */
public final class ArbinSamples {

    private ArbinSamples() {
    }

    /** A database with some tests, the rows of all in turn and the last row of each first. */
    public static byte[] res(int tests) {
        try (MemFileChannel channel = MemFileChannel.newChannel()) {
            try (Database db = new DatabaseBuilder().setFileFormat(Database.FileFormat.V2000).setChannel(channel)
                    .create()) {
                global(db, tests);
                rows(db, tests);
                auxiliary(db);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            channel.transferTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void global(Database db, int tests) throws IOException {
        Table t = new TableBuilder("Global_Table").addColumn(column("Test_ID", DataType.LONG))
                .addColumn(column("Test_Name", DataType.TEXT)).addColumn(column("Channel_Index", DataType.INT))
                .addColumn(column("Start_DateTime", DataType.DOUBLE)).addColumn(column("MASS", DataType.FLOAT))
                .toTable(db);
        for (int k = 1; k <= tests; k++) {
            t.addRow(k, "cell " + k, k - 1, 45000.5, k == 1 ? 0.0125f : 1f);
        }
    }

    private static ColumnBuilder column(String name, DataType type) {
        return new ColumnBuilder(name, type);
    }

    private static void rows(Database db, int tests) throws IOException {
        TableBuilder b = new TableBuilder("Channel_Normal_Table").addColumn(column("Test_ID", DataType.LONG))
                .addColumn(column("Data_Point", DataType.LONG));
        for (String n : new String[] {"Test_Time", "Step_Time", "DateTime"}) {
            b.addColumn(column(n, DataType.DOUBLE));
        }
        b.addColumn(column("Step_Index", DataType.INT)).addColumn(column("Cycle_Index", DataType.INT))
                .addColumn(column("Current", DataType.FLOAT)).addColumn(column("Voltage", DataType.FLOAT))
                .addColumn(column("Charge_Capacity", DataType.DOUBLE))
                .addColumn(column("Discharge_Capacity", DataType.DOUBLE)).addColumn(column("Pressure", DataType.FLOAT));
        Table t = b.toTable(db);
        for (int i = 0; i < 10; i++) {
            for (int k = 1; k <= tests; k++) {
                int point = i == 0 ? 10 : i;
                t.addRow(k, point, 60.0 * point, 60.0 * (point % 5), 45000.5 + point / 1440.0, point / 5 + 1, 1,
                        point < 5 ? 0.5f : -0.5f, (float) (3 + k + 0.1 * point), point < 5 ? point / 120.0 : 0, 0.0,
                        1.5f);
            }
        }
    }

    private static void auxiliary(Database db) throws IOException {
        Table names = new TableBuilder("Aux_Global_Data_Table").addColumn(column("Channel_Index", DataType.INT))
                .addColumn(column("Auxiliary_Index", DataType.INT)).addColumn(column("Data_Type", DataType.INT))
                .addColumn(column("Nickname", DataType.TEXT)).addColumn(column("Unit", DataType.TEXT)).toTable(db);
        names.addRow(0, 0, 1, "T cell", "C");
        Table values = new TableBuilder("Auxiliary_Table").addColumn(column("Test_ID", DataType.LONG))
                .addColumn(column("Data_Point", DataType.LONG)).addColumn(column("Auxiliary_Index", DataType.INT))
                .addColumn(column("Data_Type", DataType.INT)).addColumn(column("X", DataType.FLOAT)).toTable(db);
        for (int point = 1; point < 10; point++) {
            values.addRow(1, point, 0, 1, 20f + point);
        }
    }
}
