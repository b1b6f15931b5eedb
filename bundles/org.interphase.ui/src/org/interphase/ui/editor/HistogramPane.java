package org.interphase.ui.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Range;
import org.interphase.api.parameters.Region;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.figure.DataRange;
import org.interphase.figure.Palette;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Panel;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.FigureListener;
import org.interphase.ui.chart.PictureRange;
import org.interphase.ui.chart.PictureRegion;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.session.Result;

/**
 * Below a picture, while a step with a level is selected: the histogram of what that step gets, with the level as a
 * line. While the line is dragged the picture shows what the step would do; letting go makes one version of the recipe.
 */
final class HistogramPane implements FigureListener {

    private static final int HEIGHT = 170;

    /** What a histogram is of. */
    private record Source(Raster raster, Region region) {
        boolean same(Source o) {
            return o != null && o.raster == raster && o.region.equals(region);
        }
    }

    private final FigureCanvas canvas;
    private final Consumer<String> readout;
    private Analysis analysis;
    private RecipeEdits edits;
    private Source shown;
    private Handle line;

    HistogramPane(Composite parent, Consumer<String> readout) {
        this.readout = readout;
        canvas = new FigureCanvas(parent);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, false);
        d.exclude = true;
        d.heightHint = HEIGHT;
        canvas.setLayoutData(d);
        canvas.setVisible(false);
        canvas.setData("interphase.id", "histogram");
        canvas.setListener(this);
    }

    void setPalette(Palette palette) {
        canvas.setPalette(palette);
    }

    void setAnalysis(Analysis next) {
        analysis = next;
        edits = new RecipeEdits(next.session().registry());
        shown = null;
    }

    /** Follows the selected step, its newest input and its level. */
    void update() {
        Optional<Step> step = analysis.recipe().step(analysis.selectedStep());
        Optional<ParameterField> level = step.flatMap(s -> edits.fields(s).stream()
                .filter(f -> f.picture() == Param.Picture.LEVEL && f.type() == ParameterField.Type.NUMBER).findFirst());
        Optional<Run> run = analysis.result().map(Result::run);
        Dataset input = level.isEmpty() || run.isEmpty() ? null : inputOf(run.get(), step.get());
        if (input instanceof Raster raster) {
            show(new Source(raster, region(step.get())));
            double at = level(step.get(), level.get(), run.get());
            line = new Handle(level.get().name(), Handle.Kind.X, at, Double.NaN, level.get().label(),
                    step.get().id());
            showLine();
        }
        appear(input instanceof Raster);
    }

    /** Where the level is; one that is not known yet stands in the middle, to be dragged from there. */
    private void showLine() {
        if (canvas.view() != null) {
            DataRange x = canvas.view().panels().get(Panel.MAIN).x();
            double at = Double.isNaN(line.x()) ? (x.min() + x.max()) / 2 : line.x();
            canvas.setHandles(List.of(new Handle(line.parameter(), line.kind(), at, line.y(), line.component(),
                    line.step())));
        }
    }

    /** The data as the step got it in a run: what the steps before it left. */
    private static Dataset inputOf(Run run, Step step) {
        Dataset before = run.source();
        for (StepResult r : run.steps()) {
            if (r.step().equals(step.id())) {
                return before;
            }
            before = r.outcome().dataset();
        }
        return run.failure().filter(f -> f.step().equals(step.id())).isPresent() ? before : null;
    }

    private Region region(Step step) {
        return edits.fields(step).stream().filter(f -> f.type() == ParameterField.Type.REGION
                && step.parameters().get(f.name()) != null).findFirst()
                .map(f -> Region.parse(step.parameters().get(f.name()).toString())).orElse(Region.ALL);
    }

    private static double level(Step step, ParameterField field, Run run) {
        Map<String, Object> used = run.step(step.id()).map(StepResult::parameters).orElse(Map.of());
        Object own = step.parameters().get(field.name());
        Object value = own != null && !own.equals("") ? own : used.get(field.name());
        try {
            return value == null ? Double.NaN : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            // an entry that is no number yet has no line
            return Double.NaN;
        }
    }

    private void show(Source source) {
        if (source.same(shown)) {
            return;
        }
        shown = source;
        Display display = canvas.getDisplay();
        Job.createSystem("count pixels", (ICoreRunnable) m -> {
            Figure figure = LevelHistogram.of(source.raster(), source.region());
            display.asyncExec(() -> {
                if (!canvas.isDisposed() && source == shown) {
                    canvas.setFigure(figure);
                    showLine();
                }
            });
        }).schedule();
    }

    private void appear(boolean on) {
        GridData d = (GridData) canvas.getLayoutData();
        if (d.exclude == on) {
            d.exclude = !on;
            canvas.setVisible(on);
            canvas.getParent().layout(true, true);
        }
    }

    @Override
    public void readout(String text) {
        readout.accept(text);
    }

    @Override
    public void handleMoved(Handle handle, double value, boolean done) {
        Recipe next = edits.set(analysis.history().current(), handle.step(), handle.parameter(), value, null);
        if (done) {
            analysis.edit(next, NLS.bind(Messages.FigureController_change, handle.component()));
        } else {
            analysis.preview(next, handle.step());
        }
    }

    @Override
    public void rangeMoved(PictureRange range, Range value, boolean done) {
        // a histogram has no ranges
    }

    @Override
    public void regionDrawn(PictureRegion target, Region region, boolean done) {
        // a histogram has no regions
    }

    @Override
    public void componentSelected(String component) {
        // the level is all there is
    }

    @Override
    public void pictureClicked(double x, double y) {
        // nothing lies behind a bar
    }

    @Override
    public void placed(String panel, double x, double y) {
        // no places are asked for
    }

    @Override
    public void deleteRequested(String component) {
        // the level stays
    }
}
