package org.interphase.ui.editor;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.EditorPart;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.reading.ImportQuestion;
import org.interphase.engine.recipe.Failure;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.FitResult;
import org.interphase.model.Series;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.AnalysisListener;
import org.interphase.ui.session.Result;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Icons;
import org.interphase.ui.theme.ThemeAware;
import org.interphase.ui.theme.ThemeSwitch;

/** Shows a dataset with what its recipe finds; recipe and results stand in views of their own. */
public final class AnalysisEditor extends EditorPart implements AnalysisListener, ThemeAware, IPersistableEditor,
        ISaveablePart2, Copyable {

    /** Identifier of this editor. */
    public static final String ID = "org.interphase.ui.analysisEditor";

    private final List<Runnable> onLoaded = new ArrayList<>();
    private final FigureDeeds deeds = new FigureDeeds(this);
    private WorkbenchSession session;
    private Analysis analysis;
    private Path document;
    private Composite root;
    private LocalResourceManager images;
    private MessageBar message;
    private Asking asking;
    private FigureBar figures;
    private PartBars parts;
    private FigureCanvas canvas;
    private SurfacePane surface;
    private SpectrumPane spectrum;
    private HistogramPane histogram;
    private ComparePane compare;
    private StatusStrip status;
    private FigureController controller;
    private KeptView kept;
    private Runnable viewChanged = () -> { };
    private String note = "";
    private String folder = "";
    private String ofDataset = "";
    private String problem = "";
    private Recipe unsaved;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        name();
        setTitleToolTip(input.getToolTipText());
        session = site.getService(WorkbenchSession.class);
    }

    private void name() {
        setPartName(getEditorInput().getName() + (folder.isEmpty() ? "" : "  (" + folder + ")") + ofDataset);
    }

    /** Names the folder in the tab; an empty one is not named. */
    void showFolder(String name) {
        if (!folder.equals(name)) {
            folder = name;
            name();
        }
    }

    /** The input as what it is. */
    public AnalysisInput input() {
        return (AnalysisInput) getEditorInput();
    }

    /** The analysis, once the data is read. */
    public Optional<Analysis> analysis() {
        return Optional.ofNullable(analysis);
    }

    /** The picture. */
    public FigureCanvas canvas() {
        return canvas;
    }

    @Override
    public void copy() {
        deeds.copy();
    }

    /** What can be done with the picture. */
    public FigureDeeds deeds() {
        return deeds;
    }

    WorkbenchSession session() {
        return session;
    }

    /** What the picture's gestures do; null before the data is read. */
    FigureController controller() {
        return controller;
    }

    /** Says something above the picture. */
    public void say(String text) {
        if (!root.isDisposed() && analysis != null) {
            showProblem(text);
        }
    }

    /** Calls back when another part of the figure, or another figure, is in sight. */
    public void onViewChanged(Runnable then) {
        viewChanged = then;
    }

    /** Calls back once the data is read; at once if it is. */
    public void whenLoaded(Runnable then) {
        if (analysis != null) {
            then.run();
        } else {
            onLoaded.add(then);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        g.verticalSpacing = 0;
        root.setLayout(g);
        images = new LocalResourceManager(JFaceResources.getResources(), root);
        message = new MessageBar(root);
        figures = new FigureBar(root, this::showFigure);
        canvas = new FigureCanvas(root);
        parts = new PartBars(root, canvas, this::showProblem, figures::open);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas.onView(() -> viewChanged.run());
        FigureMenu.attach(canvas, deeds);
        surface = new SurfacePane(root, this::say, deeds::name);
        asking = new Asking(root, figures, canvas, session, input(), this::read, this::suggest);
        spectrum = new SpectrumPane(root);
        histogram = new HistogramPane(root, text -> status.readout(text));
        compare = new ComparePane(root, getSite().getPage());
        status = new StatusStrip(root, () -> analysis().ifPresent(Analysis::cancel));
        themeChanged();
        root.getDisplay().asyncExec(this::themeChanged);
        message.show(NLS.bind(Messages.AnalysisEditor_reading, getEditorInput().getName()), false, List.of());
        read();
    }

    private void read() {
        AnalysisInput input = input();
        Display display = PlatformUI.getWorkbench().getDisplay();
        Job job = Job.create(NLS.bind(Messages.AnalysisEditor_read, input.getName()), (ICoreRunnable) monitor -> {
            try {
                Opened opened = Opened.open(input, session, new MonitorProgress(monitor));
                List<Recipe> ofProject = ProjectOffers.of(input, opened.dataset(), session);
                Optional<ImportQuestion> open = asking.question(opened);
                display.asyncExec(() -> loaded(opened, ofProject, open));
            } catch (java.util.concurrent.CancellationException e) {
                display.asyncExec(() -> failed(NLS.bind(Messages.AnalysisEditor_cancelled, input.getName())));
            } catch (IOException e) {
                Optional<ImportQuestion> open = asking.question(e);
                display.asyncExec(() -> refused(e.getMessage(), open));
            } catch (IllegalArgumentException e) {
                display.asyncExec(() -> failed(e.getMessage()));
            } catch (RuntimeException | LinkageError e) {
                org.eclipse.core.runtime.ILog.get().error("Reading " + input.getName() + " failed", e);
                display.asyncExec(() -> failed(NLS.bind(Messages.AnalysisEditor_defect, e)));
            }
        });
        job.schedule();
    }

    private void refused(String reason, Optional<ImportQuestion> open) {
        if (open.isEmpty() || root.isDisposed()) {
            failed(reason);
            return;
        }
        message.show("", false, List.of());
        asking.ask(open.get(), true);
    }

    /** Whether this is a dataset of one raw file, of which something can be said. */
    public boolean asksFile() {
        return asking.isPossible();
    }

    /** The page on which the analyst says what the file does not. */
    public ImportPage importPage() {
        return asking.page();
    }

    /** Shows that page. */
    public void sayWhat() {
        asking.sayWhat(analysis().map(a -> a.input().stated()));
    }

    private void failed(String reason) {
        if (!root.isDisposed()) {
            asking.page().idle();
            message.show(reason, true, List.of(new MessageBar.Offer(Messages.AnalysisEditor_again,
                    Messages.AnalysisEditor_againTip, this::read)));
        }
    }

    private void loaded(Opened opened, List<Recipe> ofProject, Optional<ImportQuestion> open) {
        if (root.isDisposed()) {
            return;
        }
        if (analysis != null) {
            analysis.dispose();
        }
        Display display = root.getDisplay();
        document = opened.document();
        note = opened.note();
        analysis = new Analysis(session, opened.dataset(), opened.reference(), opened.onDisk(), opened.folder(),
                r -> display.asyncExec(() -> {
                    if (!root.isDisposed()) {
                        r.run();
                    }
                }));
        analysis.prefer(ofProject);
        setTitleImage(images.create(Icons.of(opened.dataset())));
        controller = new FigureController(analysis, canvas, status::readout, this::showProblem,
                this::showSpectrum);
        canvas.setListener(controller);
        histogram.setAnalysis(analysis);
        parts.setAnalysis(analysis);
        figures.offers(analysis.dataset() instanceof Series s
                && s.members().stream().anyMatch(Curve.class::isInstance));
        figures.datasets(opened.siblings(), Math.max(0, opened.reference().index()), this::openSibling);
        if (!opened.siblings().isEmpty() && opened.siblings().size() > 1) {
            ofDataset = "  " + opened.dataset().name();
            name();
        }
        if (input().isSeries() && input().members().size() > 1) {
            compare.show(input().members(), session);
        }
        analysis.addListener(this);
        if (!opened.recipe().equals(opened.onDisk())) {
            analysis.edit(opened.recipe(), Messages.AnalysisEditor_recover);
        } else {
            analysis.rerun();
        }
        asking.loaded(open, opened.dataset().kind().isPlain());
        suggest();
        List<Runnable> waiting = List.copyOf(onLoaded);
        onLoaded.clear();
        waiting.forEach(Runnable::run);
    }

    private void openSibling(int index) {
        Path file = input().members().get(0).file();
        OpenFiles.open(getSite().getPage(), AnalysisInput.of(file, index));
    }

    private void suggest() {
        Optional<Failure> failure = analysis.result().flatMap(r -> r.run().failure());
        if (!analysis.trouble().isEmpty()) {
            message.show(analysis.trouble(), true, List.of());
            return;
        }
        if (!problem.isEmpty()) {
            message.show(problem, true, List.of());
        } else if (failure.isPresent()) {
            message.show(failure.get().pretty(), true, List.of(failure.get().step().isEmpty() ? sayOffer()
                    : new MessageBar.Offer(Messages.AnalysisEditor_showStep, Messages.AnalysisEditor_showStepTip,
                            () -> analysis.select(failure.get().step(), ""))));
        } else if (analysis.result().isPresent() && !analysis.isRunning() && !analysis.isCurrent()) {
            message.show(Messages.AnalysisEditor_runCancelled, false, List.of(
                    new MessageBar.Offer(Messages.AnalysisEditor_run, Messages.AnalysisEditor_runTip,
                            analysis::rerun)));
        } else if (analysis.recipe().steps().isEmpty()) {
            List<MessageBar.Offer> offers = new ArrayList<>();
            for (Recipe r : analysis.suggestions().stream().limit(3).toList()) {
                offers.add(new MessageBar.Offer(r.title(), r.help(), () -> analysis.edit(r,
                        NLS.bind(Messages.AnalysisEditor_use, r.title()))));
            }
            offers.addAll(togetherOffers());
            boolean bare = offers.isEmpty() && !asking.page().isShown() && !(analysis.dataset() instanceof Series);
            Optional<String> open = asking.unasked();
            open.ifPresent(o -> offers.add(sayOffer()));
            message.show(open.orElse(bare ? Messages.AnalysisEditor_noTemplate : note),
                    false, offers);
        } else {
            message.show(note, false, List.of());
        }
    }

    private MessageBar.Offer sayOffer() {
        return new MessageBar.Offer(Messages.AnalysisEditor_say, Messages.AnalysisEditor_sayTip,
                this::sayWhat);
    }

    /** Recipes that take all datasets of the file as one series. */
    private List<MessageBar.Offer> togetherOffers() {
        int n = figures.datasets();
        if (n < 2 || analysis.dataset() instanceof Series) {
            return List.of();
        }
        AnalysisInput all = AnalysisInput.ofSeries(List.of(new AnalysisInput.Member(input().members().get(0).file(),
                -1)));
        return session.registry().suggest(analysis.dataset()).stream().filter(r -> r.scope() == Recipe.Scope.SERIES)
                .limit(2).map(r -> new MessageBar.Offer(NLS.bind(Messages.AnalysisEditor_all, r.title(), n), r.help(),
                        () -> {
                    OpenFiles.open(getSite().getPage(), all);
                    if (getSite().getPage().getActiveEditor() instanceof AnalysisEditor e) {
                        e.whenLoaded(() -> e.analysis().ifPresent(a -> a.edit(r, NLS.bind(Messages.AnalysisEditor_use,
                                r.title()))));
                    }
                })).toList();
    }

    private void showProblem(String text) {
        problem = text;
        suggest();
    }

    private void showSpectrum(double x, double y) {
        if (analysis.dataset() instanceof CurveStack stack) {
            spectrum.show(stack, x, y, canvas, session.registry());
        }
    }

    /** The figure of the spectrum that was clicked in a map, if one was. */
    public Optional<Figure> clickedSpectrum() {
        return Optional.ofNullable(spectrum.figure());
    }

    private void showFigure(Figure figure) {
        canvas.setFigure(Offsets.lifted(figure, figures.offset()).showingOther(figures.showsOther()));
        boolean main = analysis.result().map(r -> r.figures().get(0) == figure).orElse(false);
        canvas.setHandles(main ? analysis.result().get().run().handles() : List.of());
        controller.showTools();
        Optional<Layer.Picture> heights = SurfacePane.heights(figure).filter(h -> figures.showsSurface());
        heights.ifPresent(surface::show);
        surface.appear(heights.isPresent(), canvas);
        viewChanged.run();
    }

    @Override
    public void changed(Change change) {
        switch (change) {
            case RESULT -> showResult();
            case SELECTION -> {
                parts.select(analysis.selectedComponent());
                controller.showTools();
                histogram.update();
            }
            case RECIPE -> {
                keepUnsaved();
                firePropertyChange(IEditorPart.PROP_DIRTY);
                controller.showTools();
                histogram.update();
                problem = "";
                suggest();
            }
            case PREVIEW -> analysis.previewed().filter(f -> canvas.figure() != null
                    && f.id().equals(canvas.figure().id())).ifPresent(canvas::setFigure);
            case SAVED -> firePropertyChange(IEditorPart.PROP_DIRTY);
            case PROGRESS -> {
                status.progress(analysis.isRunning(), analysis.progress());
                if (!analysis.trouble().isEmpty() || !analysis.isRunning()) {
                    suggest();
                }
            }
        }
    }

    private void showResult() {
        Result result = analysis.result().orElseThrow();
        parts.refresh();
        figures.show(result.figures(), kept == null ? beginning(result) : kept.figure());
        if (kept != null && analysis.isCurrent()) {
            kept.applyTo(canvas);
            kept = null;
        }
        histogram.update();
        status.quality(result.run().dataset().product(FitResult.class).map(f -> "\u03c7\u00b2\u1d63 = "
                + Numbers.plain(f.statistics().reducedChiSquare(), 3)).orElse(""));
        status.progress(analysis.isRunning(), analysis.progress());
        suggest();
    }

    /** Of a series whose members are seen one by one, the figure that brings them together; else the data. */
    private static String beginning(Result result) {
        List<Figure> together = result.run().figures();
        boolean apart = result.run().dataset() instanceof Series && result.figures().size() > together.size() + 1;
        return apart && !together.isEmpty() ? together.get(0).id() : "";
    }

    @Override
    public void saveState(IMemento memento) {
        if (kept != null) {
            kept.save(memento);
        } else {
            KeptView.of(canvas).ifPresent(v -> v.save(memento));
        }
    }

    @Override
    public void restoreState(IMemento memento) {
        kept = KeptView.of(memento);
        if (analysis != null && analysis.result().isPresent()) {
            showResult();
        }
    }

    /** The kept recipe outlives a crash; a disk that refuses it is told, the work goes on. */
    private void keepUnsaved() {
        Recipe now = analysis.isDirty() ? analysis.history().current() : null;
        if (Objects.equals(now, unsaved)) {
            return;
        }
        unsaved = now;
        String key = input().key();
        session.onDisk(() -> {
            if (now != null) {
                session.recovery().keep(key, now);
            } else {
                session.recovery().forget(key);
            }
        });
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (analysis == null) {
            return;
        }
        Optional<Path> target = place();
        if (target.isEmpty() || target.get().getParent() == null
                || !java.nio.file.Files.isWritable(target.get().getParent())) {
            doSaveAs();
        } else {
            saveTo(target.get());
        }
    }

    /** Where it is saved without asking; empty if that has to be asked. */
    Optional<Path> place() {
        if (document != null || input().isSeries()) {
            return Optional.ofNullable(document);
        }
        AnalysisInput.Member m = input().members().get(0);
        return Optional.of(Opened.documentFor(m.file(), analysis.input().index(), figures.datasets()));
    }

    @Override
    public void doSaveAs() {
        SaveDialogs.askDocument(getSite().getShell(), getEditorInput().getName()).ifPresent(this::saveTo);
    }

    /** Saves the analysis to a document; the window goes on working while the disk does. */
    public void saveTo(Path target) {
        AnalysisDocument content = analysis.document();
        try {
            ModalContext.run(monitor -> {
                try {
                    AnalysisStore.write(target, content);
                    session.recovery().forget(input().key());
                } catch (IOException e) {
                    throw new InvocationTargetException(e);
                }
            }, true, new NullProgressMonitor(), root.getDisplay());
            saved(target, content.recipe());
        } catch (InvocationTargetException e) {
            notSaved(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            notSaved(Messages.AnalysisEditor_interrupted);
        }
    }

    private void saved(Path target, Recipe recipe) {
        if (root.isDisposed()) {
            return;
        }
        document = target;
        note = "";
        unsaved = null;
        analysis.markSaved(recipe);
        keepUnsaved();
        session.projectChanged();
        suggest();
    }

    private void notSaved(String reason) {
        if (!root.isDisposed()) {
            showProblem(NLS.bind(Messages.AnalysisEditor_notSavedWhy, reason));
        }
    }

    @Override
    public int promptToSaveOnClose() {
        int answer = new MessageDialog(getSite().getShell(), Messages.AnalysisEditor_notSaved, null,
                NLS.bind(Messages.AnalysisEditor_recipeOf, getPartName()), MessageDialog.NONE, 0,
                Messages.AnalysisEditor_save, Messages.AnalysisEditor_throwAway, Messages.AnalysisEditor_stay).open();
        if (answer == 1) {
            String key = input().key();
            session.onDisk(() -> session.recovery().forget(key));
        }
        return answer == 0 ? YES : answer == 1 ? NO : CANCEL;
    }

    @Override
    public boolean isSaveOnCloseNeeded() {
        return isDirty();
    }

    @Override
    public boolean isDirty() {
        return analysis != null && analysis.isDirty() && !session.isLeaving();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return analysis != null;
    }

    @Override
    public void setFocus() {
        if (compare.isShown()) {
            // what was fitted meanwhile in other editors counts
            compare.read();
        }
        if (asking.page().isShown()) {
            asking.page().setFocus();
        } else {
            canvas.setFocus();
        }
    }

    @Override
    public void themeChanged() {
        if (!root.isDisposed()) {
            canvas.setPalette(ThemeSwitch.palette(root));
            surface.setPalette(ThemeSwitch.palette(root));
            spectrum.setPalette(ThemeSwitch.palette(root));
            histogram.setPalette(ThemeSwitch.palette(root));
            asking.page().themeChanged();
        }
    }

    /** What stands under the pointer. */
    public String readout() {
        return status.readout();
    }

    @Override
    public void dispose() {
        if (analysis != null) {
            analysis.dispose();
        }
        super.dispose();
    }
}
