package org.interphase.ui.help;

import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;
import org.interphase.ui.theme.ThemeAware;

/** Help beside the work: pages on recipes and steps, made of what these say of themselves, a tour, and the gestures. */
public final class HelpView extends ViewPart implements ThemeAware {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.help";

    private Composite root;
    private Text search;
    private StyledText text;
    private List<HelpTopic> topics = List.of();
    private HelpPage page = new HelpPage("", List.of());
    private String wanted = "";
    private String anchor = "";

    @Override
    public void createPartControl(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(2, false);
        g.marginWidth = 4;
        g.marginHeight = 4;
        root.setLayout(g);
        search = new Text(root, SWT.SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
        search.setMessage(Messages.HelpView_find);
        search.setData("interphase.id", "help-search");
        search.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        search.addListener(SWT.Modify, e -> list());
        Button all = new Button(root, SWT.PUSH);
        all.setText(Messages.HelpView_all);
        all.addListener(SWT.Selection, e -> {
            search.setText("");
            list();
        });
        text = new StyledText(root, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.MULTI);
        text.setData("interphase.id", "help");
        text.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        text.setMargins(6, 2, 6, 2);
        text.setCaret(null);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        text.addListener(SWT.MouseUp, e -> {
            int at = text.getOffsetAtPoint(new Point(e.x, e.y));
            if (at >= 0 && text.getSelectionCount() == 0) {
                page.linkAt(at).ifPresent(id -> show(id, ""));
            }
        });
        text.addListener(SWT.MouseMove, e -> text.setCursor(page.linkAt(text.getOffsetAtPoint(new Point(e.x, e.y)))
                .isPresent() ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
        read();
    }

    /** Pages are made of what the techniques say, which takes a moment where they are not loaded yet. */
    private void read() {
        WorkbenchSession session = getSite().getService(WorkbenchSession.class);
        Display display = root.getDisplay();
        Job.createSystem("read help", (ICoreRunnable) m -> {
            List<HelpTopic> made = HelpTopics.all(session.registry());
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    topics = made;
                    if (!root.isDisposed()) {
                        show(wanted, anchor);
                    }
                });
            }
        }).schedule();
    }

    /** Shows a page, or the list of all where there is none of this identifier. */
    public void show(String id, String parameter) {
        wanted = id;
        anchor = parameter;
        if (topics.isEmpty()) {
            return;
        }
        HelpTopics.find(topics, id).ifPresentOrElse(t -> put(HelpPage.of(t)), this::list);
        int at = page.place(parameter);
        text.setSelection(at);
        text.setTopIndex(at == 0 ? 0 : Math.max(0, text.getLineAtOffset(at) - 1));
    }

    /** Lists the pages in which words stand; all pages for none. */
    void search(String words) {
        wanted = "";
        search.setText(words);
        list();
    }

    private void list() {
        wanted = "";
        put(HelpPage.list(topics, search.getText()));
    }

    private void put(HelpPage next) {
        page = next;
        text.setText(page.text());
        colour();
    }

    private void colour() {
        Looks looks = Looks.of(root);
        text.setBackground(root.getBackground());
        text.setForeground(looks.ink());
        for (HelpPage.Mark m : page.marks()) {
            boolean here = m.kind() == HelpPage.Mark.Kind.HEADING && !anchor.isEmpty() && m.target().equals(anchor);
            StyleRange r = new StyleRange(m.start(), m.length(), m.kind() == HelpPage.Mark.Kind.LINK || here
                    ? looks.accent() : looks.ink(), null);
            if (m.kind() == HelpPage.Mark.Kind.LINK) {
                r.underline = true;
            } else {
                r.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
            }
            text.setStyleRange(r);
        }
    }

    @Override
    public void themeChanged() {
        if (!root.isDisposed()) {
            colour();
        }
    }

    @Override
    public void setFocus() {
        search.setFocus();
    }
}
