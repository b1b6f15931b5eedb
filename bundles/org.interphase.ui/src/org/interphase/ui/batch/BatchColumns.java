package org.interphase.ui.batch;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.interphase.model.Measurement;
import org.interphase.ui.results.NumberLook;
import org.interphase.ui.results.Wording;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.theme.Looks;

/**
 * The columns of the table of a batch: the data, why they failed where some did, and one for each number. A press on a
 * heading sorts, a second one the other way round, a third one leaves the rows as they were chosen.
 */
final class BatchColumns {

    private static final int NAME_WIDTH = 150;
    private static final int CAUSE_WIDTH = 190;
    private static final int NUMBER_WIDTH = 150;
    private final TableViewer viewer;
    private final BatchTable model;
    private final Remembered remembered;
    private final Runnable sorted;
    private final Set<String> numbers = new HashSet<>();
    private TableColumn cause;

    BatchColumns(TableViewer viewer, BatchTable model, Remembered remembered, Runnable sorted) {
        this.viewer = viewer;
        this.model = model;
        this.remembered = remembered;
        this.sorted = sorted;
        column("data", Messages.BatchColumns_data, NAME_WIDTH, 0, BatchOrder.By.NAME, new Text(BatchRow::name, false));
    }

    /** Takes away all columns but the first. */
    void clear() {
        while (table().getColumnCount() > 1) {
            table().getColumn(table().getColumnCount() - 1).dispose();
        }
        numbers.clear();
        cause = null;
        mark();
    }

    /** There is a column for everything the rows have. */
    void show() {
        if (cause == null && model.failed() > 0) {
            cause = column("cause", Messages.BatchColumns_cause, CAUSE_WIDTH, 1, BatchOrder.By.CAUSE, new Text(
                    r -> r.error().replaceAll("\\s+", " "), true));
        }
        for (String q : model.quantities()) {
            if (numbers.add(q)) {
                column(q, q, NUMBER_WIDTH, table().getColumnCount(), BatchOrder.By.NUMBER, new Cell(q));
            }
        }
    }

    private Table table() {
        return viewer.getTable();
    }

    private TableColumn column(String id, String title, int width, int place, BatchOrder.By by,
            ColumnLabelProvider labels) {
        TableViewerColumn v = new TableViewerColumn(viewer, SWT.NONE, place);
        TableColumn c = v.getColumn();
        c.setText(title);
        c.setToolTipText(title + '\n' + Messages.BatchColumns_sorts);
        String name = "width.batch." + id;
        c.setWidth(remembered.number(name, width));
        c.addListener(SWT.Resize, e -> remembered.put(name, Integer.toString(c.getWidth())));
        c.setMoveable(true);
        c.setData(by);
        c.addListener(SWT.Selection, e -> {
            model.sort(model.order().pressed(by, by == BatchOrder.By.NUMBER ? title : ""));
            mark();
            sorted.run();
        });
        v.setLabelProvider(labels);
        return c;
    }

    /** An arrow stands at what the rows are sorted by. */
    private void mark() {
        BatchOrder order = model.order();
        TableColumn by = null;
        for (TableColumn c : table().getColumns()) {
            boolean same = c.getData() == order.by() && (order.quantity().isEmpty() || order.quantity().equals(
                    c.getText()));
            by = same ? c : by;
        }
        table().setSortColumn(by);
        table().setSortDirection(by == null ? SWT.NONE : order.falling() ? SWT.DOWN : SWT.UP);
    }

    private final class Text extends ColumnLabelProvider {
        private final Function<BatchRow, String> text;
        private final boolean cause;

        Text(Function<BatchRow, String> text, boolean cause) {
            this.text = text;
            this.cause = cause;
        }

        @Override
        public String getText(Object element) {
            return text.apply((BatchRow) element);
        }

        @Override
        public String getToolTipText(Object element) {
            BatchRow r = (BatchRow) element;
            String told = cause ? r.error() : r.member().file() + (r.error().isEmpty() ? "" : "\n" + r.error());
            return told.isEmpty() ? null : told;
        }

        @Override
        public Color getForeground(Object element) {
            return ((BatchRow) element).error().isEmpty() ? null : Looks.of(table()).bad();
        }
    }

    private final class Cell extends ColumnLabelProvider {
        private final String quantity;

        Cell(String quantity) {
            this.quantity = quantity;
        }

        private <T> T of(Object element, Function<Measurement, T> what) {
            return ((BatchRow) element).measurement(quantity).map(what).orElse(null);
        }

        @Override
        public String getText(Object element) {
            String text = of(element, Wording::number);
            return text == null ? "" : text;
        }

        @Override
        public String getToolTipText(Object element) {
            return of(element, NumberLook::told);
        }

        @Override
        public Font getFont(Object element) {
            return of(element, NumberLook::font);
        }

        @Override
        public Color getForeground(Object element) {
            return of(element, m -> NumberLook.color(m, Looks.of(table())));
        }
    }
}
