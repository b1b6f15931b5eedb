package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TreeEditor;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.graphics.RGB;
import org.interphase.api.Progress;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectProposal;
import org.interphase.engine.project.ProjectText;
import org.interphase.engine.project.RecipeRule;
import org.interphase.engine.project.Sample;
import org.interphase.ui.project.FileImport;
import org.interphase.ui.project.ProjectModel;
import org.interphase.ui.session.WorkbenchSession;

/** What can be done with samples and their files in the tree; each is one step that can be undone. */
final class SampleEdits {

    private final WorkbenchSession session;
    private final TreeViewer tree;
    private final ProjectModel model;
    private String editNext = "";
    private String showNext = "";

    SampleEdits(WorkbenchSession session, TreeViewer tree, ProjectModel model) {
        this.session = session;
        this.tree = tree;
        this.model = model;
    }

    ProjectModel model() {
        return model;
    }

    /** The sample that is selected, if one is. */
    Optional<Node.OfSample> selected() {
        return tree.getStructuredSelection().getFirstElement() instanceof Node.OfSample s ? Optional.of(s)
                : Optional.empty();
    }

    private List<Node.OfSample> samples() {
        List<Node.OfSample> out = new ArrayList<>();
        if (tree.getInput() instanceof List<?> roots) {
            roots.stream().filter(Node.OfSample.class::isInstance).forEach(n -> out.add((Node.OfSample) n));
        }
        return out;
    }

    List<String> names() {
        return samples().stream().map(Node.OfSample::label).toList();
    }

    /** Raw files and folders selected, each once. */
    List<Path> selectedPaths() {
        Set<Path> out = new LinkedHashSet<>();
        for (Object o : tree.getStructuredSelection()) {
            switch ((Node) o) {
                case Node.Document d when !ProjectTree.isDocument(d.path()) -> out.add(d.path());
                case Node.Part p -> out.add(p.path());
                case Node.Folder f -> out.add(f.path());
                case Node.Group g when g.under() == Node.Under.NOT_ASSIGNED -> out.addAll(g.files());
                default -> {
                    // samples, headings and hints are no files
                }
            }
        }
        return List.copyOf(out);
    }

    /** Makes a sample of these files and lets its name be typed. */
    void newSample(List<Path> files) {
        List<String> taken = names();
        String name = Messages.SampleEdits_new;
        for (int i = 2; taken.contains(name); i++) {
            name = NLS.bind(Messages.SampleEdits_newNumber, i);
        }
        String made = name;
        editNext = made;
        model.edit(Messages.SampleEdits_new, t -> {
            ProjectText with = t.adding(new Sample(made, "", -1, 0, List.of()));
            return files.isEmpty() ? with : assigned(with, made, files);
        });
    }

    /** Called when the tree shows what was written: begins what a step left to be typed. */
    void shown() {
        for (Node.OfSample s : samples()) {
            if (s.label().equals(showNext) || s.label().equals(editNext)) {
                tree.expandToLevel(s, 1);
                tree.setSelection(new StructuredSelection(s), true);
                showNext = "";
            }
            if (s.label().equals(editNext)) {
                editNext = "";
                rename(s);
            }
        }
    }

    void rename(Node.OfSample sample) {
        type(sample, sample.label(), "interphase.rename", name -> {
            showNext = name;
            model.edit(NLS.bind(Messages.SampleEdits_rename, sample.label()), t -> t.renamed(sample.label(), name));
        });
    }

    void describe(Node.OfSample sample) {
        type(sample, sample.sample().description(), "interphase.describe",
                text -> model.edit(NLS.bind(Messages.SampleEdits_describe, sample.label()), t ->
                        t.described(sample.label(), text)));
    }

