package org.interphase.ui.recipe;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Recipe;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.theme.Looks;

/** Above the steps: which recipe it is, with all that can be done with it as a whole. */
final class RecipeHeader extends Composite implements RecipeMenu.Panel {

    private static final int WIDTH = 100;
    private final Analysis analysis;
    private final Runnable resized;
    private Composite below;

    RecipeHeader(Composite parent, Analysis analysis, Runnable resized) {
        super(parent, SWT.NONE);
        this.analysis = analysis;
        this.resized = resized;
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        setLayout(g);
        setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        Recipe recipe = analysis.recipe();
        Button choose = new Button(this, SWT.PUSH);
        choose.setText((recipe.steps().isEmpty() ? Messages.RecipeHeader_choose : recipe.title().replace("&", "&&"))
                + "  \u25be");
        choose.setToolTipText(recipe.help().isEmpty() ? Messages.RecipeHeader_choose : recipe.help());
        choose.setData("interphase.id", "chooseRecipe");
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = WIDTH;
        choose.setLayoutData(d);
        String tip = choose.getToolTipText();
        choose.addListener(SWT.Selection, e -> {
            // what the recipe is for would cover what can be done with it
            choose.setToolTipText(null);
            new RecipeMenu(analysis, this).open(choose);
        });
        choose.addListener(SWT.MouseExit, e -> choose.setToolTipText(tip));
    }

    private Composite below() {
        close();
        below = new Composite(this, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        below.setLayout(g);
        below.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        return below;
    }

    private void close() {
        if (below != null && !below.isDisposed()) {
            below.dispose();
            resized.run();
        }
    }

    private Label line(Composite on, String text) {
        Label l = new Label(on, SWT.WRAP);
        l.setText(text.replace("&", "&&"));
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        d.widthHint = WIDTH;
        l.setLayoutData(d);
        return l;
    }

    @Override
    public void askName(String proposed) {
        Composite on = below();
        Text name = new Text(on, SWT.BORDER | SWT.SINGLE);
        name.setData("interphase.id", "recipeName");
        name.setText(proposed);
        name.selectAll();
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Label hint = line(on, "");
        hint.setForeground(Looks.of(this).muted());
        Runnable say = () -> hint.setText(analysis.session().ownRecipes().named(name.getText()).isPresent()
                ? Messages.RecipeHeader_replaces : Messages.RecipeHeader_keeps);
        name.addListener(SWT.Modify, e -> say.run());
        say.run();
        name.addListener(SWT.DefaultSelection, e -> {
            try {
                Recipe kept = analysis.session().ownRecipes().keep(analysis.history().current(), name.getText());
                analysis.edit(kept, NLS.bind(Messages.RecipeHeader_keepAs, kept.title()));
                close();
            } catch (IllegalArgumentException why) {
                hint.setForeground(Looks.of(this).bad());
                hint.setText(NLS.bind(Messages.RecipeHeader_notKept, why.getMessage()));
                resized.run();
            }
        });
        name.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                close();
            }
        });
        resized.run();
        name.setFocus();
    }

    @Override
    public void tell(String heading, List<String> lines) {
        Composite on = below();
        on.setData("interphase.id", "recipeChanges");
        line(on, heading).setForeground(Looks.of(this).muted());
        lines.forEach(l -> line(on, l));
        Link close = new Link(on, SWT.NONE);
        close.setText(Messages.RecipeHeader_close);
        close.addListener(SWT.Selection, e -> close());
        resized.run();
    }
}
