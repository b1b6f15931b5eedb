package org.interphase.ui.batch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.part.ViewPart;
import org.interphase.api.Recipe;
import org.interphase.model.Measurement;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.Copyable;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.results.CopiedNumbers;
import org.interphase.ui.results.NumberLook;
import org.interphase.ui.results.Wording;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;

/** A table that fills while a recipe runs over many datasets; failures stand in it with their causes. */
public final class BatchView extends ViewPart implements Copyable {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.batch";

    private final List<BatchRow> rows = new ArrayList<>();
    private final Set<String> quantities = new LinkedHashSet<>();
    private WorkbenchSession session;
    private Composite root;
    private TableViewer table;
    private Label heading;
    private Job job;
    private int runs;

    @Override
    public void createPartControl(Composite parent) {
        session = getSite().getService(WorkbenchSession.class);
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 2;
        root.setLayout(g);
        heading = new Label(root, SWT.NONE);
        heading.setText("Select files in the project and choose Analyse > Apply to many: results stand here.");
        GridData h = new GridData(SWT.FILL, SWT.CENTER, true, false);
        h.horizontalIndent = 6;
        heading.setLayoutData(h);
        createTable();
        bringBack();
    }

    /** Shows what the last batch gave, also one that was cut short when the program ended. */
    private void bringBack() {
        Display display = root.getDisplay();
        session.onDisk(() -> {
            Optional<BatchJournal.Kept> kept = journal().read();
            kept.filter(k -> !display.isDisposed()).ifPresent(k -> display.asyncExec(() -> show(k)));
        });
    }

    private void show(BatchJournal.Kept kept) {
        if (root.isDisposed() || runs > 0) {
            return;
        }
        kept.rows().forEach(r -> show(r, kept.title()));
        if (!kept.finished()) {
            heading.setText(heading.getText() + " (cut short when the program ended)");
        }
    }

    private BatchJournal journal() {
        return new BatchJournal(session.state().resolve("batch.txt"));
    }

    private void createTable() {
        table = new TableViewer(root, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("interphase.id", "batch");
        table.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        column("Data", 220, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((BatchRow) element).name();
            }

            @Override
            public Color getForeground(Object element) {
                return ((BatchRow) element).error().isEmpty() ? null : Looks.of(root).bad();
            }
        });
        table.addDoubleClickListener(e -> {
            openSelected();
        });
        BatchMenu.attach(this, table);
        table.setInput(rows);
    }

    private void column(String title, int width, ColumnLabelProvider labels) {
        TableViewerColumn c = new TableViewerColumn(table, SWT.NONE);
        c.getColumn().setText(title);
        String name = "width.batch." + title;
        c.getColumn().setWidth(session.remembered().number(name, width));
        c.getColumn().addListener(SWT.Resize, e -> session.remembered().put(name,
                Integer.toString(c.getColumn().getWidth())));
        c.getColumn().setMoveable(true);
        c.setLabelProvider(labels);
    }

    private final class Cell extends ColumnLabelProvider {
        private final String quantity;
        private final boolean first;

        Cell(String quantity, boolean first) {
            this.quantity = quantity;
            this.first = first;
        }

        @Override
        public String getText(Object element) {
            BatchRow r = (BatchRow) element;
            String failed = first ? r.error() : "";
            return r.measurement(quantity).map(Wording::number).orElse(failed);
        }

        @Override
        public String getToolTipText(Object element) {
            return ((BatchRow) element).measurement(quantity).map(NumberLook::told).orElse(getText(element));
        }

        @Override
        public Font getFont(Object element) {
            return ((BatchRow) element).measurement(quantity).map(NumberLook::font).orElse(null);
        }

        @Override
        public Color getForeground(Object element) {
            return ((BatchRow) element).measurement(quantity).map(m -> NumberLook.color(m, Looks.of(root)))
                    .orElse(null);
        }
    }

    /** Runs a recipe over datasets; a run under way is given up. */
    public void run(Recipe recipe, List<AnalysisInput.Member> members) {
        if (job != null) {
            job.cancel();
        }
        int number = ++runs;
        Display display = root.getDisplay();
        rows.clear();
        quantities.clear();
        while (table.getTable().getColumnCount() > 1) {
            TableColumn last = table.getTable().getColumn(table.getTable().getColumnCount() - 1);
            last.dispose();
        }
        table.refresh();
        session.onDisk(() -> journal().begin(recipe.title()));
        Job mine = Job.create(recipe.title() + " over " + members.size() + " files", (ICoreRunnable) monitor -> {
            BatchRun.run(session, recipe, members, r -> display.asyncExec(() -> add(r, recipe, number)),
                    new MonitorProgress(monitor));
            if (!monitor.isCanceled()) {
                display.asyncExec(() -> finished(number));
            }
        });
        job = mine;
        heading.setText(recipe.title() + " \u2026");
        mine.schedule();
    }

    private void add(BatchRow row, Recipe recipe, int number) {
        // a run that was given up may still have a row on its way
        if (root.isDisposed() || number != runs) {
            return;
        }
        session.onDisk(() -> journal().add(row));
        show(row, recipe.title());
    }

    private void finished(int number) {
        if (number == runs) {
            session.onDisk(() -> journal().finish());
        }
    }

    private void show(BatchRow row, String title) {
        rows.add(row);
        for (Measurement m : row.measurements()) {
            if (quantities.add(m.name())) {
                column(m.name(), 160, new Cell(m.name(), quantities.size() == 1));
            }
        }
        if (quantities.isEmpty() && table.getTable().getColumnCount() == 1) {
            column("Result", 300, new Cell("", true));
            quantities.add("");
        }
        long failed = rows.stream().filter(r -> !r.error().isEmpty()).count();
        String causes = rows.stream().map(BatchRow::error).filter(e -> !e.isEmpty()).collect(Collectors.joining("\n"));
        heading.setText(title + ": " + rows.size() + " datasets" + (failed == 0 ? "" : ", " + failed
                + " failed: " + causes.lines().findFirst().orElse("") + (failed > 1 ? " \u2026" : "")));
        heading.setToolTipText(causes);
        heading.setForeground(failed == 0 ? null : Looks.of(root).bad());
        table.refresh();
    }

    /** Opens the data of the rows that are selected. */
    void openSelected() {
        for (Object o : table.getStructuredSelection()) {
            AnalysisInput.Member m = ((BatchRow) o).member();
            OpenFiles.open(getSite().getPage(), AnalysisInput.of(m.file(), Math.max(0, m.index())));
        }
    }

    @Override
    public void selectAll() {
        table.getTable().selectAll();
    }

    @Override
    public void copy() {
        FigureClipboard.copy(root.getDisplay(), new BatchText(CopiedNumbers.chosen(session.remembered()))
                .table(chosen(), List.copyOf(quantities)));
    }

    /** The rows that are selected; without a selection all. */
    List<BatchRow> chosen() {
        List<BatchRow> selected = table.getStructuredSelection().stream().map(BatchRow.class::cast).toList();
        return selected.isEmpty() ? List.copyOf(rows) : selected;
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }
}
