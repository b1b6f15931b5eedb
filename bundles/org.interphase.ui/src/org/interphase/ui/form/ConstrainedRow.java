package org.interphase.ui.form;

import java.util.Arrays;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.ParameterField;
import org.interphase.model.unit.Numbers;
import org.interphase.ui.form.ConstraintCells.Kind;
import org.interphase.ui.theme.Looks;

/**
 * A fit parameter: three plain cells (value, from, to) and a switch between free, fixed and tied; or its text form,
 * for those who like to write it. An entry that cannot be used stays as it is, is marked, and says why.
 */
final class ConstrainedRow extends FieldRow {

    private static final int CELL = 34;
    private static final int SWITCH_MARGIN = 14;
    private static final double REACH = 0.001;
    private final Text[] cells = new Text[3];
    private Text whole;
    private Button turn;
    private Kind kind = Kind.FREE;
    private String shown = "auto";
    private Constrained used = Constrained.AUTO;
    private boolean showing;
    private boolean writing;

    ConstrainedRow(ParameterField field, String path, FormHost host) {
        super(field, path, host);
    }

    @Override
    void createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(5, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 3;
        box.setLayout(layout);
        whole = text(box, path() + " text");
        whole.setToolTipText(field().help() + '\n' + Messages.ConstrainedRow_write);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = text(box, i == 0 ? path() : path() + (i == 1 ? " from" : " to"));
        }
        turn = new Button(box, SWT.PUSH | SWT.FLAT);
        turn.setData(PATH, path() + "\u25be");
        GridData d = new GridData(SWT.FILL, SWT.CENTER, false, false);
        d.widthHint = switchWidth(turn);
        turn.setLayoutData(d);
        turn.setToolTipText(Messages.ConstrainedRow_turnTip);
        turn.addListener(SWT.Selection, e -> choose());
        arrange(host().writesConstraints());
    }

    /** Headings over the cells of the rows that follow, in a parent with a two-column grid. */
    static List<Control> createHeading(Composite parent) {
        Label before = new Label(parent, SWT.NONE);
        before.setLayoutData(new GridData());
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 3;
        box.setLayout(layout);
        for (int i = 0; i < 4; i++) {
            Label l = new Label(box, SWT.NONE);
            l.setText(i < 3 ? Kind.FREE.cell(i) : "");
            l.setForeground(Looks.of(l).muted());
            GridData d = new GridData(SWT.FILL, SWT.CENTER, i < 3, false);
            d.widthHint = i < 3 ? CELL : switchWidth(l);
            l.setLayoutData(d);
        }
        return List.of(before, box);
    }

    private static int switchWidth(Control on) {
        GC gc = new GC(on);
        int width = Arrays.stream(Kind.values()).mapToInt(k -> gc.textExtent(k.word() + " \u25be").x).max().orElse(0)
                + SWITCH_MARGIN;
        gc.dispose();
        return width;
    }

    private Text text(Composite box, String id) {
        Text t = new Text(box, SWT.BORDER | SWT.SINGLE);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = CELL;
        t.setLayoutData(d);
        t.setData(PATH, id);
        t.addListener(SWT.Modify, e -> {
            if (!showing) {
                judge();
            }
        });
        t.addListener(SWT.DefaultSelection, e -> commit());
        t.addListener(SWT.FocusOut, e -> commit());
        t.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ESC) {
                put(shown);
            }
        });
        return t;
    }

    /** Cells, or the text form. */
    private void arrange(boolean asText) {
        writing = asText;
        place(whole, asText);
        for (Text cell : cells) {
            place(cell, !asText);
        }
        turn.getParent().layout(true);
    }

    private static void place(Text text, boolean there) {
        ((GridData) text.getLayoutData()).exclude = !there;
        text.setVisible(there);
    }

    private ConstraintCells entered() {
        return new ConstraintCells(kind, plain(cells[0]), plain(cells[1]), plain(cells[2]));
    }

    private String plain(Text cell) {
        return UnitEntry.convert(cell.getText().strip(), field().unit());
    }

    private String entry() {
        return writing ? whole.getText().strip() : entered().text();
    }

    /** Says and marks what is wrong with the entry. */
    private boolean judge() {
        String reason = writing ? "" : entered().problem();
        if (reason.isEmpty()) {
            reason = host().check(path(), entry());
        }
        mark(reason);
        return reason.isEmpty();
    }

    private boolean differs() {
        return !same(entry(), shown);
    }

    private static boolean same(String a, String b) {
        try {
            return a.equals(b) || Constrained.parse(a).equals(Constrained.parse(b));
        } catch (IllegalArgumentException e) {
            // what cannot be read is the same only letter for letter
            return false;
        }
    }

    private void commit() {
        if (!whole.isDisposed() && differs() && judge()) {
            apply(entry());
        }
    }

    @Override
    void mark(String reason) {
        super.mark(reason);
        if (whole == null || whole.isDisposed()) {
            return;
        }
        boolean bad = !reason.isEmpty();
        int faulty = bad && !writing ? entered().faulty() : -1;
        whole.setForeground(bad ? Looks.of(whole).bad() : null);
        for (int i = 0; i < cells.length; i++) {
            // where each cell alone is good, all of them together are not
            cells[i].setForeground(bad && (faulty < 0 || faulty == i) ? Looks.of(whole).bad() : null);
            cells[i].setToolTipText(tip(i) + (bad && (faulty < 0 || faulty == i) ? "\n" + reason : ""));
        }
    }

    private String tip(int cell) {
        return kind.cell(cell) + " (" + kind.word() + ")\n" + field().help();
    }

    @Override
    void show(Object value, Object resolved) {
        String now = value == null ? field().defaultText() : text(value);
        used = parsed(text(resolved));
        boolean pending = now.equals(shown) && differs();
        boolean asText = host().writesConstraints() || ConstraintCells.of(now).isEmpty();
        if (asText != writing && !pending) {
            arrange(asText);
            put(now);
        } else if (!pending && (!now.equals(shown) || cells[0].getMessage().isEmpty())) {
            put(now);
        }
        if (!pending) {
            shown = now;
        }
        hints();
    }

    private void put(String text) {
        showing = true;
        whole.setText(text);
        ConstraintCells c = ConstraintCells.of(text).orElse(new ConstraintCells(Kind.FREE, text, "", ""));
        set(c);
        showing = false;
        shown = text;
        mark("");
    }

    private void set(ConstraintCells c) {
        kind = c.kind();
        String[] texts = {c.first(), c.second(), c.third()};
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].getText().equals(texts[i])) {
                cells[i].setText(texts[i]);
            }
            cells[i].setEnabled(i == 0 || kind.hasMore());
        }
        turn.setText(kind.word() + " \u25be");
        hints();
        turn.getParent().layout(true);
    }

    /** What empty cells stand for. */
    private void hints() {
        boolean found = kind == Kind.FREE;
        String start = Double.isNaN(used.start()) ? "auto" : Numbers.plain(used.start(), 6);
        whole.setMessage("auto");
        cells[0].setMessage(kind == Kind.TIED ? Messages.ConstrainedRow_component : start);
        cells[1].setMessage(kind == Kind.TIED ? "\u00d7 1" : found ? bound(used.lower()) : "");
        cells[2].setMessage(kind == Kind.TIED ? "+ 0" : found ? bound(used.upper()) : "");
    }

    private static String bound(double v) {
        return Double.isInfinite(v) ? Messages.ConstrainedRow_none : Numbers.plain(v, 5);
    }

    private void choose() {
        Menu menu = new Menu(turn);
        double at = value();
        ConstraintCells now = entered();
        List<String> targets = host().tieTargets(path());
        String known = Double.isNaN(at) ? "" : text(at);
        item(menu, Messages.ConstrainedRow_automatic, "auto");
        turn(menu, known.isEmpty() ? Messages.ConstrainedRow_free
                : NLS.bind(Messages.ConstrainedRow_freeFrom, Numbers.plain(at, 6)), now.switched(Kind.FREE, known,
                ""));
        turn(menu, known.isEmpty() ? Messages.ConstrainedRow_fixed
                : NLS.bind(Messages.ConstrainedRow_fixedAt, Numbers.plain(at, 6)), now.switched(Kind.FIXED, known,
                ""));
        if (!known.isEmpty()) {
            double reach = Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1g",
                    Math.max(Math.abs(at) * REACH, 1e-9)));
            item(menu, NLS.bind(Messages.ConstrainedRow_bounded, Numbers.plain(reach, 2)),
                    Constrained.bounded(at, at - reach, at + reach).toString());
        }
        for (String target : targets) {
            item(menu, NLS.bind(Messages.ConstrainedRow_tied, target), "= " + target);
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem way = new MenuItem(menu, SWT.CHECK);
        way.setText(Messages.ConstrainedRow_asText);
        way.setSelection(host().writesConstraints());
        way.addListener(SWT.Selection, e -> {
            host().writeConstraints(!host().writesConstraints());
            ParameterForm.arrange(turn);
        });
        TextRow.popup(menu, turn);
    }

    /** The value to hold or begin with: what is entered, else what the last run used; NaN if neither is known. */
    private double value() {
        double entered = parsed(shown).start();
        return Double.isNaN(entered) ? used.start() : entered;
    }

    private static Constrained parsed(String text) {
        try {
            return Constrained.parse(text);
        } catch (IllegalArgumentException e) {
            // an entry that is no fit parameter yet offers the choices of an automatic one
            return Constrained.AUTO;
        }
    }

    /** Cells that are not filled yet after the switch are shown to be filled, not applied. */
    private void turn(Menu menu, String label, ConstraintCells next) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(label);
        i.addListener(SWT.Selection, e -> {
            showing = true;
            set(next);
            whole.setText(next.text());
            showing = false;
            commit();
            judge();
        });
    }

    private void item(Menu menu, String label, String value) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(label);
        i.addListener(SWT.Selection, e -> {
            put(shown);
            apply(value);
        });
    }

    /** Shows cells or text, as is liked now. */
    void arrangeAgain() {
        if (host().writesConstraints() != writing) {
            arrange(host().writesConstraints());
            put(shown);
        }
    }
}
