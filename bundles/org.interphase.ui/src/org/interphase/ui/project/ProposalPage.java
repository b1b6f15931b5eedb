package org.interphase.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Recipe;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectProposal;
import org.interphase.engine.project.ProjectText;
import org.interphase.engine.project.RecipeRule;
import org.interphase.engine.project.Sample;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.ui.theme.Looks;

/**
 * The page in the project's column that shows what a folder may be as a project and lets it be corrected: names of
 * samples, which of them, which recipes. Two samples given one name become one.
 */
public final class ProposalPage {

    private static final int MOST_NAMED = 12;
    private static final int NARROW = 140;

    /** A proposed sample with what was entered for it. */
    private record Entry(Sample sample, Button wanted, Text name) {
    }

    private final Composite page;
    private final ScrolledComposite scroll;
    private final Composite body;
    /** What is done with the page stays in sight however long the page is. */
    private final Composite foot;
    private final List<Entry> samples = new ArrayList<>();
    private final Map<RecipeRule, Button> rules = new LinkedHashMap<>();
    private ProjectProposal proposal;
    private Text title;

    /** An empty page. */
    public ProposalPage(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayout p = new GridLayout(1, false);
        p.marginWidth = 0;
        p.marginHeight = 0;
        p.verticalSpacing = 0;
        page.setLayout(p);
        scroll = new ScrolledComposite(page, SWT.V_SCROLL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = new Composite(scroll, SWT.NONE);
        GridLayout g = new GridLayout(2, false);
        g.marginWidth = 10;
        g.marginHeight = 10;
        body.setLayout(g);
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, e -> fit());
        foot = new Composite(page, SWT.NONE);
        foot.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        GridLayout f = new GridLayout(1, false);
        f.marginWidth = 10;
        f.marginHeight = 6;
        foot.setLayout(f);
    }

    /** The page. */
    public Control control() {
        return page;
    }

    /** Says that the folder is being looked through. */
    public void looking(Path folder, Runnable cancel) {
        clear();
        text(NLS.bind(Messages.ProposalPage_looking, folder.getFileName()), false);
        button(Messages.ProposalPage_cancel, Messages.ProposalPage_backTip, cancel);
        fit();
    }

    /** Says why there is no proposal. */
    public void failed(String why, Runnable back) {
        clear();
        text(NLS.bind(Messages.ProposalPage_unreadable, why), false);
        button(Messages.ProposalPage_back, Messages.ProposalPage_backTip, back);
        fit();
    }

    /**
     * Shows a proposal.
     *
     * @param found how many files each sample has
     * @param make is handed the document as it was corrected
     */
    public void show(ProjectProposal shown, Map<String, Integer> found, ProjectFiles files,
            TechniqueRegistry registry, Consumer<ProjectText> make, Runnable cancel) {
        clear();
        proposal = shown;
        Project project = shown.project();
        heading(Messages.ProposalPage_title);
        title = new Text(body, SWT.BORDER);
        title.setText(project.title());
        title.setData("interphase.id", "proposal.title");
        title.setLayoutData(wide());
        heading(Messages.ProposalPage_samples);
        if (project.samples().isEmpty()) {
            text(Messages.ProposalPage_none, false);
        }
        for (Sample s : project.samples()) {
            int count = found.getOrDefault(s.name(), 0);
            Button wanted = ticked();
            wanted.setToolTipText(Messages.ProposalPage_unticked);
            Text name = new Text(body, SWT.BORDER);
            name.setText(s.name());
            name.setData("interphase.id", "proposal.sample");
            name.setToolTipText(count == 1 ? NLS.bind(Messages.ProposalPage_file, s.files().get(0))
                    : NLS.bind(Messages.ProposalPage_files, count, String.join(", ", s.files())));
            name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            samples.add(new Entry(s, wanted, name));
            quiet(count == 1 ? NLS.bind(Messages.ProposalPage_listedOne, s.files().get(0))
                    : NLS.bind(Messages.ProposalPage_listed, count, String.join(", ", s.files())));
        }
        if (!project.recipes().isEmpty()) {
            heading(Messages.ProposalPage_recipes);
        }
        for (RecipeRule r : project.recipes()) {
            Button wanted = ticked();
            wanted.setText(registry.recipe(r.recipe()).map(Recipe::title).orElse(r.recipe()));
            wanted.setToolTipText(r.recipe());
            wanted.setData("interphase.id", "proposal.recipe");
            wanted.setLayoutData(wide());
            rules.put(r, wanted);
        }
        if (!shown.left().isEmpty()) {
            heading(NLS.bind(Messages.ProposalPage_left, shown.left().size()));
            shown.left().stream().limit(MOST_NAMED).forEach(l -> quiet(files.relative(l.file()) + ": " + l.why()));
            if (shown.left().size() > MOST_NAMED) {
                quiet(NLS.bind(Messages.ProposalPage_more, shown.left().size() - MOST_NAMED));
            }
        }
        if (!shown.remarks().isEmpty()) {
            heading(Messages.ProposalPage_notes);
            shown.remarks().stream().limit(MOST_NAMED).forEach(this::quiet);
            if (shown.remarks().size() > MOST_NAMED) {
                quiet(NLS.bind(Messages.ProposalPage_more, shown.remarks().size() - MOST_NAMED));
            }
        }
        Button go = button(Messages.ProposalPage_make, Messages.ProposalPage_makeTip,
                () -> make.accept(corrected()));
        go.getShell().setDefaultButton(null);
        button(Messages.ProposalPage_back, Messages.ProposalPage_leaveTip, cancel);
        fit();
        go.setFocus();
    }

