package org.interphase.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.Fact;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * Columns of text under the headings a person states for them. {@link Fact#AXIS} and {@link Fact#UNIT} head the first
 * column of numbers, {@link Fact#SIGNAL} and {@link Fact#SIGNAL_UNIT} the second. A technique's reader of text uses it
 * in two places:
 * <pre>
 *     confidence(head):  if (StatedColumns.suits(head, kinds())) { return StatedColumns.SURE; }
 *     read(source):      StatedColumns said = StatedColumns.of(block, source.stated());
 *                        block = said.block();       // as if the file had these headings: "binding energy (eV)"
 *                        ... header = said.remark(header);
 * </pre>
 * and asks by {@link Stated#missing} for what is then still open. Where the file heads a column otherwise, what is
 * stated is taken and a warning names both.
 *
 * @param block the block with the headings stated
 * @param remarks where what is stated is against the file; that something was stated the loader remarks
 */
public record StatedColumns(TextBlock block, List<Remark> remarks) {

    /** Confidence of a reader of one of whose kinds a file of columns is stated to be. */
    public static final int SURE = 60;

    /** Copies the list. */
    public StatedColumns {
        remarks = List.copyOf(remarks);
    }

    /** Whether a file is stated to be of one of these kinds and has at least two columns of numbers. */
    public static boolean suits(SourceHead head, List<String> kinds) {
        return head.stated().kind().map(kinds::contains).orElse(false) && DelimitedText.columnsIn(head) >= 2;
    }

    /** A block under the headings stated; the same block where nothing is said of its columns. */
    public static StatedColumns of(TextBlock block, Stated stated) {
        List<TextColumn> columns = new ArrayList<>(block.columns());
        List<Remark> remarks = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < columns.size() && number < 2; i++) {
            if (columns.get(i).isNumeric()) {
                boolean axis = number++ == 0;
                columns.set(i, headed(columns.get(i), axis ? "axis" : "signal",
                        stated.text(axis ? Fact.AXIS : Fact.SIGNAL),
                        stated.unit(axis ? Fact.UNIT : Fact.SIGNAL_UNIT), remarks));
            }
        }
        return columns.equals(block.columns()) ? new StatedColumns(block, remarks)
                : new StatedColumns(block.withColumns(columns), remarks);
    }

    private static TextColumn headed(TextColumn c, String what, Optional<String> name, Optional<Unit> unit,
            List<Remark> remarks) {
        if (name.isEmpty() && unit.isEmpty()) {
            return c;
        }
        String said = name.orElse(c.name());
        Unit in = unit.orElse(c.unit());
        String now = said + (in.isOne() ? "" : " (" + in.text() + ")");
        boolean against = !c.heading().isEmpty() && name.isPresent() && !same(c.name(), said)
                || c.hasUnit() && !c.unit().equals(in);
        if (against) {
            remarks.add(Remark.warning("The " + what + " is taken as " + now + ", as stated; the file heads that "
                    + "column '" + (c.heading().isEmpty() ? c.name() + " (" + c.unit().text() + ")" : c.heading())
                    + "'."));
        }
        return new TextColumn(said, in, now, c.values(), c.words());
    }

    private static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** A header with these remarks. */
    public DatasetHeader remark(DatasetHeader header) {
        DatasetHeader out = header;
        for (Remark r : remarks) {
            out = out.remarking(r);
        }
        return out;
    }

    /** Which way the field draws an axis of this name: binding energy and wavenumber from large to small. */
    public static Direction direction(String quantity) {
        HeadingQuantity q = HeadingQuantity.of(quantity).orElse(HeadingQuantity.INDEX);
        return q == HeadingQuantity.BINDING_ENERGY || q == HeadingQuantity.WAVENUMBER ? Direction.DESCENDING
                : Direction.ASCENDING;
    }

    /**
     * The curve of the first two columns of numbers, over the rows that have both, with these remarks and those that
     * name rows left out, drawn in the direction of its axis.
     *
     * @param header name, kind and metadata
     * @throws IllegalArgumentException if there are fewer than two columns of numbers, or an abscissa occurs twice
     */
    public Curve curve(DatasetHeader header) {
        List<TextColumn> numeric = block.numericColumns();
        if (numeric.size() < 2) {
            throw new IllegalArgumentException("a curve needs two columns of numbers");
        }
        TextColumn x = numeric.get(0);
        TextColumn y = numeric.get(1);
        CompleteRows rows = block.complete(block.columns().indexOf(x), block.columns().indexOf(y));
        return Curve.ofUnsorted(rows.remarkOn(remark(header)), x.name(), x.unit(), direction(x.name()),
                rows.values(0), y.name(), y.unit(), rows.values(1), null);
    }
}
