package org.interphase.io;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/** The fall-back for columns of numbers no technique claims; each block of rows is a dataset of its own. */
final class DelimitedTextReader implements DatasetReader {

    private static final double MOST_LINES = 0.8;

    @Override
    public String id() {
        return "io.text";
    }

    @Override
    public String title() {
        return "Delimited text";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "dat", "xy", "asc", "prn");
    }

    @Override
    public List<String> kinds() {
        return List.of("curve", "table");
    }

    @Override
    public int confidence(SourceHead head) {
        boolean named = head.hasExtension("csv", "txt", "tsv", "dat", "xy", "asc", "prn");
        int columns = DelimitedText.columnsIn(head);
        if (columns >= 2) {
            return named ? 15 : 10;
        }
        return columns == 1 && named && isNumbers(head.text()) ? 8 : 0;
    }

    /** Whether nearly all lines are a number, as they are not in a text with a number here and there. */
    private static boolean isNumbers(String text) {
        List<String> lines = DelimitedText.lines(text).stream().filter(t -> !t.isBlank()).toList();
        TextLayout layout = TextLayout.detect(lines);
        long numbers = lines.stream().filter(t -> layout.isNumber(t.strip())).count();
        return numbers >= MOST_LINES * lines.size();
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        return new BlockDatasets(source, TableFile.read(source, progress)).all(progress);
    }
}
