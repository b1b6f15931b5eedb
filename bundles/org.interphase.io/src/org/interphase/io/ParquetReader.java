package org.interphase.io;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/** The fall-back for Parquet files no technique claims: their columns of numbers. */
final class ParquetReader implements DatasetReader {

    @Override
    public String id() {
        return "io.parquet";
    }

    @Override
    public String title() {
        return "Table (Apache Parquet)";
    }

    @Override
    public List<String> extensions() {
        return List.of("parquet");
    }

    @Override
    public List<String> kinds() {
        return List.of("curve", "table");
    }

    @Override
    public int confidence(SourceHead head) {
        return ParquetSheet.is(head) ? 15 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        return new BlockDatasets(source, TableFile.read(source, progress)).all(progress);
    }
}
