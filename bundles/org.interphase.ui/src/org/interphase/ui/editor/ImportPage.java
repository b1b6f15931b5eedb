package org.interphase.ui.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jface.fieldassist.AutoCompleteField;
import org.eclipse.jface.fieldassist.ComboContentAdapter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Fact;
import org.interphase.api.KindInfo;
import org.interphase.api.Stated;
import org.interphase.engine.reading.ImportQuestion;
import org.interphase.model.unit.Unit;
import org.interphase.ui.theme.Looks;

/**
 * What a file leaves open, as fields: the facts that would settle it first, all others behind a button. Part of the
 * editor, so that the picture of what was read can be seen with it. Nothing is taken before "Read again".
 */
public final class ImportPage extends Composite {

    /** Key of {@link org.eclipse.swt.widgets.Widget#getData(String)} under which a field tells its fact. */
    public static final String FACT = "interphase.fact";
    private static final int WIDEST = 900;
    private static final int FIELD_WIDTH = 170;
    private static final List<String> AXES = List.of("", "binding energy", "kinetic energy", "wavenumber",
            "wavelength", "Raman shift", "frequency", "time", "potential", "temperature", "2 theta");
    private static final List<String> SIGNALS = List.of("", "counts", "intensity", "absorbance", "transmittance",
            "reflectance", "current");

    private final Consumer<Stated> readAs;
    private final Runnable close;
    private final Map<Fact, Control> fields = new EnumMap<>(Fact.class);
    private List<KindInfo> kinds = List.of();
    private ImportQuestion question;
    private boolean mayClose;
    private boolean all;
    private Label problem;
    private Button read;

