package org.interphase.ui.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.RecipeHistory;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.OwnRecipes;
import org.interphase.ui.session.RecipeEdits;

/** What the button with the recipe's name offers: other recipes, keeping this one, what became of it. */
final class RecipeMenu {

    /** Does what is chosen and needs the panel. */
    interface Panel {
        /** Asks for the name under which the recipe is kept. */
        void askName(String proposed);

        /** Tells lines under a heading. */
        void tell(String heading, List<String> lines);
    }

    private static final int VERSIONS = 12;
    private final Analysis analysis;
    private final Panel panel;

    RecipeMenu(Analysis analysis, Panel panel) {
        this.analysis = analysis;
        this.panel = panel;
    }

    void open(Button owner) {
        Menu menu = new Menu(owner);
        owner.setData("interphase.menu", menu);
        OwnRecipes own = analysis.session().ownRecipes();
        for (Recipe r : analysis.suggestions()) {
            item(menu, r.title() + "    " + (own.isKept(r.id()) ? Messages.RecipeMenu_own : r.id()), r.help(),
                    () -> analysis.edit(r, NLS.bind(Messages.RecipeMenu_use, r.title())));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.RecipeMenu_empty, "", () -> analysis.edit(Analysis.emptyRecipe(analysis.dataset()),
                Messages.RecipeMenu_empty));
        Recipe now = analysis.history().current();
        if (!now.steps().isEmpty()) {
            item(menu, Messages.RecipeMenu_keep, Messages.RecipeMenu_keepTip,
                    () -> panel.askName(own.isKept(now.id()) ? now.title() : NLS.bind(Messages.RecipeMenu_mine,
                            now.title())));
            if (own.isKept(now.id())) {
                item(menu, NLS.bind(Messages.RecipeMenu_forget, now.title()), Messages.RecipeMenu_forgetTip,
                        () -> own.forget(now.id()));
            }
            compare(menu, now);
        }
        menu.addListener(SWT.Hide, e -> owner.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(owner.toDisplay(0, owner.getSize().y));
        menu.setVisible(true);
    }

    private void compare(Menu menu, Recipe now) {
        MenuItem entry = new MenuItem(menu, SWT.CASCADE);
        entry.setText(Messages.RecipeMenu_changed);
        Menu since = new Menu(menu);
        entry.setMenu(since);
        if (!analysis.saved().steps().isEmpty()) {
            item(since, Messages.RecipeMenu_opened, "", () -> told(Messages.RecipeMenu_sinceOpened, analysis.saved()));
        }
        template(now).ifPresent(t -> item(since, NLS.bind(Messages.RecipeMenu_template, t.title()), t.id(),
                () -> told(NLS.bind(Messages.RecipeMenu_sinceTemplate, t.title()), t)));
        RecipeHistory at = analysis.history();
        List<String> labels = new ArrayList<>();
        while (at.canUndo() && labels.size() < VERSIONS) {
            String label = NLS.bind(Messages.RecipeMenu_before, at.undoLabel());
            String heading = NLS.bind(Messages.RecipeMenu_sinceBefore, at.undoLabel());
            at = at.undo();
            Recipe then = at.current();
            labels.add(label);
            if (!then.steps().isEmpty()) {
                item(since, label, "", () -> told(heading, then));
            }
        }
        entry.setEnabled(since.getItemCount() > 0);
    }

    private Optional<Recipe> template(Recipe now) {
        OwnRecipes own = analysis.session().ownRecipes();
        return own.all().stream().filter(r -> r.id().equals(now.id())).findFirst()
                .or(() -> analysis.session().registry().recipe(now.id()));
    }

    private void told(String since, Recipe then) {
        RecipeEdits edits = new RecipeEdits(analysis.session().registry());
        List<String> lines = new RecipeChanges(s -> analysis.session().registry().operation(s.operation())
                .map((Operation<?, ?> o) -> o.info().title()).orElse(s.id()), edits::fields)
                .between(then, analysis.history().current());
        panel.tell(since, lines.isEmpty() ? List.of(Messages.RecipeMenu_nothing) : lines);
    }

    private static void item(Menu menu, String label, String tip, Runnable action) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(label.replace("&", "&&"));
        i.setToolTipText(tip);
        i.addListener(SWT.Selection, e -> action.run());
    }
}
