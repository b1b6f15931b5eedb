package org.interphase.ui.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.Copyable;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.results.CopiedNumbers;
import org.interphase.ui.session.DiskJob;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;
import org.interphase.ui.theme.ThemeAware;

/** A table that fills while a recipe runs over many datasets; failures stand in it with their causes. */
public final class BatchView extends ViewPart implements Copyable, ThemeAware {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.batch";

    /** Milliseconds after which rows that came are shown together. */
    private static final int TOGETHER = 60;
    private static final String PLOT = "batch.plot";
    private final BatchTable model = new BatchTable();
    private final Map<AnalysisInput.Member, AnalysisDocument> documents = new LinkedHashMap<>();
    private WorkbenchSession session;
    private Composite root;
    private TableViewer table;
    private BatchColumns columns;
    private Label heading;
    private Text search;
    private Button plots;
    private Button save;
    private SashForm parts;
    private BatchPlotPane plot;
    private Job job;
    private String title = "";
    private int runs;
    private boolean waiting;

    @Override
    public void createPartControl(Composite parent) {
        session = getSite().getService(WorkbenchSession.class);
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(4, false);
        g.marginWidth = 0;
        g.marginHeight = 2;
        g.verticalSpacing = 2;
        root.setLayout(g);
        heading = new Label(root, SWT.WRAP);
        heading.setText(Messages.BatchView_heading);
        GridData h = new GridData(SWT.FILL, SWT.CENTER, true, false);
        h.horizontalIndent = 6;
        h.widthHint = 120;
        heading.setLayoutData(h);
        createTools();
        parts = new SashForm(root, SWT.HORIZONTAL | SWT.SMOOTH);
        parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
        table = new TableViewer(parts, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("interphase.id", "batch");
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        columns = new BatchColumns(table, model, session.remembered(), this::fill);
        table.addDoubleClickListener(e -> openSelected());
        BatchMenu.attach(this, table);
        plot = new BatchPlotPane(parts, why -> tell(NLS.bind(Messages.BatchView_notCopied, why), true));
        parts.setWeights(1, 1);
        plots.setSelection(session.remembered().get(PLOT).isPresent());
        showPlot();
        bringBack();
    }

    private void createTools() {
        search = new Text(root, SWT.SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
        search.setMessage(Messages.BatchView_filter);
        search.setToolTipText(Messages.BatchView_filterTip);
        search.setData("interphase.id", "batch-filter");
        GridData d = new GridData(SWT.FILL, SWT.CENTER, false, false);
        d.widthHint = 110;
        search.setLayoutData(d);
        search.addListener(SWT.Modify, e -> {
            model.search(search.getText());
            fill();
        });
        plots = new Button(root, SWT.TOGGLE);
        plots.setText(Messages.BatchView_plot);
        plots.setToolTipText(Messages.BatchView_plotTip);
        plots.setData("interphase.id", "batch-plots");
        plots.addListener(SWT.Selection, e -> {
            session.remembered().put(PLOT, plots.getSelection() ? "yes" : "");
            showPlot();
        });
        save = new Button(root, SWT.PUSH);
        save.setText(Messages.BatchView_save);
        save.setToolTipText(Messages.BatchView_saveTip);
        save.setData("interphase.id", "batch-save");
        save.setEnabled(false);
        save.addListener(SWT.Selection, e -> save());
    }

    private void showPlot() {
        // a control out of sight takes no keys
        plot.control().setVisible(plots.getSelection());
        parts.setMaximizedControl(plots.getSelection() ? null : table.getTable());
        fill();
    }

    /** The table has the rows there are now; many that come together are shown together. */
    private void fill() {
        if (root.isDisposed()) {
            return;
        }
        waiting = false;
        columns.show();
        List<BatchRow> shown = model.shown();
        if (!shown.equals(table.getInput())) {
            table.setInput(shown);
        }
        if (plots.getSelection()) {
            plot.show(shown, model.quantities());
        }
        if (!title.isEmpty()) {
            heading.setText(model.told(title));
            heading.setToolTipText(model.failed() == 0 ? null : model.causes());
            heading.setForeground(model.failed() == 0 ? null : Looks.of(root).bad());
        }
        save.setEnabled(!documents.isEmpty());
    }

    private void save() {
        Map<AnalysisInput.Member, AnalysisDocument> chosen = new LinkedHashMap<>();
        for (BatchRow r : chosen()) {
            Optional.ofNullable(documents.get(r.member())).ifPresent(d -> chosen.put(r.member(), d));
        }
        Display display = root.getDisplay();
        save.setEnabled(false);
        DiskJob.run(Messages.BatchView_save, display, () -> {
            String told = BatchSaving.save(chosen, session);
            display.asyncExec(() -> tell(told, false));
            session.projectChanged();
        }, why -> tell(NLS.bind(Messages.BatchView_notSaved, why), true));
    }

    private void tell(String told, boolean bad) {
        if (!root.isDisposed()) {
            heading.setText(told);
            heading.setToolTipText(told);
            heading.setForeground(bad ? Looks.of(root).bad() : null);
            save.setEnabled(!documents.isEmpty());
        }
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
        title = kept.finished() ? kept.title() : NLS.bind(Messages.BatchView_cut, kept.title());
        kept.rows().forEach(model::add);
        fill();
    }

    private BatchJournal journal() {
        return new BatchJournal(session.state().resolve("batch.txt"));
    }

    /** Runs a recipe over datasets; a run under way is given up. */
    public void run(Recipe recipe, List<AnalysisInput.Member> members) {
        if (job != null) {
            job.cancel();
        }
        int number = ++runs;
        Display display = root.getDisplay();
        model.clear();
        documents.clear();
        columns.clear();
        title = recipe.title();
        session.onDisk(() -> journal().begin(recipe.title()));
        Job mine = Job.create(NLS.bind(Messages.BatchView_job, recipe.title(), members.size()),
                (ICoreRunnable) monitor -> {
            BatchRun.run(session, recipe, members, r -> display.asyncExec(() -> add(r, number)),
                    new MonitorProgress(monitor));
            if (!monitor.isCanceled()) {
                display.asyncExec(() -> finished(number));
            }
        });
        job = mine;
        fill();
        mine.schedule();
    }

    private void add(BatchRun.Done done, int number) {
        // a run that was given up may still have a row on its way
        if (root.isDisposed() || number != runs) {
            return;
        }
        session.onDisk(() -> journal().add(done.row()));
        model.add(done.row());
        done.document().ifPresent(d -> documents.put(done.row().member(), d));
        if (!waiting) {
            waiting = true;
            root.getDisplay().timerExec(TOGETHER, this::fill);
        }
    }

    private void finished(int number) {
        if (number == runs) {
            session.onDisk(() -> journal().finish());
        }
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
                .table(chosen(), model.quantities()));
    }

    /** The rows that are selected; without a selection all that are shown. */
    List<BatchRow> chosen() {
        List<BatchRow> selected = table.getStructuredSelection().stream().map(BatchRow.class::cast).toList();
        return selected.isEmpty() ? model.shown() : selected;
    }

    @Override
    public void themeChanged() {
        if (!root.isDisposed()) {
            plot.colour();
            table.refresh();
        }
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }
}
