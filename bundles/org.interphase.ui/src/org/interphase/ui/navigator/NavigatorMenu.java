package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.api.Recipe;
import org.interphase.engine.project.Project;
import org.interphase.figure.Palette;
import org.interphase.model.figure.Colour;
import org.interphase.ui.commands.CommandRunner;
import org.interphase.ui.project.StateImages;
import org.interphase.ui.theme.Icons;

/** Context menu, tool bar and keys of the project tree. */
final class NavigatorMenu {

    private static final String[] COLOURS = {Messages.NavigatorMenu_blue, Messages.NavigatorMenu_vermilion,
        Messages.NavigatorMenu_green, Messages.NavigatorMenu_pink, Messages.NavigatorMenu_orange,
        Messages.NavigatorMenu_sky, Messages.NavigatorMenu_violet, Messages.NavigatorMenu_olive};
    private final NavigatorView view;
    private final SampleTree tree;
    private final SampleEdits edits;
    private final StateImages images;

    NavigatorMenu(NavigatorView view, SampleTree tree, SampleEdits edits, StateImages images) {
        this.view = view;
        this.tree = tree;
        this.edits = edits;
        this.images = images;
    }

    void attach() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        tree.viewer().getTree().setMenu(menu.createContextMenu(tree.viewer().getTree()));
        // what a recipe can be chosen for is known by the time the menu opens
        tree.viewer().addSelectionChangedListener(e -> {
            if (e.getStructuredSelection().size() == 1
                    && e.getStructuredSelection().getFirstElement() instanceof Node.Document d
                    && !ProjectTree.isDocument(d.path())) {
                tree.parts(d.path());
            }
            bars();
        });
        tree.viewer().getTree().addListener(SWT.KeyDown, this::key);
        IToolBarManager bar = view.getViewSite().getActionBars().getToolBarManager();
        bar.add(sign("plus", Messages.SampleEdits_new, () -> edits.newSample(edits.selectedPaths())));
        bar.add(sign("up", Messages.NavigatorMenu_upTip, () -> edits.selected().ifPresent(s -> edits.move(s, -1))));
        bar.add(sign("down", Messages.NavigatorMenu_downTip,
                () -> edits.selected().ifPresent(s -> edits.move(s, 1))));
        IHandlerService handlers = view.getSite().getService(IHandlerService.class);
        undoIn(handlers);
        bars();
    }

    /** Undo and redo of changes of the project, in the part whose handlers these are. */
    void undoIn(IHandlerService handlers) {
        handlers.activateHandler("org.eclipse.ui.edit.undo", handler(() -> edits.model().undo(),
                () -> !edits.model().undoLabel().isEmpty()));
        handlers.activateHandler("org.eclipse.ui.edit.redo", handler(() -> edits.model().redo(),
                () -> !edits.model().redoLabel().isEmpty()));
    }

    /** Buttons of the tool bar can be pressed when they can do something. */
    void bars() {
        boolean project = isProject();
        for (IContributionItem item : view.getViewSite().getActionBars().getToolBarManager().getItems()) {
            if (item instanceof ActionContributionItem a) {
                a.getAction().setEnabled(project && ("plus".equals(a.getAction().getId())
                        || edits.selected().isPresent()));
            }
        }
    }

    private boolean isProject() {
        return view.listing() != null && !view.listing().project().implicit();
    }

    private static AbstractHandler handler(Runnable run, BooleanSupplier enabled) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                run.run();
                return null;
            }

            @Override
            public boolean isEnabled() {
                return enabled.getAsBoolean();
            }
        };
    }

    private void key(Event e) {
        if (!isProject()) {
            return;
        }
        boolean alt = (e.stateMask & SWT.MODIFIER_MASK) == SWT.ALT;
        edits.selected().ifPresent(s -> {
            if (e.keyCode == SWT.F2) {
                edits.rename(s);
            } else if (e.keyCode == SWT.DEL) {
                edits.delete(selectedSamples());
            } else if (alt && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN)) {
                e.doit = false;
                edits.move(s, e.keyCode == SWT.ARROW_UP ? -1 : 1);
            }
        });
    }

    private List<Node.OfSample> selectedSamples() {
        return tree.viewer().getStructuredSelection().stream().filter(Node.OfSample.class::isInstance)
                .map(Node.OfSample.class::cast).toList();
    }

    private void fill(IMenuManager menu) {
        Object first = tree.viewer().getStructuredSelection().getFirstElement();
        List<Path> files = edits.selectedPaths();
        if (first != null) {
            menu.add(action(Messages.NavigatorMenu_open, view::openSelected));
            menu.add(new Separator());
        }
        if (isProject()) {
            menu.add(action(files.isEmpty() ? Messages.SampleEdits_new : Messages.NavigatorMenu_newOfThese, () ->
                    edits.newSample(files)));
            edits.selected().ifPresent(s -> ofSample(menu, s));
            if (!files.isEmpty()) {
                ofFiles(menu, files, first);
            }
            menu.add(new Separator());
            edit(menu, Messages.NavigatorMenu_undo, edits.model().undoLabel(), () -> edits.model().undo());
            edit(menu, Messages.NavigatorMenu_redo, edits.model().redoLabel(), () -> edits.model().redo());
        } else if (view.listing() != null) {
            Path folder = view.listing().project().folder();
            menu.add(action(Messages.NavigatorMenu_makeProject, () -> view.propose(folder)));
        }
        menu.add(new Separator());
        menu.add(command(Messages.NavigatorMenu_compare, "org.interphase.ui.compare"));
        menu.add(command(Messages.NavigatorMenu_apply, "org.interphase.ui.applyToMany"));
        menu.add(new Separator());
        menu.add(command(Messages.NavigatorMenu_layout, "org.interphase.ui.reportLayout"));
        menu.add(command(Messages.NavigatorMenu_report, "org.interphase.ui.report"));
        menu.add(command(Messages.NavigatorMenu_close, "org.interphase.ui.closeProject"));
    }

    private static void edit(IMenuManager menu, String verb, String label, Runnable run) {
        if (!label.isEmpty()) {
            menu.add(action(NLS.bind(verb, label), run));
        }
    }

    private void ofSample(IMenuManager menu, Node.OfSample s) {
        menu.add(action(Messages.NavigatorMenu_rename, () -> edits.rename(s)));
        menu.add(action(Messages.NavigatorMenu_describe, () -> edits.describe(s)));
        MenuManager colours = new MenuManager(Messages.NavigatorMenu_colour);
        for (int i = 0; i < COLOURS.length; i++) {
            int rgb = Palette.LIGHT.rgb(Colour.sample(i));
            Action a = action(COLOURS[i], () -> edits.colour(s, rgb));
            a.setImageDescriptor(ImageDescriptor.createFromImage(images.colour(rgb)));
            colours.add(a);
        }
        colours.add(new Separator());
        colours.add(action(Messages.NavigatorMenu_other, () -> edits.otherColour(s, tree.colour(s.sample(),
                s.place()))));
        colours.add(action(Messages.NavigatorMenu_ofPlace, () -> edits.colour(s, -1)));
        menu.add(colours);
        menu.add(action(Messages.NavigatorMenu_up, () -> edits.move(s, -1)));
        menu.add(action(Messages.NavigatorMenu_down, () -> edits.move(s, 1)));
        menu.add(action(Messages.NavigatorMenu_delete, () -> edits.delete(selectedSamples())));
    }

    private void ofFiles(IMenuManager menu, List<Path> files, Object first) {
        MenuManager to = new MenuManager(Messages.NavigatorMenu_assign);
        edits.names().forEach(n -> to.add(action(n.replace("&", "&&"), () -> edits.assign(n, files))));
        to.add(new Separator());
        to.add(action(Messages.NavigatorMenu_noSample, () -> edits.unassign(files)));
        menu.add(to);
        List<Node> parts = first instanceof Node.Part p ? List.of(p)
                : first instanceof Node.Document d && !ProjectTree.isDocument(d.path()) ? tree.parts(d.path())
                : List.of();
        for (Node n : parts) {
            if (n instanceof Node.Part part) {
                menu.add(recipes(part, parts.size() > 1 || part.index() > 0));
            }
        }
    }

    private MenuManager recipes(Node.Part part, boolean named) {
        MenuManager menu = new MenuManager(named ? NLS.bind(Messages.NavigatorMenu_recipes, part.label())
                : Messages.NavigatorMenu_recipesThis);
        Project project = view.listing().project();
        for (String id : part.suits()) {
            Action a = new Action(view.recipe(id).map(Recipe::title).orElse(id), IAction.AS_CHECK_BOX) {
                @Override
                public void run() {
                    edits.toggleRecipe(part, id);
                }
            };
            a.setToolTipText(id);
            a.setChecked(project.recipes().stream().anyMatch(r -> r.recipe().equals(id)
                    && SampleEdits.takes(r, view.listing().files(), part)));
            menu.add(a);
        }
        return menu;
    }

    private static Action sign(String name, String tip, Runnable run) {
        Action a = action(tip, run);
        a.setId(name);
        a.setImageDescriptor(Icons.of(name));
        return a;
    }

    private Action command(String label, String id) {
        return action(label, () -> CommandRunner.run(view.getSite(), id));
    }

    private static Action action(String label, Runnable run) {
        return new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
    }
}
