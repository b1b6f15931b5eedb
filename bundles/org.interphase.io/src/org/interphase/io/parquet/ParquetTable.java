package org.interphase.io.parquet;

import dev.hardwood.Hardwood;
import dev.hardwood.HardwoodContext;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;

/**
 * A Parquet file read row by row: its columns of numbers, words and dates; columns of lists and of bytes without
 * meaning say so in every cell. Compressed by gzip, Snappy, Zstandard or not at all.
 *
 * @param names names of the columns; those of fields in a group with dots between them
 * @param rows number of rows passed on
 */
public record ParquetTable(List<String> names, long rows) {

    private static final int BATCH = 4096;
    /** The library tells at its start which instructions it uses, which is of no use to an analyst. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");
    private static final int MAGIC = 4;

    /** Copies the list. */
    public ParquetTable {
        names = List.copyOf(names);
    }

    /** What is told before the first row. */
    public interface Start {
        /** Takes the names of the columns; gives what takes the cells. */
        ParquetCells columns(List<String> names);
    }

    /**
     * Reads the first rows.
     *
     * @param most number of rows wanted at most
     * @param start told the columns once, before the rows
     * @throws DatasetFormatException if the file is none, damaged, or compressed in another way
     */
    public static ParquetTable read(Source source, long most, Start start, Progress progress) throws IOException {
        String file = source.name();
        byte[] end = source.size() < 3 * MAGIC ? new byte[0] : source.read(source.size() - MAGIC, MAGIC);
        if (end.length < MAGIC || end[0] != 'P' || end[1] != 'A' || end[2] != 'R' || end[3] != '1') {
            throw new DatasetFormatException(file, "byte " + Math.max(0, source.size() - MAGIC), "the file begins as a "
                    + "Parquet file, but does not end as one: it is cut off");
        }
        PageSizes sizes = new PageSizes(source);
        sizes.checkDescription();
        LIBRARY.setLevel(Level.WARNING);
        // one thread: other files may be read at the same time
        try (HardwoodContext context = HardwoodContext.create(1); Hardwood library = Hardwood.create(context);
                ParquetFileReader reader = library.open(new SourceInput(source))) {
            sizes.check(reader.getFileMetaData(), progress);
            return new Reading(file, reader, most).rows(start, progress);
        } catch (DatasetFormatException | java.util.concurrent.CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            // the library meets a damaged file with exceptions of many kinds
            throw new DatasetFormatException(file, "", "the Parquet file is damaged or written in a way that is not "
                    + "read here (" + cause(e) + ")", e);
        }
    }

    static String cause(Throwable e) {
        Throwable t = e;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }

    /** One run over a file. */
    private record Reading(String file, ParquetFileReader reader, long most) {

        ParquetTable rows(Start start, Progress progress) throws IOException {
            List<ParquetColumn> columns = new ArrayList<>();
            for (ColumnSchema c : reader.getFileSchema().getColumns()) {
                columns.add(ParquetColumn.of(c));
            }
            List<String> names = columns.stream().map(ParquetColumn::name).toList();
            ParquetCells to = start.columns(names);
            long rows = 0;
            String[] read = columns.stream().filter(ParquetColumn::isRead).map(ParquetColumn::name).toArray(
                    String[]::new);
            if (read.length > 0) {
                ColumnReaders batches = reader.buildColumnReaders(ColumnProjection.columns(read)).batchSize((int)
                        Math.min(BATCH, most)).build();
                try (BatchClock clock = new BatchClock(file, batches)) {
                    while (rows < most && clock.next(rows, progress)) {
                        progress.checkCancelled();
                        rows += batch(columns, batches, most - rows, to);
                    }
                }
            }
            long stated = reader.getFileMetaData().numRows();
            if (rows < Math.min(most, stated) && read.length > 0) {
                throw new DatasetFormatException(file, "row " + (rows + 1), "the file states " + stated
                        + " rows, but ends here");
            }
            return new ParquetTable(names, rows);
        }

        private static long batch(List<ParquetColumn> columns, ColumnReaders batches, long wanted, ParquetCells to) {
            int n = (int) Math.min(wanted, batches.getRecordCount());
            for (ParquetColumn c : columns) {
                if (c.isRead()) {
                    c.load(batches.getColumnReader(c.name()));
                }
            }
            for (int i = 0; i < n; i++) {
                to.startRow();
                for (ParquetColumn c : columns) {
                    c.put(i, to);
                }
            }
            return n;
        }
    }
}
