package org.interphase.ui.recipe;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.ui.project.StateImages;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.theme.Looks;

/** The recipe of the analysis at the front: its steps with their generated forms. */
public final class RecipeView extends AnalysisView {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.recipe";

    private ScrolledComposite scroll;
    private StateImages images;
    private Composite content;
    private final List<StepSection> sections = new ArrayList<>();
    private List<String> shape = List.of();

    @Override
    public void createPartControl(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, e -> fit());
        content = new Composite(scroll, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 8;
        g.marginHeight = 6;
        g.verticalSpacing = 4;
        content.setLayout(g);
        scroll.setContent(content);
        images = new StateImages(parent.getDisplay());
        content.addListener(SWT.Dispose, e -> images.dispose());
        startFollowing();
    }

    private void fit() {
        if (!content.isDisposed()) {
            content.layout(true, true);
            scroll.setMinSize(content.computeSize(Math.max(50, scroll.getClientArea().width), SWT.DEFAULT));
        }
    }

    @Override
    protected boolean isGone() {
        return scroll == null || scroll.isDisposed();
    }

    @Override
    protected void showAnalysis() {
        shape = List.of();
        rebuild();
    }

    private static List<String> shapeOf(Recipe recipe) {
        List<String> out = new ArrayList<>();
        out.add(recipe.id());
        recipe.steps().forEach(s -> out.add(s.id() + " " + s.operation()));
        return out;
    }

    private void rebuild() {
        for (Control c : content.getChildren()) {
            c.dispose();
        }
        sections.clear();
        if (analysis().isEmpty()) {
            Label hint = new Label(content, SWT.WRAP);
            hint.setText(Messages.RecipeView_hint);
            hint.setForeground(Looks.of(content).muted());
            hint.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
            fit();
            return;
        }
        Analysis a = analysis().get();
        shape = shapeOf(a.recipe());
        new RecipeHeader(content, a, this::fit);
        int number = 1;
        for (Step step : a.recipe().steps()) {
            StepSection s = new StepSection(content, a, step.id(), number++, images, this::fit);
            StepDrag.attach(s, () -> sections, places -> a.edit(RecipeEdits.moveStep(a.history().current(), s.step(),
                    places), Messages.RecipeView_move));
            s.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
            sections.add(s);
        }
        if (a.recipe().steps().isEmpty()) {
            createSuggestions(a);
        }
        Button add = new Button(content, SWT.PUSH | SWT.FLAT);
        add.setText(Messages.RecipeView_add);
        add.setData("interphase.id", "addStep");
        add.addListener(SWT.Selection, e -> addMenu(add, a));
        sections.forEach(StepSection::refresh);
        openSelected();
        fit();
    }

    private void createSuggestions(Analysis a) {
        Label title = new Label(content, SWT.WRAP);
        List<Recipe> fitting = a.suggestions();
        title.setText(fitting.isEmpty() ? Messages.RecipeView_noTemplate
                : Messages.RecipeView_templates);
        title.setForeground(Looks.of(content).muted());
        title.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        for (Recipe r : fitting.stream().limit(3).toList()) {
            Button b = new Button(content, SWT.PUSH);
            b.setText(r.title());
            b.setToolTipText(r.help());
            b.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            b.addListener(SWT.Selection, e -> a.edit(r, NLS.bind(Messages.RecipeMenu_use, r.title())));
            Label help = new Label(content, SWT.WRAP);
            help.setText(r.help());
            help.setForeground(Looks.of(content).muted());
            GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
            d.widthHint = 150;
            help.setLayoutData(d);
        }
    }

    private void addMenu(Button owner, Analysis a) {
        Menu menu = new Menu(owner);
        RecipeEdits edits = new RecipeEdits(a.session().registry());
        for (Operation<?, ?> o : a.session().registry().operationsFor(a.result().map(r -> r.run().dataset())
                .orElse(a.dataset()))) {
            item(menu, o.info().title(), o.info().help(), () -> {
                Recipe next = edits.addStep(a.history().current(), o);
                a.edit(next, NLS.bind(Messages.RecipeView_addStep, o.info().title()));
                a.select(next.steps().get(next.steps().size() - 1).id(), "");
            });
        }
        popup(menu, owner);
    }

    private static void item(Menu menu, String label, String tip, Runnable action) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(label.replace("&", "&&"));
        i.setToolTipText(tip);
        i.addListener(SWT.Selection, e -> action.run());
    }

    private static void popup(Menu menu, Control owner) {
        menu.addListener(SWT.Hide, e -> owner.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(owner.toDisplay(0, owner.getSize().y));
        menu.setVisible(true);
    }

    private void openSelected() {
        analysis().ifPresent(a -> {
            String step = a.selectedStep();
            boolean known = sections.stream().anyMatch(s -> s.step().equals(step));
            String open = known ? step : sections.isEmpty() ? "" : sections.get(sections.size() - 1).step();
            sections.forEach(s -> s.setOpen(s.step().equals(open)));
            if (!known && !open.isEmpty()) {
                a.select(open, a.selectedComponent());
            }
        });
    }

    @Override
    public void changed(Change change) {
        if (isGone() || analysis().isEmpty()) {
            return;
        }
        Analysis a = analysis().get();
        switch (change) {
            case RECIPE -> {
                if (shapeOf(a.recipe()).equals(shape)) {
                    sections.forEach(StepSection::refresh);
                } else {
                    rebuild();
                }
            }
            case RESULT -> sections.forEach(StepSection::refresh);
            case SELECTION -> {
                openSelected();
                sections.forEach(s -> s.selectComponent(a.selectedComponent()));
            }
            case PROGRESS -> sections.forEach(StepSection::refreshState);
            default -> {
                // saving does not change the recipe
            }
        }
    }

    @Override
    public void setFocus() {
        scroll.setFocus();
    }
}
