package org.interphase.ui.commands;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.help.HelpLinks;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.interphase.ui.session.WorkbenchSession;

/**
 * Lets Ctrl+3 and Ctrl+P find recipes, steps and parameters for the data at the front, samples and files of the
 * project, and pages of help.
 */
public final class QuickFind implements IQuickAccessComputer {

    private static final int MOST_FILES = 2000;

    private static class Element extends QuickAccessElement {
        private final String id;
        private final String label;
        private final Runnable action;

        Element(String id, String label, Runnable action) {
            this.id = id;
            this.label = label;
            this.action = action;
        }

        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return null;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public void execute() {
            action.run();
        }
    }

    /** A page of help: it comes behind all that can be done, whose names it shares. */
    private static final class Page extends Element {
        Page(String title, Runnable action) {
            super("help " + title, NLS.bind(Messages.QuickFind_help, title), action);
        }

        @Override
        public String getSortLabel() {
            return "\uffff" + getLabel();
        }
    }

    @Override
    public QuickAccessElement[] computeElements() {
        List<QuickAccessElement> out = new ArrayList<>();
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            if (window.getActivePage().getActiveEditor() instanceof AnalysisEditor e) {
                e.analysis().ifPresent(a -> addFor(a, out));
            }
            WorkbenchSession session = window.getService(WorkbenchSession.class);
            if (window.getActivePage().findView(NavigatorView.ID) instanceof NavigatorView n) {
                n.samples().forEach(s -> out.add(new Element("sample " + s, NLS.bind(Messages.QuickFind_sample, s),
                        () -> {
                    window.getActivePage().activate(n);
                    n.select(s);
                })));
            }
            addFiles(session, window.getActivePage(), out);
            HelpLinks.each(session.registry(), window.getActivePage(), (title, show) -> out.add(new Page(title,
                    show)));
        }
        return out.toArray(QuickAccessElement[]::new);
    }

    private static void addFor(Analysis a, List<QuickAccessElement> out) {
        for (Recipe r : a.suggestions()) {
            out.add(new Element("recipe " + r.id(), NLS.bind(Messages.QuickFind_recipe, r.title(), r.id()),
                    () -> a.edit(r, NLS.bind(Messages.QuickFind_use, r.title()))));
        }
        RecipeEdits edits = new RecipeEdits(a.session().registry());
        for (Step s : a.recipe().steps()) {
            String title = a.session().registry().operation(s.operation()).map(o -> o.info().title()).orElse(s.id());
            for (ParameterField f : edits.fields(s)) {
                out.add(new Element("parameter " + s.id() + " " + f.name(), NLS.bind(Messages.QuickFind_parameter,
                        f.label(),
                        title),
                        () -> a.select(s.id(), "")));
            }
        }
        for (Operation<?, ?> o : a.session().registry().operationsFor(a.dataset())) {
            out.add(new Element("operation " + o.info().id(), NLS.bind(Messages.QuickFind_addStep, o.info().title(),
                    o.info().id()), () -> a.edit(edits.addStep(a.history().current(), o),
                            NLS.bind(Messages.QuickFind_add, o.info().title()))));
        }
    }

    private static void addFiles(WorkbenchSession session, IWorkbenchPage page, List<QuickAccessElement> out) {
        session.project().ifPresent(folder -> session.projectFiles().stream().limit(MOST_FILES)
                .forEach(f -> out.add(new Element("file " + f, NLS.bind(Messages.QuickFind_open,
                        folder.relativize(f).toString()
                        .replace('\\', '/')), () -> OpenFiles.open(page, f)))));
    }

    @Override
    public void resetState() {
        // everything is asked for anew
    }

    @Override
    public boolean needsRefresh() {
        return true;
    }
}
