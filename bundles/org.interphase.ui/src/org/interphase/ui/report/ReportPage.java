package org.interphase.ui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.Sample;
import org.interphase.report.ReportFigures;
import org.interphase.ui.commands.CommandRunner;
import org.interphase.ui.editor.MessageBar;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;
import org.interphase.ui.theme.ThemeAware;

/**
 * The page on which the report of the project is laid out: who, what was asked, samples and chapters in their order,
 * figures, conclusion. Every change is written into {@code project.yaml} at once.
 */
public final class ReportPage extends EditorPart implements ThemeAware {

    /** Identifier of this editor. */
    public static final String ID = "org.interphase.ui.reportPage";

    private static final int NARROW = 240;
    private Display display;
    private WorkbenchSession session;
    private Composite outer;
    private MessageBar notice;
    private ScrolledComposite scroll;
    private Composite body;
    private ReportEdits edits;
    private ReportPreview preview;
    private Entry title;
    private Entry authors;
    private Entry laboratory;
    private Entry instrument;
    private Entry reference;
    private Entry introduction;
    private Entry conclusion;
    private OrderedTable samples;
    private ChapterSheet chapters;
    private QuestionSheet questions;
    private List<String> sampleNames = List.of();
    private Consumer<Path> opener = page -> Program.launch(page.toUri().toString());
    private Runnable stop = () -> { };
    private int newest;

    /** Opens the page of the project that is open; false if none is. */
    public static boolean open(IWorkbenchPage page, WorkbenchSession session) {
        if (session.project().isEmpty()) {
            return false;
        }
        try {
            page.openEditor(new ReportInput(session.project().get()), ID);
        } catch (PartInitException e) {
            ILog.get().error("The layout of the report cannot be shown", e);
        }
        return true;
    }

