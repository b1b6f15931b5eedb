package org.interphase.ui.results;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.ui.recipe.AnalysisView;
import org.interphase.ui.session.Result;
import org.interphase.ui.theme.Looks;
import org.interphase.ui.theme.ThemeAware;

/** Numbers with their uncertainty, and remarks that lead to what they are about. */
public final class ResultsView extends AnalysisView implements ThemeAware {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.results";

    private static final int REMARKS = 112;
    private Composite root;
    private TableViewer numbers;
    private RemarkList remarks;
    private Label heading;

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
        column("Quantity", new MeasurementText(false, () -> Looks.of(numbers.getTable())));
        column("Value", new MeasurementText(true, () -> Looks.of(numbers.getTable())));
        numbers.getTable().addListener(SWT.Resize, e -> fitColumns());
        numbers.getTable().addListener(SWT.KeyDown, e -> {
            if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
                copy();
            }
        });
        numbers.addSelectionChangedListener(e -> {
            if (numbers.getStructuredSelection().getFirstElement() instanceof Measurement m) {
                analysis().ifPresent(a -> a.select(m.step(), a.selectedComponent()));
            }
        });
        createRemarks();
        startFollowing();
    }

    private void column(String title, ColumnLabelProvider labels) {
        TableViewerColumn c = new TableViewerColumn(numbers, SWT.NONE);
        c.getColumn().setText(title);
        c.setLabelProvider(labels);
    }

    private void createRemarks() {
        heading = new Label(root, SWT.NONE);
        GridData h = new GridData(SWT.FILL, SWT.CENTER, true, false);
        h.horizontalIndent = 6;
        heading.setLayoutData(h);
        remarks = new RemarkList(root, r -> analysis().ifPresent(a -> a.select(r.step(), r.component())));
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, false);
        d.heightHint = REMARKS;
        remarks.control().setLayoutData(d);
        // in a low window the numbers come first
        root.addListener(SWT.Resize, e -> {
            d.heightHint = Math.min(REMARKS, Math.max(48, root.getClientArea().height * 2 / 5));
            root.layout(true);
        });
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
            values = Math.max(values, gc.textExtent(m.pretty()).x + 18);
        }
        gc.dispose();
        int first = names + values <= w ? Math.min(w - values, Math.max(names, w * 46 / 100))
                : Math.max(w - values, w * 46 / 100);
        table.getColumn(0).setWidth(first);
        table.getColumn(1).setWidth(w - first);
    }

    /** Doubtful and withheld numbers are set apart; the reason is one hover away. */
    private static final class MeasurementText extends ColumnLabelProvider {
        private final boolean value;
        private final Supplier<Looks> looks;

        MeasurementText(boolean value, Supplier<Looks> looks) {
            this.value = value;
            this.looks = looks;
        }

        @Override
        public String getText(Object element) {
            Measurement m = (Measurement) element;
            return value ? m.pretty() : m.name();
        }

        @Override
        public String getToolTipText(Object element) {
            Measurement m = (Measurement) element;
            return m.name() + (m.symbol().isEmpty() ? "" : " (" + m.symbol() + ")") + " = "
                    + NumberLook.told(m)
                    + "\nfrom step '" + m.step() + "'; \u00b1 is one standard uncertainty";
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

    private void copy() {
        String text = ((List<?>) numbers.getInput()).stream().map(Measurement.class::cast)
                .map(m -> m.name() + "\t" + NumberLook.cells(m))
                .collect(Collectors.joining("\n"));
        Clipboard clipboard = new Clipboard(root.getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    protected boolean isGone() {
        return root == null || root.isDisposed();
    }

    @Override
    protected void showAnalysis() {
        Run run = analysis().flatMap(a -> a.result()).map(Result::run).orElse(null);
        List<Measurement> m = run == null ? List.of() : run.measurements();
        List<Remark> r = run == null ? List.of() : run.remarks();
        if (!m.equals(numbers.getInput())) {
            numbers.setInput(m);
            fitColumns();
            fitColumns();
        }
        remarks.show(r);
        String empty = m.isEmpty() ? "Numbers stand here once a recipe has run." : "";
        heading.setText(r.isEmpty() ? empty : "Remarks (" + r.size() + ")");
        GridData d = (GridData) remarks.control().getLayoutData();
        if (d.exclude != r.isEmpty()) {
            d.exclude = r.isEmpty();
            remarks.control().setVisible(!r.isEmpty());
            root.layout(true);
        }
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
        }
    }

    /** What the table writes of a number, and tells when the pointer rests on it. */
    public ColumnLabelProvider valueTexts() {
        return (ColumnLabelProvider) numbers.getLabelProvider(1);
    }

    /** The numbers shown. */
    public List<Measurement> shown() {
        return ((List<?>) numbers.getInput()).stream().map(Measurement.class::cast).toList();
    }

    @Override
    public void setFocus() {
        numbers.getTable().setFocus();
    }
}
