package org.interphase.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;

/**
 * Columns of numbers in a text file of unknown dialect: encoding, delimiter, decimal comma, headings, units, comments
 * and preamble are found from the content. A file may hold several blocks of rows; a line that is neither row nor
 * heading inside a block is an error with line and column, never skipped.
 */
public final class DelimitedText {

    /** Largest file read unless a reader asks for more: 256 MiB. */
    public static final long LIMIT = 256L << 20;

    private static final int SAMPLE = 250;

    private final String file;
    private final TextLayout layout;
    private final String text;
    private final List<TextBlock> blocks;

    private DelimitedText(String file, String text, TextLayout layout, List<TextBlock> blocks) {
        this.file = file;
        this.text = text;
        this.layout = layout;
        this.blocks = blocks;
    }

    /**
     * Reads a file of at most {@link #LIMIT} bytes; a decimal mark that is {@link Fact#DECIMAL said} is obeyed.
     *
     * @throws DatasetFormatException if it is no text, holds no rows of numbers, or a row is malformed
     * @throws org.interphase.api.MissingFactException if every number could be two, as "1,234"
     */
    public static DelimitedText read(Source source) throws IOException {
        return parse(source.name(), TextDecoder.decode(source.name(), source.readAll(LIMIT)), null, source.stated());
    }

    /**
     * Reads text that is already decoded.
     *
     * @throws DatasetFormatException as {@link #read}
     */
    public static DelimitedText parse(String file, String text) throws DatasetFormatException {
        return parse(file, text, null);
    }

    /**
     * Reads text of a known layout.
     *
     * @param layout delimiter and decimal mark; null to find them
     * @throws DatasetFormatException as {@link #read}
     */
    public static DelimitedText parse(String file, String text, TextLayout layout) throws DatasetFormatException {
        return parse(file, text, layout, Stated.NOTHING);
    }

    /**
     * Reads text of which something may be said.
     *
     * @param layout delimiter and decimal mark; null to find them
     * @param stated what is said of the file
     * @throws DatasetFormatException as {@link #read}
     */
    public static DelimitedText parse(String file, String text, TextLayout layout, Stated stated)
            throws DatasetFormatException {
        if (text.isBlank()) {
            throw new DatasetFormatException(file, "byte 0", "the file is empty");
        }
        TextGrid grid = layout == null ? grid(file, text, stated) : TextGrid.of(text, layout);
        boolean endsCleanly = text.endsWith("\n") || text.endsWith("\r");
        List<TextBlock> blocks = new BlockFinder(file, "", grid, endsCleanly).find();
        if (blocks.isEmpty()) {
            throw new DatasetFormatException(file, "line 1", "no rows of numbers were found in " + grid.rows()
                    + " lines");
        }
        return new DelimitedText(file, text, grid.layout(), blocks);
    }

    private static TextGrid grid(String file, String text, Stated stated) throws DatasetFormatException {
        Boolean comma = stated.text(Fact.DECIMAL).map("comma"::equals).orElse(null);
        List<String> lines = lines(text);
        Dialect dialect = Dialect.of(lines, SAMPLE, comma);
        TextGrid grid = dialect.doubt() == null ? TextGrid.of(text, dialect.layout()) : null;
        if (grid == null || grid.doubtful() > 0) {
            // a number outside the sample may tell what the sample leaves open
            Dialect whole = Dialect.of(lines, lines.size(), comma);
            if (whole.doubt() != null) {
                throw Stated.missing(file, "line " + whole.doubt().line(), "'" + whole.doubt().field() + "' could be "
                        + "two numbers: nothing in the file tells its decimal mark", Fact.DECIMAL);
            }
            grid = grid == null || !whole.layout().equals(grid.layout()) ? TextGrid.of(text, whole.layout()) : grid;
        }
        return grid;
    }

    /** The lines of a text, whatever ends them. */
    public static List<String> lines(String text) {
        List<String> out = new ArrayList<>();
        int start = 0;
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                out.add(text.substring(start, i));
                if (c == '\r' && i + 1 < n && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < n) {
            out.add(text.substring(start));
        }
        return out;
    }

    /**
     * How many columns of numbers the beginning of a file seems to have: the commonest number of fields among rows
     * of numbers only, if there are at least three of them, else 0. For {@code DatasetReader.confidence}.
     */
    public static int columnsIn(SourceHead head) {
        // a dozen readers ask this of every file
        return head.notes().get(Columns.class, () -> new Columns(count(head))).number();
    }

    private record Columns(int number) {
    }

    private static int count(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        List<String> lines = lines(head.text());
        if (lines.size() > 1 && head.size() > head.bytes().length) {
            lines.remove(lines.size() - 1);
        }
        TextLayout layout = TextLayout.detect(lines);
        int[] votes = new int[65];
        for (String line : lines) {
            List<String> fields = layout.split(line);
            boolean numbers = !fields.isEmpty() && layout.isNumber(fields.get(0))
                    && fields.stream().allMatch(f -> layout.isNumber(f) || TextLayout.isMissing(f));
            if (numbers) {
                votes[Math.min(64, fields.size())]++;
            }
        }
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] >= 3 && votes[i] > votes[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Delimiter and decimal mark found. */
    public TextLayout layout() {
        return layout;
    }

    /** All lines of the file. */
    public List<String> lines() {
        return lines(text);
    }

    /** The blocks of rows in order; at least one. */
    public List<TextBlock> blocks() {
        return blocks;
    }

    /** The block with the most rows (the first of equals). */
    public TextBlock table() {
        TextBlock best = blocks.get(0);
        for (TextBlock b : blocks) {
            if (b.rows() > best.rows()) {
                best = b;
            }
        }
        return best;
    }

    /** Keys and values found above the first block. */
    public Map<String, String> properties() {
        return blocks.get(0).properties();
    }
}
