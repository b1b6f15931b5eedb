package org.interphase.io;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/** The fall-back for workbooks no technique claims: each block of rows of each sheet is a dataset of its own. */
final class WorkbookReader implements DatasetReader {

    @Override
    public String id() {
        return "io.workbook";
    }

    @Override
    public String title() {
        return "Workbook (.xlsx, .xls of Excel 97 and later)";
    }

    @Override
    public List<String> extensions() {
        return List.of("xlsx", "xlsm", "xls");
    }

    @Override
    public List<String> kinds() {
        return List.of("curve", "table");
    }

    @Override
    public int confidence(SourceHead head) {
        return Workbook.is(head) ? 15 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        return new BlockDatasets(source, TableFile.read(source, progress)).all(progress);
    }
}
