package org.interphase.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Range;
import org.interphase.api.parameters.Region;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.model.Raster;
import org.interphase.model.figure.Handle;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.FigureListener;
import org.interphase.ui.chart.PictureRange;
import org.interphase.ui.chart.PictureRegion;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.ComponentEdits;
import org.interphase.ui.session.DrawnEdits;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.session.Result;

/** Turns what is done in the picture into changes of the recipe. */
final class FigureController implements FigureListener {

    private final Analysis analysis;
    private final FigureCanvas canvas;
    private final RecipeEdits edits;
    private final ComponentEdits components;
    private final DrawnEdits drawn;
    private final Consumer<String> readout;
    private final Consumer<String> problem;
    private final BiConsumer<Double, Double> pictureClick;
    private Run dragged;

    FigureController(Analysis analysis, FigureCanvas canvas, Consumer<String> readout, Consumer<String> problem,
            BiConsumer<Double, Double> pictureClick) {
        this.analysis = analysis;
        this.canvas = canvas;
        this.edits = new RecipeEdits(analysis.session().registry());
        this.components = new ComponentEdits(edits);
        this.drawn = new DrawnEdits(analysis.session().registry());
        this.readout = readout;
        this.problem = problem;
        this.pictureClick = pictureClick;
    }

    private Run run() {
        return analysis.result().map(Result::run).orElse(null);
    }

    private void change(Recipe next, String label, boolean done) {
        if (done) {
            dragged = null;
            analysis.edit(next, label);
        } else {
            analysis.preview(next);
        }
    }

    @Override
    public void readout(String text) {
        readout.accept(text);
    }

    @Override
    public void handleMoved(Handle handle, double value, boolean done) {
        handlesMoved(Map.of(handle, value), done);
    }

    @Override
    public void handlesMoved(Map<Handle, Double> values, boolean done) {
        dragged = dragged == null ? run() : dragged;
        try {
            Recipe next = analysis.history().current();
            String what = "";
            for (Map.Entry<Handle, Double> e : values.entrySet()) {
                Handle h = e.getKey();
                next = edits.drag(next, h.step(), h.parameter(), e.getValue(), dragged);
                what = h.component().isEmpty() ? h.parameter() : h.component();
            }
            change(next, NLS.bind(Messages.FigureController_move, what), done);
            problem.accept("");
        } catch (IllegalArgumentException e) {
            refuse(e, done);
        }
    }

    private void refuse(IllegalArgumentException e, boolean done) {
        problem.accept(e.getMessage());
        if (done) {
            dragged = null;
            analysis.edit(analysis.history().current(), "");
        }
    }

    @Override
    public void rangeMoved(PictureRange range, Range value, boolean done) {
        try {
            change(edits.set(analysis.history().current(), range.step(), range.parameter(), value.toString(), run()),
                    NLS.bind(Messages.FigureController_change, range.label()), done);
            problem.accept("");
        } catch (IllegalArgumentException e) {
            refuse(e, done);
        }
    }

    @Override
    public void regionDrawn(PictureRegion target, Region region, boolean done) {
        try {
            if (target.step().isEmpty()) {
                addDrawn(target.parameter(), region);
                return;
            }
            change(edits.set(analysis.history().current(), target.step(), target.parameter(), region.toString(), run()),
                    NLS.bind(Messages.FigureController_draw, target.label()), done);
        } catch (IllegalArgumentException e) {
            refuse(e, done);
        }
    }

    /** What can be measured by drawing over this data. */
    List<String> measures() {
        return drawn.place(analysis.dataset()).map(DrawnEdits.Place::choices).orElse(List.of());
    }

