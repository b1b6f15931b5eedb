package org.interphase.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Segments;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.editor.Copyable;
import org.interphase.ui.recipe.AnalysisView;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.Result;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;
import org.interphase.ui.theme.ThemeAware;

/** Numbers with their uncertainty, and remarks that lead to what they are about. */
public final class ResultsView extends AnalysisView implements ThemeAware, Copyable {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.results";

    private static final int REMARKS = 112;
    private static final int LEAST_REMARKS = 48;
    private Composite root;
    private TableViewer numbers;
    private RemarkList remarks;
    private Link more;
    private Glance glance = Glance.EMPTY;
    private boolean unfolded;
    private List<Measurement> all = List.of();

    @Override
    public void createPartControl(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        g.verticalSpacing = 2;
        root.setLayout(g);
        numbers = new TableViewer(root, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        numbers.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        numbers.getTable().setData("interphase.id", "results");
        numbers.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(numbers);
        column(Messages.CopiedNumbers_quantity, new MeasurementText(false, () -> Looks.of(numbers.getTable())));
        column(Messages.CopiedNumbers_value, new MeasurementText(true, () -> Looks.of(numbers.getTable())));
        numbers.getTable().addListener(SWT.Resize, e -> fitColumns());
        ResultsMenu.attach(this, numbers.getTable());
        numbers.addSelectionChangedListener(e -> {
            if (numbers.getStructuredSelection().getFirstElement() instanceof Measurement m) {
                analysis().ifPresent(a -> a.select(m.step(), componentOf(a, m)));
            }
        });
        createRemarks();
        themeChanged();
        startFollowing();
    }

    /** The stretch of the record a number is of, else what is selected. */
    private static String componentOf(Analysis a, Measurement m) {
        Optional<Segments> all = a.result().flatMap(r -> r.run().dataset().product(Segments.class));
        return all.filter(s -> s.giving(m.name()).isPresent()).map(s -> s.all().get(s.giving(m.name()).getAsInt())
                .name()).orElse(a.selectedComponent());
    }

    private void column(String title, ColumnLabelProvider labels) {
        TableViewerColumn c = new TableViewerColumn(numbers, SWT.NONE);
        c.getColumn().setText(title);
        c.setLabelProvider(labels);
    }

    private void createRemarks() {
        more = new Link(root, SWT.NONE);
        more.setData("interphase.id", "more-results");
        GridData h = new GridData(SWT.FILL, SWT.CENTER, true, false);
        h.horizontalIndent = 6;
        more.setLayoutData(h);
        more.addListener(SWT.Selection, e -> unfold(!unfolded));
        remarks = new RemarkList(root, r -> analysis().ifPresent(a -> a.select(r.step(), r.component())));
        remarks.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        root.addListener(SWT.Resize, e -> arrange());
    }

    /** Shows all numbers and notes, or what is read first. */
    public void unfold(boolean everything) {
        unfolded = everything;
        arrange();
    }

    /** Where everything has room everything is shown; else what is read first, and the rest on request. */
    private void arrange() {
        Rectangle room = root.getClientArea();
        boolean fits = height(true, room.width) <= room.height;
        boolean whole = fits || unfolded || glance.more().isEmpty();
        List<Measurement> rows = glance.numbers(whole);
        if (!rows.equals(numbers.getInput())) {
            numbers.setInput(rows);
            fitColumns();
            fitColumns();
        }
        remarks.show(glance.remarks(whole));
        String text = fits || glance.more().isEmpty() ? "" : unfolded ? Messages.ResultsView_less
                : "<a>" + glance.more() + "</a>";
        String line = glance.numbers().isEmpty() && glance.remarks().isEmpty()
                ? Messages.ResultsView_none : text;
        if (!more.getText().equals(line)) {
            more.setText(line);
        }
        boolean scrolls = height(whole, room.width) > room.height;
        GridData table = (GridData) numbers.getTable().getLayoutData();
        GridData list = (GridData) remarks.control().getLayoutData();
        list.exclude = remarks.remarks().isEmpty();
        remarks.control().setVisible(!list.exclude);
        // what is said where there are no numbers stands on top
        table.exclude = rows.isEmpty();
        numbers.getTable().setVisible(!table.exclude);
        table.grabExcessVerticalSpace = scrolls || list.exclude;
        table.heightHint = table.grabExcessVerticalSpace ? 0 : tableHeight(rows.size());
        list.grabExcessVerticalSpace = !scrolls;
        list.heightHint = scrolls ? Math.min(REMARKS, Math.max(LEAST_REMARKS, room.height * 2 / 5)) : 0;
        GridData link = (GridData) more.getLayoutData();
        link.exclude = line.isEmpty();
        more.setVisible(!link.exclude);
        root.layout(true);
    }

    private int tableHeight(int rows) {
        return rows * numbers.getTable().getItemHeight() + 4;
    }

    private int height(boolean whole, int width) {
        return tableHeight(glance.numbers(whole).size()) + remarks.height(glance.remarks(whole), width)
                + (whole && !unfolded ? 0 : more.computeSize(SWT.DEFAULT, SWT.DEFAULT).y) + 6;
    }

    /** Names get the width they need, but leave room for the values. */
    private void fitColumns() {
        Table table = numbers.getTable();
        int w = table.getClientArea().width;
        if (w < 80 || !(numbers.getInput() instanceof List<?> all)) {
            return;
        }
        GC gc = new GC(table);
        int names = 60;
        int values = 60;
        for (Object o : all) {
            Measurement m = (Measurement) o;
            names = Math.max(names, gc.textExtent(m.name()).x + 18);
            values = Math.max(values, gc.textExtent(Wording.number(units().of(m))).x + 18);
        }
        gc.dispose();
        int first = names + values <= w ? Math.min(w - values, Math.max(names, w * 46 / 100))
                : Math.max(w - values, w * 46 / 100);
        table.getColumn(0).setWidth(first);
        table.getColumn(1).setWidth(w - first);
    }

    /** Doubtful and withheld numbers are set apart; the reason is one hover away. */
    private final class MeasurementText extends ColumnLabelProvider {
        private final boolean value;
        private final Supplier<Looks> looks;

        MeasurementText(boolean value, Supplier<Looks> looks) {
            this.value = value;
            this.looks = looks;
        }

        @Override
        public String getText(Object element) {
            Measurement m = (Measurement) element;
            return value ? Wording.number(units().of(m)) : m.name();
        }

        @Override
        public String getToolTipText(Object element) {
            Measurement m = (Measurement) element;
            return m.name() + (m.symbol().isEmpty() ? "" : " (" + m.symbol() + ")") + " = "
                    + NumberLook.told(units().of(m))
                    + '\n' + NLS.bind(Messages.ResultsView_from, m.step());
        }

        @Override
        public Font getFont(Object element) {
            return NumberLook.font((Measurement) element);
        }

        @Override
        public Color getForeground(Object element) {
            return NumberLook.color((Measurement) element, looks.get());
        }
    }

    /** The numbers that are selected; without a selection all there are. */
    List<Measurement> chosen() {
        List<Measurement> selected = numbers.getStructuredSelection().stream().map(Measurement.class::cast).toList();
        return (selected.isEmpty() ? glance.numbers() : selected).stream().map(units()::of).toList();
    }

    private ShownUnits units() {
        return ShownUnits.chosen(getSite().getService(WorkbenchSession.class).remembered());
    }

    CopiedNumbers copying() {
        return CopiedNumbers.chosen(getSite().getService(WorkbenchSession.class).remembered());
    }

    @Override
    public void copy() {
        FigureClipboard.copy(root.getDisplay(), copying().text(chosen()));
    }

    @Override
    public void selectAll() {
        numbers.getTable().selectAll();
    }

    @Override
    protected boolean isGone() {
        return root == null || root.isDisposed();
    }

    @Override
    protected void showAnalysis() {
        Run run = analysis().flatMap(a -> a.result()).map(Result::run).orElse(null);
        all = run == null ? List.of() : run.measurements();
        glance = run == null ? Glance.EMPTY : Glance.of(run);
        arrange();
    }

    @Override
    public void changed(Change change) {
        if (change == Change.RESULT && !isGone()) {
            showAnalysis();
        }
    }

    @Override
    public void themeChanged() {
        if (!isGone()) {
            remarks.colour();
            numbers.refresh();
            fitColumns();
            more.setLinkForeground(Looks.of(root).accent());
        }
    }

    /** What the table writes of a number, and tells when the pointer rests on it. */
    public ColumnLabelProvider valueTexts() {
        return (ColumnLabelProvider) numbers.getLabelProvider(1);
    }

    /** All numbers of the result, in the order of the result. */
    public List<Measurement> shown() {
        return all;
    }

    /** The remarks in sight, in the order in which they stand. */
    public List<Remark> shownRemarks() {
        return remarks.remarks();
    }

    @Override
    public void setFocus() {
        numbers.getTable().setFocus();
    }
}