    /** The document as it was corrected. */
    ProjectText corrected() {
        Map<String, Set<String>> patterns = new LinkedHashMap<>();
        Map<String, Sample> first = new LinkedHashMap<>();
        for (Entry e : samples) {
            String name = e.name.getText().strip();
            if (e.wanted.getSelection() && !name.isEmpty()) {
                patterns.computeIfAbsent(name, k -> new LinkedHashSet<>()).addAll(e.sample.files());
                first.putIfAbsent(name, e.sample);
            }
        }
        List<Sample> chosen = new ArrayList<>();
        patterns.forEach((name, files) -> chosen.add(new Sample(name, first.get(name).description(),
                first.get(name).colour(), 0, List.copyOf(files))));
        Project p = proposal.project();
        String name = title.getText().strip();
        return ProjectText.of(new Project(p.folder(), name.isEmpty() ? p.title() : name, chosen,
                rules.entrySet().stream().filter(r -> r.getValue().getSelection()).map(Map.Entry::getKey).toList(),
                p.tables(), p.stated(), p.report(), false));
    }

    private void clear() {
        for (Composite part : List.of(body, foot)) {
            for (Control c : part.getChildren()) {
                c.dispose();
            }
        }
        samples.clear();
        rules.clear();
    }

    private static GridData wide() {
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        d.widthHint = NARROW;
        return d;
    }

    private void heading(String says) {
        Label label = text(says, false);
        label.setForeground(Looks.of(body).accent());
        ((GridData) label.getLayoutData()).verticalIndent = 6;
    }

    private void quiet(String says) {
        text(says, true);
    }

    private Label text(String says, boolean muted) {
        Label label = new Label(body, SWT.WRAP);
        label.setText(says.replace("&", "&&"));
        label.setToolTipText(says);
        if (muted) {
            label.setForeground(Looks.of(body).muted());
        }
        label.setLayoutData(wide());
        return label;
    }

    private Button button(String label, String tip, Runnable action) {
        Button b = new Button(foot, SWT.PUSH);
        b.setText(label);
        b.setToolTipText(tip);
        b.setData("interphase.offer", label);
        b.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        b.addListener(SWT.Selection, e -> action.run());
        return b;
    }

    private Button ticked() {
        Button b = new Button(body, SWT.CHECK | SWT.WRAP);
        // the background that the theme gives to controls would hide the tick
        b.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        b.setSelection(true);
        return b;
    }

    private void fit() {
        if (!scroll.isDisposed()) {
            page.layout(true, true);
            int width = Math.max(NARROW, scroll.getClientArea().width);
            body.layout(true, true);
            scroll.setMinSize(body.computeSize(width, SWT.DEFAULT));
        }
    }
}