    /** Lets something be drawn and measured; a picture without a scale is asked for one first, once. */
    void measure(String what, RegionShape shape) {
        Optional<Operation<?, ?>> scaling = drawn.scaling(analysis.dataset());
        Recipe recipe = analysis.history().current();
        boolean asked = scaling.isEmpty() || recipe.steps().stream().anyMatch(s -> s.operation().equals(
                scaling.get().info().id()));
        if (!asked && analysis.dataset() instanceof Raster r && !r.calibration().isPhysical()) {
            Recipe next = edits.addStep(recipe, scaling.get());
            change(next, scaling.get().info().title(), true);
            analysis.select(next.steps().stream().filter(s -> s.operation().equals(scaling.get().info().id()))
                    .findFirst().orElseThrow().id(), "");
            problem.accept(NLS.bind(Messages.FigureController_noScale, scaling.get().info().title()));
            return;
        }
        problem.accept("");
        canvas.drawRegion(new PictureRegion("", what, what, Region.ALL), shape);
    }

    private void addDrawn(String what, Region region) {
        DrawnEdits.Place place = drawn.place(analysis.dataset()).orElseThrow();
        Recipe next = drawn.add(analysis.history().current(), place, what, region, run());
        change(next, NLS.bind(Messages.FigureController_draw, what), true);
        analysis.select(drawn.step(next, place).orElseThrow().id(), "");
    }

    @Override
    public void componentSelected(String component) {
        String step = components.place(analysis.recipe()).map(ComponentEdits.Place::step).orElse("");
        analysis.select(component.isEmpty() ? "" : step, component);
    }

    @Override
    public void pictureClicked(double x, double y) {
        pictureClick.accept(x, y);
    }

    @Override
    public boolean takesPlaces() {
        return components.place(analysis.recipe()).isPresent();
    }

    @Override
    public void placed(String panel, double x, double y) {
        canvas.setPlacing(false);
        Optional<ComponentEdits.Place> place = components.place(analysis.history().current());
        place.ifPresent(p -> {
            double digits = Math.pow(10, Math.floor(Math.log10(Math.abs(canvas.view().panels().values().iterator()
                    .next().x().span()) / 1000)));
            double rounded = new java.math.BigDecimal(Math.rint(x / digits)).multiply(
                    new java.math.BigDecimal(Double.toString(digits))).doubleValue();
            Recipe next = components.add(analysis.history().current(), p, rounded, run());
            change(next, Messages.FigureController_add, true);
            analysis.select(p.step(), String.valueOf(edits.elements(next, p.step(), p.list(), null).getLast()
                    .getOrDefault(p.name(), "")));
        });
    }

    @Override
    public void deleteRequested(String component) {
        Recipe recipe = analysis.history().current();
        components.place(recipe).ifPresent(p -> {
            int index = components.index(recipe, p, component, run());
            if (index >= 0) {
                change(components.remove(recipe, p, index, run()), NLS.bind(Messages.FigureController_remove,
                        component), true);
                analysis.select("", "");
            }
        });
    }

    /** The ranges and the region of the selected step that can be set in the picture. */
    void showTools() {
        List<PictureRange> ranges = new ArrayList<>();
        PictureRegion region = null;
        Optional<Step> step = analysis.recipe().step(analysis.selectedStep());
        if (step.isPresent()) {
            Map<String, Object> resolved = Optional.ofNullable(run()).flatMap(r -> r.step(step.get().id()))
                    .map(StepResult::parameters).orElse(Map.of());
            for (ParameterField f : edits.fields(step.get())) {
                Object value = step.get().parameters().getOrDefault(f.name(),
                        resolved.getOrDefault(f.name(), f.defaultText()));
                if (f.type() == ParameterField.Type.RANGE && f.picture() == Param.Picture.X_RANGE) {
                    ranges.add(new PictureRange(step.get().id(), f.name(), f.label(),
                            Range.parse(String.valueOf(value))));
                } else if (f.type() == ParameterField.Type.REGION) {
                    region = new PictureRegion(step.get().id(), f.name(), f.label(),
                            Region.parse(String.valueOf(value)));
                }
            }
        }
        canvas.setRanges(ranges);
        canvas.setRegion(region);
    }
}
