package org.interphase.ui.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.engine.project.FileState;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.ui.form.ParameterForm;
import org.interphase.ui.project.StateImages;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.session.Result;
import org.interphase.ui.theme.Looks;

/** One step of the recipe: a line with its name and what it does, and its form when opened. */
final class StepSection extends Composite {

    private final Analysis analysis;
    private final RecipeEdits edits;
    private final String step;
    private final Runnable resized;
    private final StateImages images;
    private final Button enabled;
    private final Label title;
    private final Label status;
    private final Label summary;
    private final Composite body;
    private ParameterForm form;
    private boolean open;

    StepSection(Composite parent, Analysis analysis, String step, int number, StateImages images,
            Runnable resized) {
        super(parent, SWT.NONE);
        setData("interphase.step", step);
        this.analysis = analysis;
        this.step = step;
        this.resized = resized;
        this.images = images;
        this.edits = new RecipeEdits(analysis.session().registry());
        GridLayout g = new GridLayout(4, false);
        g.marginWidth = 0;
        g.marginHeight = 2;
        g.verticalSpacing = 2;
        setLayout(g);
        enabled = new Button(this, SWT.CHECK);
        enabled.setToolTipText(Messages.StepSection_enabledTip);
        enabled.addListener(SWT.Selection, e -> analysis.edit(RecipeEdits.enable(analysis.history().current(), step,
                enabled.getSelection()), NLS.bind(enabled.getSelection() ? Messages.StepSection_on
                        : Messages.StepSection_off, step)));
        title = new Label(this, SWT.NONE);
        Optional<Operation<?, ?>> operation = operation();
        title.setText(number + "  " + operation.map(o -> o.info().title()).orElse(step));
        title.setToolTipText(operation.map(o -> o.info().help()).orElse(Messages.StepSection_missing)
                + '\n' + Messages.StepSection_titleTip);
        title.setData("interphase.step", step);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        title.setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        status = new Label(this, SWT.NONE);
        status.setData("interphase.stepState", step);
        Button menu = new Button(this, SWT.PUSH | SWT.FLAT);
        menu.setText("\u22ef");
        menu.setToolTipText(Messages.StepSection_menuTip);
        menu.addListener(SWT.Selection, e -> stepMenu(menu));
        summary = new Label(this, SWT.NONE);
        GridData s = new GridData(SWT.FILL, SWT.CENTER, true, false, 4, 1);
        s.horizontalIndent = 26;
        s.widthHint = 100;
        summary.setLayoutData(s);
        summary.addListener(SWT.MouseUp, e -> toggle());
        body = new Composite(this, SWT.NONE);
        GridLayout b = new GridLayout(1, false);
        b.marginWidth = 0;
        b.marginHeight = 0;
        body.setLayout(b);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 4, 1);
        d.horizontalIndent = 6;
        d.exclude = true;
        body.setLayoutData(d);
        body.setVisible(false);
    }

    /** The line with the name, by which the step is opened and dragged. */
    Label handle() {
        return title;
    }

    String step() {
        return step;
    }

    private Optional<Operation<?, ?>> operation() {
        return analysis.recipe().step(step).flatMap(s -> analysis.session().registry().operation(s.operation()));
    }

    void toggle() {
        if (open) {
            setOpen(false);
        } else {
            analysis.select(step, analysis.selectedComponent());
            setOpen(true);
        }
    }

    void setOpen(boolean next) {
        if (open == next) {
            return;
        }
        open = next;
        if (open && form == null) {
            form = new ParameterForm(body, edits.fields(analysis.recipe().step(step).orElseThrow()), "",
                    new StepFormHost(analysis, edits, step));
            form.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        }
        ((GridData) body.getLayoutData()).exclude = !open;
        body.setVisible(open);
        ((GridData) summary.getLayoutData()).exclude = open;
        summary.setVisible(!open);
        refresh();
        resized.run();
    }

    void selectComponent(String component) {
        if (form != null) {
            form.selectElement(component);
        }
    }

    void refresh() {
        Optional<Step> now = analysis.recipe().step(step);
        if (now.isEmpty() || isDisposed()) {
            return;
        }
        Optional<Run> run = analysis.result().map(Result::run);
        Optional<StepResult> resolved = run.flatMap(r -> r.step(step));
        enabled.setSelection(now.get().enabled());
        boolean failed = run.flatMap(Run::failure).map(f -> f.step().equals(step)).orElse(false);
        Looks looks = Looks.of(this);
        title.setForeground(failed ? looks.bad() : now.get().enabled() ? looks.ink() : looks.muted());
        refreshState(run);
        summary.setForeground(looks.muted());
        summary.setText(StepSummary.of(edits.fields(now.get()), now.get().parameters(),
                resolved.map(StepResult::parameters).orElse(Map.of())));
        summary.setToolTipText(summary.getText());
        if (form != null && open) {
            List<ParameterField> fields = edits.fields(now.get());
            form.show(RecipeEdits.editable(now.get(), fields, resolved),
                    resolved.map(StepResult::parameters).orElse(Map.of()));
        }
    }

    /** While a run is on its way the icon stays as the picture does: that of the last result. */
    void refreshState() {
        if (!isDisposed() && analysis.recipe().step(step).isPresent()) {
            refreshState(analysis.result().map(Result::run));
        }
    }

    private void refreshState(Optional<Run> run) {
        FileState state = StepStates.of(analysis.recipe(), step, run);
        if (state.state() != FileState.State.STALE || !analysis.isRunning()) {
            status.setImage(images.state(state.state(), Looks.of(this)));
            status.setToolTipText(StepStates.said(state));
        }
    }

    private void stepMenu(Button owner) {
        Menu menu = new Menu(owner);
        Recipe r = analysis.history().current();
        item(menu, Messages.StepSection_up, () -> analysis.edit(RecipeEdits.moveStep(r, step, -1),
                Messages.StepSection_upDone));
        item(menu, Messages.StepSection_down, () -> analysis.edit(RecipeEdits.moveStep(r, step, 1),
                Messages.StepSection_downDone));
        item(menu, Messages.StepSection_defaults, () -> analysis.edit(r.withStep(r.step(step).orElseThrow()
                .withParameters(Map.<String, Object>of())), NLS.bind(Messages.StepSection_reset, step)));
        item(menu, Messages.StepSection_remove, () -> analysis.edit(RecipeEdits.removeStep(r, step),
                NLS.bind(Messages.StepSection_removeStep, step)));
        menu.addListener(SWT.Hide, e -> owner.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(owner.toDisplay(0, owner.getSize().y));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String label, Runnable action) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(label);
        i.addListener(SWT.Selection, e -> action.run());
    }
}