    /** Opens previews with something else than the system's browser. */
    public void setOpener(Consumer<Path> with) {
        opener = with;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ReportInput)) {
            throw new PartInitException("the page is of a project");
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    private Path folder() {
        return ((ReportInput) getEditorInput()).folder();
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        session = getSite().getService(WorkbenchSession.class);
        outer = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        g.verticalSpacing = 0;
        outer.setLayout(g);
        NavigatorView project = navigator();
        edits = new ReportEdits(project.model(), session.registry());
        preview = new ReportPreview(session, display, (text, bad) -> say(text, bad));
        Composite bar = SheetLook.buttons(outer);
        ((GridData) bar.getLayoutData()).horizontalIndent = 8;
        SheetLook.button(bar, Messages.ReportPage_preview, Messages.ReportPage_previewTip, () ->
                preview.write(folder(), p -> opener.accept(p)));
        SheetLook.button(bar, Messages.ReportPage_write, Messages.ReportPage_writeTip,
                () -> CommandRunner.run(getSite(), "org.interphase.ui.report"));
        notice = new MessageBar(outer);
        scroll = new ScrolledComposite(outer, SWT.V_SCROLL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        body = new Composite(scroll, SWT.NONE);
        GridLayout b = new GridLayout(1, false);
        b.marginWidth = 12;
        body.setLayout(b);
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, e -> fit());
        parts();
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        project.undoIn(handlers);
        stop = session.onProject(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(this::refresh);
            }
        });
        refresh();
    }

    private NavigatorView navigator() {
        try {
            return (NavigatorView) getSite().getPage().showView(NavigatorView.ID, null, IWorkbenchPage.VIEW_CREATE);
        } catch (PartInitException e) {
            throw new IllegalStateException("there is no project column", e);
        }
    }

    private void parts() {
        Composite front = SheetLook.part(body, Messages.ReportPage_front);
        title = new Entry(front, "report.title", Messages.ReportEdits_title, 1, edits::title);
        authors = new Entry(front, "report.authors", Messages.ReportPage_authors, 1, t ->
                edits.list(Messages.ReportPage_authors, "authors", t));
        authors.text().setMessage(Messages.ReportPage_authorsSuch);
        laboratory = new Entry(front, "report.laboratory", Messages.ReportPage_laboratory, 1, t ->
                edits.text(Messages.ReportPage_laboratory, "laboratory",
                t));
        instrument = new Entry(front, "report.instrument", Messages.ReportPage_instruments, 1, t ->
                edits.list(Messages.ReportPage_instruments,
                "instrument", t));
        reference = new Entry(front, "report.reference", Messages.ReportPage_order, 1, t ->
                edits.text(Messages.ReportPage_order, "reference", t));
        reference.text().setMessage(Messages.ReportPage_orderSuch);
        introduction = new Entry(front, "report.introduction", Messages.ReportPage_introduction, 3, t ->
                edits.text(Messages.ReportPage_introduction,
                "introduction", t));
        questions = new QuestionSheet(body, edits);
        Composite order = SheetLook.part(body, Messages.ReportPage_samples);
        samples = new OrderedTable(order, "report.samples", SWT.NONE, (from, to) -> {
            String name = sampleNames.get(from);
            List<String> now = new ArrayList<>(sampleNames);
            now.add(to, now.remove(from));
            showSamples(now);
            edits.moveSample(name, to - from);
        });
        Composite row = SheetLook.buttons(order);
        SheetLook.button(row, Messages.Up, Messages.ReportPage_upTip, () -> samples.step(-1));
        SheetLook.button(row, Messages.Down, Messages.ReportPage_downTip, () -> samples.step(1));
        chapters = new ChapterSheet(body, edits, this::figures, this::fit);
        Composite end = SheetLook.part(body, Messages.ReportPage_conclusion);
        conclusion = new Entry(end, "report.conclusion", Messages.ChapterSheet_text, 4, t ->
                edits.text(Messages.ReportPage_conclusion, "conclusion", t));
        SheetLook.alignEntries(body);
    }

    private void say(String text, boolean bad) {
        if (!outer.isDisposed()) {
            notice.show(text, bad, text.isEmpty() ? List.of() : List.of(new MessageBar.Offer(Messages.ReportPage_close,
                    Messages.ReportPage_closeTip, () -> notice.show("", false, List.of()))));
        }
    }

    private void figures(String recipe, Consumer<Map<String, String>> then) {
        Path folder = folder();
        Job.create(NLS.bind(Messages.ReportPage_figuresOf, recipe), (ICoreRunnable) (IProgressMonitor monitor) -> {
            Map<String, String> found = Map.of();
            try {
                Project project = ReportShown.read(folder, session.registry()).project();
                found = ReportFigures.of(project, recipe, session.registry(), session.runner(),
                        new MonitorProgress(monitor));
            } catch (IOException | CancellationException e) {
                ILog.get().warn("Figures of " + recipe + " are not found: " + e.getMessage(), e);
            }
            Map<String, String> all = found;
            if (!display.isDisposed()) {
                display.asyncExec(() -> then.accept(all));
            }
        }).schedule();
    }

    private void refresh() {
        if (outer.isDisposed()) {
            return;
        }
        int mine = ++newest;
        Path folder = folder();
        Job.createSystem("Read the layout of the report", (ICoreRunnable) m -> {
            ReportShown read = null;
            String trouble = "";
            try {
                read = ReportShown.read(folder, session.registry());
            } catch (IOException e) {
                trouble = e.getMessage();
            }
            ReportShown now = read;
            String why = trouble;
            if (!display.isDisposed()) {
                display.asyncExec(() -> show(mine, now, why));
            }
        }).schedule();
    }

    private void show(int which, ReportShown now, String trouble) {
        if (outer.isDisposed() || which != newest) {
            return;
        }
        boolean other = session.project().isPresent() && !session.project().get().equals(folder());
        body.setEnabled(now != null && !other && !now.project().implicit());
        if (now == null) {
            say(NLS.bind(Messages.ReportPage_notShown, trouble), true);
            return;
        }
        if (other || now.project().implicit()) {
            say(other ? Messages.ReportPage_other
                    : Messages.ReportPage_noProject, false);
        }
        title.show(now.project().title());
        authors.show(String.join("; ", now.notes().authors()));
        laboratory.show(now.notes().laboratory());
        instrument.show(String.join("; ", now.notes().instruments()));
        reference.show(now.notes().reference());
        introduction.show(now.text("introduction"));
        conclusion.show(now.notes().conclusion());
        questions.show(now.notes());
        showSamples(now.project().samples().stream().map(Sample::name).toList());
        chapters.show(now.outline());
        fit();
    }

    private void showSamples(List<String> names) {
        sampleNames = names;
        samples.show(names.stream().map(n -> new OrderedTable.Row(n, false)).toList());
    }

    private void fit() {
        if (!scroll.isDisposed() && chapters != null) {
            int width = Math.max(NARROW, scroll.getClientArea().width);
            body.layout(true, true);
            scroll.setMinSize(body.computeSize(width, SWT.DEFAULT));
        }
    }

    @Override
    public void themeChanged() {
        if (!body.isDisposed()) {
            for (Control part : body.getChildren()) {
                for (Control c : ((Composite) part).getChildren()) {
                    if (c instanceof Label l && l.getData("interphase.heading") != null) {
                        l.setForeground(Looks.of(body).accent());
                    } else if (c instanceof Label l && l.getData("interphase.quiet") != null) {
                        l.setForeground(Looks.of(body).muted());
                    }
                }
            }
        }
    }

    @Override
    public void dispose() {
        stop.run();
        if (preview != null) {
            preview.cancel();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        title.text().setFocus();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // every change is written at once
    }

    @Override
    public void doSaveAs() {
        // there is one layout for each project
    }
}
