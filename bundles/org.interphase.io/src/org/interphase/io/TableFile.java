package org.interphase.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;

/**
 * Columns of numbers with headings, whether they stand in a delimited text, in the sheets of a workbook or in a Parquet
 * file: a reader of one technique's columns asks here and reads all alike.
 * <pre>
 *     extensions():      ... "csv", "txt", "xlsx"
 *     confidence(head):  SourceHead text = TableFile.head(head);       // a workbook's first rows as text
 *                        ... text.text(), DelimitedText.columnsIn(text) ...
 *     read(source):      for (TextBlock block : TableFile.read(source, progress).blocks()) ...
 * </pre>
 *
 * @param blocks the blocks of rows, sheet by sheet; at least one
 * @param workbook the workbook, if it is one
 * @param hidden names of hidden sheets that hold rows of numbers and are not among the blocks
 */
public record TableFile(List<TextBlock> blocks, Optional<Workbook> workbook, List<String> hidden) {

    /** Copies the lists. */
    public TableFile {
        blocks = List.copyOf(blocks);
        hidden = List.copyOf(hidden);
    }

    /**
     * What a reader of columns should look at to tell what they are: the head itself, or for a workbook or a Parquet
     * file its first rows written as text, tabs between the cells. The name stays.
     */
    public static SourceHead head(SourceHead head) {
        boolean parquet = ParquetSheet.is(head);
        if (!parquet && !Workbook.is(head)) {
            return head;
        }
        try {
            byte[] text = (parquet ? ParquetSheet.headText(head.source()) : Workbook.headText(head.source()))
                    .getBytes(StandardCharsets.UTF_8);
            return new SourceHead(head.name(), text.length, text, head.stated(), head.source());
        } catch (IOException e) {
            // reading it will say what is wrong
            return head;
        }
    }

    /**
     * Reads all blocks of a text or a workbook. Hidden sheets are left out where others hold rows of numbers.
     *
     * @throws DatasetFormatException if there are no rows of numbers, or as {@link DelimitedText#read} and
     *     {@link Workbook#read}
     */
    public static TableFile read(Source source, Progress progress) throws IOException {
        SourceHead head = SourceHead.of(source);
        if (ParquetSheet.is(head)) {
            List<TextBlock> blocks = ParquetSheet.read(source, progress).blocks();
            if (blocks.isEmpty()) {
                throw new DatasetFormatException(source.name(), "", "the table has no rows of numbers");
            }
            return new TableFile(blocks, Optional.empty(), List.of());
        }
        if (!Workbook.is(head)) {
            return new TableFile(DelimitedText.read(source).blocks(), Optional.empty(), List.of());
        }
        Workbook book = Workbook.read(source, progress);
        List<TextBlock> shown = new ArrayList<>();
        List<TextBlock> behind = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (Sheet s : book.sheets()) {
            progress.checkCancelled();
            List<TextBlock> blocks = s.blocks();
            (s.isHidden() ? behind : shown).addAll(blocks);
            if (s.isHidden() && !blocks.isEmpty()) {
                hidden.add(s.name());
            }
        }
        if (shown.isEmpty() && behind.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "no rows of numbers were found in the "
                    + book.sheets().size() + " sheets of the workbook");
        }
        return shown.isEmpty() ? new TableFile(behind, Optional.of(book), List.of())
                : new TableFile(shown, Optional.of(book), hidden);
    }

    /** The block with the most rows (the first of equals). */
    public TextBlock table() {
        TextBlock best = blocks.get(0);
        for (TextBlock b : blocks) {
            best = b.rows() > best.rows() ? b : best;
        }
        return best;
    }
}