    // a field over the line of the sample; Enter and leaving it take what was typed, Esc does not
    private void type(Node.OfSample sample, String before, String id, Consumer<String> then) {
        if (!(tree.testFindItem(sample) instanceof TreeItem item)) {
            return;
        }
        TreeEditor editor = new TreeEditor(tree.getTree());
        editor.grabHorizontal = true;
        editor.horizontalAlignment = SWT.LEFT;
        Text text = new Text(tree.getTree(), SWT.BORDER);
        text.setData("interphase.id", id);
        text.setText(before);
        text.setMessage(id.equals("interphase.describe") ? Messages.SampleEdits_what : "");
        text.selectAll();
        editor.setEditor(text, item);
        text.setFocus();
        boolean[] over = {false};
        Consumer<Boolean> end = take -> {
            if (!over[0]) {
                over[0] = true;
                String typed = text.getText().strip();
                text.dispose();
                editor.dispose();
                if (take && !typed.equals(before)) {
                    then.accept(typed);
                }
            }
        };
        text.addListener(SWT.DefaultSelection, e -> end.accept(true));
        text.addListener(SWT.FocusOut, e -> end.accept(true));
        text.addListener(SWT.Dispose, e -> over[0] = true);
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                end.accept(false);
            }
        });
    }

    void colour(Node.OfSample sample, int rgb) {
        model.edit(NLS.bind(Messages.SampleEdits_colour, sample.label()), t -> t.coloured(sample.label(), rgb));
    }

    /** Asks for any colour. */
    void otherColour(Node.OfSample sample, int now) {
        ColorDialog dialog = new ColorDialog(tree.getTree().getShell());
        dialog.setRGB(new RGB(now >> 16 & 0xff, now >> 8 & 0xff, now & 0xff));
        RGB chosen = dialog.open();
        if (chosen != null) {
            colour(sample, chosen.red << 16 | chosen.green << 8 | chosen.blue);
        }
    }

    void move(Node.OfSample sample, int by) {
        model.edit(NLS.bind(Messages.SampleEdits_move, sample.label()), t -> t.moved(sample.label(), by));
    }

    void delete(List<Node.OfSample> gone) {
        String label = gone.size() == 1 ? NLS.bind(Messages.SampleEdits_delete, gone.get(0).label())
                : NLS.bind(Messages.SampleEdits_deleteMany, gone.size());
        model.edit(label, t -> {
            ProjectText out = t;
            for (Node.OfSample s : gone) {
                out = out.without(s.label());
            }
            return out;
        });
    }

    /** Gives files to a sample; those from outside the project's folder are copied into it. */
    void assign(String sample, List<Path> files) {
        model.edit(NLS.bind(Messages.SampleEdits_assign, sample), t -> assigned(t, sample, files));
    }

    private static ProjectText assigned(ProjectText text, String sample, List<Path> files) throws java.io.IOException {
        Path folder = text.project().folder();
        List<Path> inside = FileImport.into(folder, sample, files);
        return text.assigned(sample, inside, ProjectFiles.in(folder));
    }

    void unassign(List<Path> files) {
        model.edit(Messages.SampleEdits_take, t -> t.unassigned(files, ProjectFiles.in(t.project().folder())));
    }

    /** Runs a recipe over all data like this from now on, or no longer does. */
    void toggleRecipe(Node.Part part, String recipe) {
        model.edit(NLS.bind(Messages.SampleEdits_recipe, part.label()), t -> {
            Project project = t.project();
            ProjectFiles files = ProjectFiles.in(project.folder());
            ProjectText out = t;
            boolean had = false;
            for (int i = project.recipes().size() - 1; i >= 0; i--) {
                RecipeRule r = project.recipes().get(i);
                if (r.recipe().equals(recipe) && takes(r, files, part)) {
                    out = out.withoutRule(i);
                    had = true;
                }
            }
            if (had) {
                return out;
            }
            if (project.recipes().isEmpty()) {
                // without rules the best recipe runs over everything; the others must not lose theirs by the first
                out = out.withRules(ProjectProposal.of(project.folder(), session.registry(), BatchWatch.NONE,
                        Progress.none()).project().recipes());
            }
            RecipeRule rule = RecipeRule.of(recipe, "");
            return out.project().recipes().contains(rule) ? out : out.addingRule(rule);
        });
    }

    static boolean takes(RecipeRule rule, ProjectFiles files, Node.Part part) {
        return rule.takes(files, part.path(), part.kind(), part.label(), part.suits().contains(rule.recipe()));
    }
}
