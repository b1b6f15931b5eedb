package org.interphase.ui.recipe;

import java.util.List;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.ReadyText;
import org.interphase.api.parameters.Region;
import org.interphase.engine.recipe.Run;
import org.interphase.ui.chart.PictureRegion;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.form.ElementNames;
import org.interphase.ui.form.FormHost;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.session.Result;

/** Applies what is entered in a step's form to the recipe. */
final class StepFormHost implements FormHost {

    private final Analysis analysis;
    private final RecipeEdits edits;
    private final String step;

    StepFormHost(Analysis analysis, RecipeEdits edits, String step) {
        this.analysis = analysis;
        this.edits = edits;
        this.step = step;
    }

    private Run run() {
        return analysis.result().map(Result::run).orElse(null);
    }

    @Override
    public String check(String path, Object value) {
        try {
            edits.set(analysis.history().current(), step, path, value, run());
            return "";
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage();
            return reason.startsWith(path + ": ") ? reason.substring(path.length() + 2) : reason;
        }
    }

    @Override
    public void change(String path, Object value, String label) {
        analysis.edit(edits.set(analysis.history().current(), step, path, value, run()), label);
    }

    @Override
    public void preview(String path, Object value) {
        if (check(path, value).isEmpty()) {
            analysis.preview(edits.set(analysis.history().current(), step, path, value, run()));
        }
    }

    private AnalysisEditor editor() {
        for (IWorkbenchWindow w : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            if (w.getActivePage() != null && w.getActivePage().getActiveEditor() instanceof AnalysisEditor e
                    && e.analysis().orElse(null) == analysis) {
                return e;
            }
        }
        return null;
    }

    @Override
    public void place(String listPath) {
        AnalysisEditor e = editor();
        if (e != null) {
            e.canvas().setPlacing(true);
            e.canvas().setFocus();
        }
    }

    @Override
    public void draw(String path, ParameterField field, RegionShape shape) {
        analysis.select(step, analysis.selectedComponent());
        AnalysisEditor e = editor();
        if (e != null) {
            e.canvas().drawRegion(new PictureRegion(step, path, field.label(), Region.ALL), shape);
        }
    }

    @Override
    public void selected(String elementName) {
        analysis.select(step, elementName);
    }

    @Override
    public List<String> tieTargets(String path) {
        int bracket = path.indexOf('[');
        if (bracket < 0) {
            return List.of();
        }
        String list = path.substring(0, bracket);
        int own = Integer.parseInt(path.substring(bracket + 1, path.indexOf(']')));
        String key = ElementNames.key(edits.fields(analysis.recipe().step(step).orElseThrow()), list);
        List<String> names = edits.elements(analysis.recipe(), step, list, run()).stream()
                .map(m -> String.valueOf(m.getOrDefault(key, ""))).toList();
        return java.util.stream.IntStream.range(0, names.size()).filter(i -> i != own && !names.get(i).isEmpty())
                .mapToObj(names::get).toList();
    }

    @Override
    public boolean writesConstraints() {
        return analysis.session().remembered().get(FormHost.CONSTRAINTS).isPresent();
    }

    @Override
    public void writeConstraints(boolean asText) {
        analysis.session().remembered().put(FormHost.CONSTRAINTS, asText ? "text" : "");
    }

    @Override
    public List<ReadyText> readyTexts(String path) {
        return edits.readyTexts(analysis.recipe(), step, path);
    }
}
