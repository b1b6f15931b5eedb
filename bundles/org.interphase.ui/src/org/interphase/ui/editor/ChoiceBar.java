package org.interphase.ui.editor;

import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.model.PartChoice;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.session.Result;

/** Chooses which numbered parts of the data are shown, such as the cycles of a record; sets the step's parameter. */
final class ChoiceBar extends PartBar {

    private final Consumer<String> problem;
    private final Consumer<String> show;
    private final Label title;
    private final Text entry;
    private final Label there;
    private final Button before;
    private final Button behind;
    private PartChoice choice;
    private String step = "";

    /**
     * An absent bar.
     *
     * @param show shows the figure of an identifier
     */
    ChoiceBar(Composite parent, Control keys, Consumer<String> problem, Consumer<String> show) {
        super(parent, "choice", keys);
        this.problem = problem;
        this.show = show;
        title = label();
        before = button(-1);
        entry = new Text(this, SWT.BORDER);
        GridData d = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        d.widthHint = 220;
        entry.setLayoutData(d);
        entry.setData("interphase.id", "choice-entry");
        entry.setToolTipText(Messages.ChoiceBar_tip);
        entry.addListener(SWT.DefaultSelection, e -> set(entry.getText()));
        entry.addListener(SWT.FocusOut, e -> {
            if (choice != null && !entry.getText().strip().equals(text(choice.chosen()))) {
                set(entry.getText());
            }
        });
        behind = button(1);
        there = label();
    }

    /** A new result; after a failed run the choice before stays, to be mended. */
    void refresh() {
        Optional<Run> run = result().map(Result::run);
        Optional<StepResult> of = run.flatMap(r -> r.steps().stream().filter(s -> s.outcome().dataset()
                .product(PartChoice.class).isPresent()).findFirst());
        if (of.isPresent()) {
            choice = of.get().outcome().dataset().product(PartChoice.class).orElseThrow();
            step = of.get().step();
            title.setText(choice.title());
            entry.setText(text(choice.chosen()));
            there.setText(choice.there().isEmpty() ? "" : NLS.bind(Messages.ChoiceBar_of, new Object[] {
                choice.chosen().size(), choice.there().first(), choice.there().last()}));
            before.setEnabled(choice.moved(-1).isPresent());
            behind.setEnabled(choice.moved(1).isPresent());
            appear(true);
            layout(true);
        } else if (run.isEmpty() || run.get().isComplete() || analysis().flatMap(a -> a.recipe().step(step))
                .isEmpty()) {
            choice = null;
            appear(false);
        }
    }

    @Override
    void step(int by) {
        if (choice != null) {
            choice.moved(by).ifPresent(next -> set(text(next)));
        }
    }

    /** Numbers as the parameter takes them; all of them by a word. */
    private String text(SortedSet<Integer> numbers) {
        return numbers.equals(choice.there()) && numbers.size() > 1 ? "all" : numbers.stream().map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private void set(String text) {
        Analysis a = analysis().orElse(null);
        Optional<Step> of = a == null || choice == null ? Optional.empty() : a.history().current().step(step);
        if (of.isEmpty()) {
            return;
        }
        try {
            Recipe next = new RecipeEdits(a.session().registry()).set(a.history().current(), step, choice.parameter(),
                    text.strip(), result().map(Result::run).orElse(null));
            // what is chosen is to be seen: the step's own figure
            result().flatMap(r -> r.run().step(step)).flatMap(r -> r.outcome().figures().stream().findFirst())
                    .ifPresent(f -> show.accept(f.id()));
            a.edit(next, NLS.bind(Messages.ChoiceBar_edit, choice.title().toLowerCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            problem.accept(e.getMessage());
        }
    }
}