    /** An absent page in a parent with a grid. */
    ImportPage(Composite parent, Consumer<Stated> readAs, Runnable close) {
        super(parent, SWT.NONE);
        this.readAs = readAs;
        this.close = close;
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 14;
        layout.marginHeight = 10;
        layout.horizontalSpacing = 10;
        setLayout(layout);
        GridData d = new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false);
        d.exclude = true;
        setLayoutData(d);
        setVisible(false);
    }

    /** Whether the page is there. */
    public boolean isShown() {
        return !((GridData) getLayoutData()).exclude;
    }

    /** Asks. */
    void show(ImportQuestion what, List<KindInfo> ofReaders, boolean closable) {
        question = what;
        kinds = ofReaders;
        mayClose = closable;
        all = false;
        fill(what.beginning());
    }

    /** Goes away. */
    void hide() {
        ((GridData) getLayoutData()).exclude = true;
        setVisible(false);
    }

    private void fill(Stated now) {
        for (Control c : getChildren()) {
            c.dispose();
        }
        fields.clear();
        text(Messages.ImportPage_title, true);
        text(question.reason(), false);
        question.offer().ifPresent(o -> text(NLS.bind(Messages.ImportPage_filled, o.file()), false));
        int shown = all ? Fact.values().length : question.shown();
        for (Fact fact : question.facts().subList(0, shown)) {
            field(fact, now.entries().getOrDefault(fact.key(), ""));
        }
        problem = text("", false);
        buttons(shown);
        ((GridData) getLayoutData()).exclude = false;
        setVisible(true);
        themeChanged();
        getParent().layout(true, true);
    }

    private Label text(String words, boolean title) {
        Label label = new Label(this, SWT.WRAP);
        label.setText(words);
        if (title) {
            label.setFont(org.eclipse.jface.resource.JFaceResources.getFontRegistry().getBold(
                    org.eclipse.jface.resource.JFaceResources.DEFAULT_FONT));
        }
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 4, 1);
        d.widthHint = Math.max(300, Math.min(WIDEST, getParent().getClientArea().width - 60));
        d.exclude = words.isEmpty();
        label.setLayoutData(d);
        label.setVisible(!words.isEmpty());
        return label;
    }

    private void field(Fact fact, String value) {
        Label label = new Label(this, SWT.NONE);
        label.setText(fact.label() + (fact.isQuantity() ? " (" + Unit.of(fact.unit()).pretty() + ")" : ""));
        label.setToolTipText(fact.help());
        Control control = switch (fact) {
            case KIND -> kind(value);
            case AXIS -> open(AXES, value);
            case SIGNAL -> open(SIGNALS, value);
            case DECIMAL, CURRENT_SIGN -> choice(Stream.concat(Stream.of(""), fact.choices().stream()).toList(), value);
            default -> entry(fact, value);
        };
        control.setToolTipText(fact.help());
        control.setData(FACT, fact.key());
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = FIELD_WIDTH;
        control.setLayoutData(d);
        fields.put(fact, control);
    }

    private Control kind(String value) {
        List<String> items = new ArrayList<>(List.of(""));
        kinds.forEach(k -> items.add(k.title() + "  (" + k.id() + ")"));
        Combo combo = choice(items, "");
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).id().equals(value)) {
                combo.select(i + 1);
            }
        }
        return combo;
    }

    private Combo choice(List<String> items, String value) {
        Combo combo = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items.toArray(String[]::new));
        combo.select(Math.max(0, items.indexOf(value)));
        combo.addListener(SWT.MouseVerticalWheel, e -> e.doit = false);
        return combo;
    }

    private Control open(List<String> items, String value) {
        Combo combo = new Combo(this, SWT.DROP_DOWN);
        combo.setItems(items.toArray(String[]::new));
        combo.setText(value);
        new AutoCompleteField(combo, new ComboContentAdapter(), items.toArray(String[]::new));
        combo.addListener(SWT.MouseVerticalWheel, e -> e.doit = false);
        return combo;
    }

    private Control entry(Fact fact, String value) {
        Text text = new Text(this, SWT.BORDER);
        text.setText(value);
        text.setMessage(fact.example());
        text.addListener(SWT.DefaultSelection, e -> read());
        return text;
    }

    private void buttons(int shown) {
        Composite row = new Composite(this, SWT.NONE);
        GridLayout g = new GridLayout(3, false);
        g.marginWidth = 0;
        row.setLayout(g);
        row.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false, 4, 1));
        read = button(row, Messages.ImportPage_again, Messages.ImportPage_againTip, this::read);
        if (shown < Fact.values().length) {
            button(row, Messages.ImportPage_more, Messages.ImportPage_moreTip, () -> {
                Map<String, String> typed = typed();
                all = true;
                fill(Stated.NOTHING);
                fields.forEach((f, c) -> type(c, f, typed.getOrDefault(f.key(), "")));
            });
        }
        if (mayClose) {
            button(row, Messages.ImportPage_leave, Messages.ImportPage_leaveTip, close);
        }
    }

    /** Types into a field; for a kind, its identifier. */
    public void type(Fact fact, String value) {
        type(fields.get(fact), fact, value);
    }

    private static Button button(Composite parent, String label, String tip, Runnable action) {
        Button b = new Button(parent, SWT.PUSH);
        b.setText(label);
        b.setToolTipText(tip);
        b.setData("interphase.offer", label);
        b.addListener(SWT.Selection, e -> action.run());
        return b;
    }

    private void type(Control control, Fact fact, String value) {
        if (fact == Fact.KIND) {
            ((Combo) control).select(1 + kinds.stream().map(KindInfo::id).toList().indexOf(value));
        } else if (control instanceof Combo combo) {
            combo.setText(value);
        } else {
            ((Text) control).setText(value);
        }
    }

    private Map<String, String> typed() {
        Map<String, String> out = new java.util.LinkedHashMap<>();
        fields.forEach((fact, control) -> {
            if (fact == Fact.KIND) {
                int at = ((Combo) control).getSelectionIndex();
                out.put(fact.key(), at <= 0 ? "" : kinds.get(at - 1).id());
            } else {
                out.put(fact.key(), control instanceof Combo c ? c.getText() : ((Text) control).getText());
            }
        });
        return out;
    }

    /** Reads the file again with what is typed, or says what of it cannot be used. */
    private void read() {
        Stated said = Stated.NOTHING;
        Map<String, String> typed = typed();
        for (Fact fact : question.facts()) {
            try {
                said = said.with(fact, typed.getOrDefault(fact.key(), ""));
            } catch (IllegalArgumentException e) {
                problem(e.getMessage().replaceFirst("^--[a-z-]+ \\(", "(").replaceFirst("^\\((.)([^)]*)\\)",
                        "$1$2"));
                fields.get(fact).setFocus();
                return;
            }
        }
        problem("");
        readAs.accept(said);
    }

    /** Says what went wrong. */
    void problem(String words) {
        idle();
        problem.setText(words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1));
        problem.setForeground(Looks.of(this).bad());
        ((GridData) problem.getLayoutData()).exclude = words.isEmpty();
        problem.setVisible(!words.isEmpty());
        getParent().layout(true, true);
    }

    /** What is wrong with the entries; empty if nothing. */
    public String problem() {
        return problem == null || problem.isDisposed() ? "" : problem.getText();
    }

    /** The file is being read. */
    void busy() {
        if (isShown()) {
            read.setEnabled(false);
        }
    }

    /** Nothing is being read. */
    void idle() {
        if (isShown() && read != null && !read.isDisposed()) {
            read.setEnabled(true);
        }
    }

    /** Takes the colours of its surroundings. */
    void themeChanged() {
        Looks looks = Looks.of(this);
        for (Control c : getChildren()) {
            if (c instanceof Label && c != problem) {
                c.setForeground(looks.ink());
            }
        }
    }

    @Override
    public boolean setFocus() {
        return fields.isEmpty() ? super.setFocus() : fields.values().iterator().next().setFocus();
    }
}
