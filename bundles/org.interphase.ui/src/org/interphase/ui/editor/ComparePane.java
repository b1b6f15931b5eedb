package org.interphase.ui.editor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbenchPage;
import org.interphase.model.Measurement;
import org.interphase.report.Comparison;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.results.CopiedNumbers;
import org.interphase.ui.results.NumberLook;
import org.interphase.ui.results.ShownUnits;
import org.interphase.ui.results.Wording;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;

/**
 * Below spectra laid over each other: the numbers of the samples side by side, each with its difference from the
 * first sample in standard uncertainties of that difference.
 */
final class ComparePane {

    private static final int HEIGHT = 190;
    private static final int WIDEST = 260;
    private final IWorkbenchPage page;
    private final Composite root;
    private final Label heading;
    private final TableViewer table;
    private List<AnalysisInput.Member> members = List.of();
    private WorkbenchSession session;
    private List<String> shown = List.of();
    private Runnable stop = () -> { };

    ComparePane(Composite parent, IWorkbenchPage page) {
        this.page = page;
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 2;
        root.setLayout(g);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, false);
        d.exclude = true;
        d.heightHint = HEIGHT;
        root.setLayoutData(d);
        root.setVisible(false);
        heading = new Label(root, SWT.WRAP);
        GridData h = new GridData(SWT.FILL, SWT.CENTER, true, false);
        h.horizontalIndent = 8;
        h.widthHint = 200;
        heading.setLayoutData(h);
        table = new TableViewer(root, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("interphase.id", "compare");
        table.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        table.getTable().addListener(SWT.KeyDown, e -> {
            if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
                copy();
            }
        });
        root.addDisposeListener(e -> stop.run());
    }

    /** Shows what is saved of datasets, and follows what is saved from now on. */
    void show(List<AnalysisInput.Member> next, WorkbenchSession shared) {
        members = next;
        session = shared;
        stop.run();
        Display display = root.getDisplay();
        stop = shared.onProject(() -> display.asyncExec(this::read));
        ((GridData) root.getLayoutData()).exclude = false;
        root.setVisible(true);
        root.getParent().layout(true, true);
        read();
    }

    /** Whether there is something to be compared. */
    boolean isShown() {
        return session != null;
    }

    /** Reads again what is saved and what is not. */
    void read() {
        if (root.isDisposed()) {
            return;
        }
        Display display = root.getDisplay();
        List<AnalysisInput.Member> of = members;
        WorkbenchSession shared = session;
        UnsavedNumbers unsaved = UnsavedNumbers.in(page);
        Job.createSystem("read saved results", (ICoreRunnable) m -> {
            SavedResults found = SavedResults.of(of, shared, unsaved);
            display.asyncExec(() -> {
                if (!root.isDisposed()) {
                    show(found);
                }
            });
        }).schedule();
    }

    private void show(SavedResults found) {
        if (found.names().equals(shown)) {
            // the same samples: only numbers may be others, and making columns takes the window's time
            table.setInput(found.rows());
            return;
        }
        table.getTable().setRedraw(false);
        try {
            build(found);
        } finally {
            table.getTable().setRedraw(true);
        }
        root.layout(true);
    }

    private void build(SavedResults found) {
        shown = found.rows().isEmpty() ? List.of() : found.names();
        table.setInput(List.of());
        for (TableColumn c : table.getTable().getColumns()) {
            c.dispose();
        }
        boolean any = !found.rows().isEmpty();
        heading.setForeground(Looks.of(root).muted());
        heading.setText(any ? NLS.bind(Messages.ComparePane_difference, found.names().get(0))
                : Messages.ComparePane_none);
        column(Messages.ComparePane_quantity, new Text(c -> c.name(), c -> c.name()));
        for (int i = 0; i < found.names().size(); i++) {
            int sample = i;
            column(found.names().get(i), new Text(c -> value(c, sample), c -> tip(c, sample)) {
                @Override
                public Font getFont(Object element) {
                    Measurement m = ((Comparison) element).values().get(sample);
                    return m == null ? null : NumberLook.font(m);
                }

                @Override
                public Color getForeground(Object element) {
                    Measurement m = ((Comparison) element).values().get(sample);
                    return m == null ? null : NumberLook.color(m, Looks.of(root));
                }
            });
            if (i > 0) {
                column("\u0394/u", new Text(c -> sigmas(c, sample), c -> tip(c, sample)) {
                    @Override
                    public Color getForeground(Object element) {
                        return ((Comparison) element).isSignificant(sample) ? Looks.of(root).warning() : null;
                    }
                });
            }
        }
        table.setInput(found.rows());
        for (TableColumn c : table.getTable().getColumns()) {
            c.pack();
            c.setWidth(Math.min(c.getWidth() + 12, WIDEST));
        }
        table.getTable().setVisible(any);
    }

    private ShownUnits units() {
        return ShownUnits.chosen(session.remembered());
    }

    private String value(Comparison c, int sample) {
        Measurement m = c.values().get(sample);
        return m == null ? "" : Wording.number(units().of(m));
    }

    private static String sigmas(Comparison c, int sample) {
        Measurement d = c.difference(sample);
        return d == null || !d.verdict().isSound() || !(d.uncertainty() > 0) ? "" : String.format(Locale.ROOT, "%+.1f",
                d.value() / d.uncertainty()).replace('-', '\u2212');
    }

    private String tip(Comparison c, int sample) {
        Measurement d = c.difference(sample);
        Measurement m = c.values().get(sample);
        String value = c.name() + " = " + (m == null ? "" : NumberLook.told(units().of(m)));
        if (d == null) {
            return value;
        }
        String difference = Wording.number(units().of(d));
        return value + '\n' + (!d.verdict().isSound() ? NLS.bind(Messages.ComparePane_notCompared, difference,
                d.verdict().reason())
                : c.isSignificant(sample) ? NLS.bind(Messages.ComparePane_significant, difference,
                        (int) Comparison.COVERAGE) : NLS.bind(Messages.ComparePane_notSignificant, difference));
    }

    private interface Words {
        String of(Comparison row);
    }

    private static class Text extends ColumnLabelProvider {
        private final Words text;
        private final Words hint;

        Text(Words text, Words hint) {
            this.text = text;
            this.hint = hint;
        }

        @Override
        public String getText(Object element) {
            return text.of((Comparison) element);
        }

        @Override
        public String getToolTipText(Object element) {
            return hint.of((Comparison) element);
        }
    }

    private void column(String title, ColumnLabelProvider labels) {
        TableViewerColumn c = new TableViewerColumn(table, SWT.NONE);
        c.getColumn().setText(title);
        c.getColumn().setToolTipText(title);
        c.setLabelProvider(labels);
    }

    /** The table as text: values, uncertainties and units apart, for a spreadsheet. */
    private void copy() {
        List<?> rows = (List<?>) table.getInput();
        CopiedNumbers numbers = CopiedNumbers.chosen(session.remembered());
        String text = rows.stream().map(Comparison.class::cast).map(c -> c.name() + "\t" + c.values().stream()
                .map(m -> String.join("\t", numbers.cells(m == null ? null : units().of(m))))
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
        FigureClipboard.copy(root.getDisplay(), text);
    }
}
