package org.interphase.io.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** One column of a Parquet file: how its stored values become cells (logical types of the format's specification). */
final class ParquetColumn {

    private static final long DAY = 86_400;
    private static final long NANOS = 1_000_000_000L;

    /** Writes the value in a row of the batch loaded last. */
    private interface Cell {
        void put(int row, ParquetCells to);
    }

    private final String name;
    private final PhysicalType type;
    private final LogicalType meaning;
    private final String instead;
    private Validity present = Validity.NO_NULLS;
    private Cell cell;

    private ParquetColumn(String name, PhysicalType type, LogicalType meaning, String instead) {
        this.name = name;
        this.type = type;
        this.meaning = meaning;
        this.instead = instead;
    }

    /** The column of a schema. */
    static ParquetColumn of(ColumnSchema schema) {
        boolean decimal = schema.logicalType() instanceof LogicalType.DecimalType;
        String instead = schema.maxRepetitionLevel() > 0 ? "(list)" : switch (schema.type()) {
            case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> "";
            case BYTE_ARRAY -> decimal ? "(bytes)" : "";
            case INT96, FIXED_LEN_BYTE_ARRAY -> "(bytes)";
        };
        return new ParquetColumn(schema.fieldPath().toString(), schema.type(), schema.logicalType(), instead);
    }

    /** Whether its values become cells; else every cell says in brackets what the column holds. */
    boolean isRead() {
        return instead.isEmpty();
    }

    String name() {
        return name;
    }

    /** Makes ready for the rows of a batch. */
    void load(ColumnReader batch) {
        present = batch.getLeafValidity();
        cell = switch (type) {
            case BOOLEAN -> {
                boolean[] v = batch.getBooleans();
                yield (i, to) -> to.word(v[i] ? "TRUE" : "FALSE");
            }
            case INT32 -> {
                int[] v = batch.getInts();
                yield (i, to) -> whole(unsigned() ? Integer.toUnsignedLong(v[i]) : v[i], to);
            }
            case INT64 -> {
                long[] v = batch.getLongs();
                yield (i, to) -> whole(v[i], to);
            }
            case FLOAT -> {
                float[] v = batch.getFloats();
                yield (i, to) -> number(v[i], to);
            }
            case DOUBLE -> {
                double[] v = batch.getDoubles();
                yield (i, to) -> number(v[i], to);
            }
            default -> {
                String[] v = batch.getStrings();
                yield (i, to) -> to.word(v[i]);
            }
        };
    }

    /** Writes the cell of a row of the batch. */
    void put(int row, ParquetCells to) {
        if (!instead.isEmpty()) {
            to.word(instead);
        } else if (present.hasNulls() && present.isNull(row)) {
            to.empty();
        } else {
            cell.put(row, to);
        }
    }

    private boolean unsigned() {
        return meaning instanceof LogicalType.IntType t && !t.isSigned();
    }

    private static void number(double v, ParquetCells to) {
        if (Double.isNaN(v)) {
            to.empty();
        } else {
            to.number(v);
        }
    }

    private void whole(long v, ParquetCells to) {
        switch (meaning) {
            case LogicalType.TimestampType t -> to.word(moment(v, t));
            case LogicalType.DateType ignored -> to.word(LocalDate.ofEpochDay(v).toString());
            case LogicalType.TimeType t -> to.word(LocalTime.ofNanoOfDay(Math.floorMod(nanos(v, t.unit()),
                    DAY * NANOS)).toString());
            case LogicalType.DecimalType t -> to.number(BigDecimal.valueOf(v, t.scale()).doubleValue());
            case null, default -> {
                if (v < 0 && type == PhysicalType.INT64 && unsigned()) {
                    to.number(Double.parseDouble(Long.toUnsignedString(v)));
                } else {
                    to.whole(v);
                }
            }
        }
    }

    private static long nanos(long v, LogicalType.TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> v * 1_000_000L;
            case MICROS -> v * 1000L;
            case NANOS -> v;
        };
    }

    private static String moment(long v, LogicalType.TimestampType t) {
        long perSecond = switch (t.unit()) {
            case MILLIS -> 1000L;
            case MICROS -> 1_000_000L;
            case NANOS -> NANOS;
        };
        Instant at = Instant.ofEpochSecond(Math.floorDiv(v, perSecond), Math.floorMod(v, perSecond) * (NANOS
                / perSecond));
        return t.isAdjustedToUTC() ? at.toString() : LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
