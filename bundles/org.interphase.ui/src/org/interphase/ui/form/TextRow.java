package org.interphase.ui.form;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.ParameterField.Type;
import org.interphase.api.parameters.ReadyText;
import org.interphase.model.unit.Numbers;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.theme.Looks;

/**
 * A field that is written: numbers with unit, texts, ranges, regions, files, lists of plain values. Entries are checked
 * while they are typed and applied by Enter or on leaving the field; one that cannot be used stays, marked.
 */
final class TextRow extends FieldRow {

    private static final int SLIDER_STEPS = 400;
    private static final String MENU = "interphase.menu";
    private Text text;
    private Scale slider;
    private Button reset;
    private String shown = "";
    private boolean showing;

    TextRow(ParameterField field, String path, FormHost host) {
        super(field, path, host);
    }

    @Override
    void createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 4;
        box.setLayout(layout);
        text = new Text(box, SWT.BORDER | SWT.SINGLE);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = 60;
        text.setLayoutData(d);
        text.setData(PATH, path());
        text.setToolTipText(hint());
        text.addListener(SWT.Modify, e -> {
            if (!showing) {
                isGood(entry());
            }
        });
        text.addListener(SWT.DefaultSelection, e -> commit());
        text.addListener(SWT.FocusOut, e -> commit());
        text.addListener(SWT.KeyDown, this::key);
        int columns = 1 + trailing(box);
        layout.numColumns = columns;
    }

    private int trailing(Composite box) {
        Type type = field().type();
        int n = 0;
        if (type == Type.NUMBER && isBounded()) {
            slider = new Scale(box, SWT.HORIZONTAL);
            slider.setMaximum(SLIDER_STEPS);
            slider.setData(PATH, path());
            GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
            d.widthHint = 50;
            slider.setLayoutData(d);
            slider.addListener(SWT.Selection, e -> host().preview(path(), fromSlider()));
            slider.addListener(SWT.MouseUp, e -> apply(fromSlider()));
            slider.addListener(SWT.KeyUp, e -> apply(fromSlider()));
            n++;
        }
        if (!field().unit().isOne()) {
            Label unit = new Label(box, SWT.NONE);
            unit.setText(field().unit().pretty());
            n++;
        }
        if (type == Type.TEXT && !host().readyTexts(path()).isEmpty()) {
            n += button(box, "\u25be", Messages.TextRow_pick, this::readyMenu);
        } else if (type == Type.FILE) {
            n += button(box, "\u2026", Messages.TextRow_file, b -> chooseFile());
        } else if (type == Type.REGION || field().picture() == Param.Picture.REGION) {
            n += button(box, Messages.TextRow_draw, Messages.TextRow_drawTip, this::regionMenu);
        }
        if (!path().contains("[")) {
            n += resetButton(box);
        }
        return n;
    }

    /** Stands beside an entry that differs from the default. */
    private int resetButton(Composite box) {
        reset = new Button(box, SWT.PUSH | SWT.FLAT);
        reset.setText("\u21ba");
        reset.setData(PATH, path() + "\u21ba");
        reset.setToolTipText(NLS.bind(Messages.FieldRow_reset, field().defaultText().isEmpty()
                ? Messages.FieldRow_automatic
                : field().defaultText()));
        GridData d = new GridData(SWT.END, SWT.CENTER, false, false);
        d.exclude = true;
        reset.setLayoutData(d);
        reset.setVisible(false);
        reset.addListener(SWT.Selection, e -> apply(field().defaultText()));
        return 1;
    }

    private void offerReset(boolean differs) {
        if (reset != null && ((GridData) reset.getLayoutData()).exclude == differs) {
            ((GridData) reset.getLayoutData()).exclude = !differs;
            reset.setVisible(differs);
            reset.getParent().layout(true);
        }
    }

    private int button(Composite box, String label, String tip, java.util.function.Consumer<Button> action) {
        Button b = new Button(box, SWT.PUSH | SWT.FLAT);
        b.setText(label);
        b.setToolTipText(tip);
        b.setData(PATH, path() + "\u25be");
        b.addListener(SWT.Selection, e -> action.accept(b));
        return 1;
    }

    private boolean isBounded() {
        return Double.isFinite(field().min()) && Double.isFinite(field().max());
    }

    private double fromSlider() {
        double v = field().min() + (field().max() - field().min()) * slider.getSelection() / SLIDER_STEPS;
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.4g", v));
    }

    private String hint() {
        return switch (field().type()) {
            case RANGE -> field().help() + '\n' + Messages.TextRow_range;
            default -> field().help();
        };
    }

    /** The entry as a parameter value; a number may carry a unit of its own. */
    private Object entry() {
        String t = text.getText().strip();
        return field().type() == Type.NUMBER && !t.isEmpty() ? UnitEntry.convert(t, field().unit()) : t;
    }

    private void commit() {
        if (!text.isDisposed() && !text.getText().equals(shown)) {
            Object entry = entry();
            if (isGood(entry)) {
                shown = text.getText();
                apply(entry);
            }
        }
    }

    private void key(Event e) {
        if (e.keyCode == SWT.ESC) {
            put(shown);
            mark("");
        }
        boolean number = field().type() == Type.NUMBER || field().type() == Type.INTEGER;
        int way = e.keyCode == SWT.ARROW_UP ? 1 : e.keyCode == SWT.ARROW_DOWN ? -1 : 0;
        if (number && way != 0) {
            String next = UnitEntry.nudged(text.getText(), way, (e.stateMask & SWT.SHIFT) != 0);
            if (!next.isEmpty() && host().check(path(), next).isEmpty()) {
                put(next);
                commitNow(next);
            }
            e.doit = false;
        }
    }

    private void commitNow(String entry) {
        shown = entry;
        apply(entry);
    }

    @Override
    void mark(String reason) {
        super.mark(reason);
        if (text != null && !text.isDisposed()) {
            text.setForeground(reason.isEmpty() ? null : Looks.of(text).bad());
            text.setToolTipText(hint() + (reason.isEmpty() ? "" : "\n" + reason));
        }
    }

    private void put(String value) {
        showing = true;
        text.setText(value);
        showing = false;
    }

    private void chooseFile() {
        String chosen = new FileDialog(text.getShell(), SWT.OPEN).open();
        if (chosen != null) {
            apply(chosen);
        }
    }

    private void regionMenu(Button b) {
        Menu menu = new Menu(b);
        for (RegionShape shape : RegionShape.values()) {
            MenuItem i = new MenuItem(menu, SWT.PUSH);
            String name = shape.name().toLowerCase(java.util.Locale.ROOT);
            i.setText(Character.toUpperCase(name.charAt(0)) + name.substring(1));
            i.addListener(SWT.Selection, e -> host().draw(path(), field(), shape));
        }
        item(menu, Messages.TextRow_whole, "all");
        popup(menu, b);
    }

    private void readyMenu(Button b) {
        Menu menu = new Menu(b);
        boolean parts = false;
        for (ReadyText ready : host().readyTexts(path())) {
            if (ready.part() && !parts && menu.getItemCount() > 0) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            parts = ready.part();
            MenuItem i = new MenuItem(menu, SWT.PUSH);
            i.setText((parts ? NLS.bind(Messages.TextRow_insert, ready.text()) : ready.text())
                    + (ready.help().isEmpty() ? "" : "   " + ready.help()));
            i.setData(PATH, ready.text());
            i.addListener(SWT.Selection, e -> pick(ready));
        }
        popup(menu, b);
    }

    /** A whole text is applied at once; a part is put in at the caret and applied when the writer is done. */
    private void pick(ReadyText ready) {
        if (ready.part()) {
            text.insert(ready.text());
            text.setFocus();
        } else {
            put(ready.text());
            commitNow(ready.text());
        }
    }

    /** Shows a menu below a button; it is gone after the choice. */
    static void popup(Menu menu, Button b) {
        menu.addListener(SWT.Hide, e -> b.getDisplay().asyncExec(menu::dispose));
        b.setData(MENU, menu);
        menu.setLocation(b.toDisplay(0, b.getSize().y));
        menu.setVisible(true);
    }

    private void item(Menu menu, String label, String value) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(label);
        i.addListener(SWT.Selection, e -> apply(value));
    }

    @Override
    void show(Object value, Object resolved) {
        String now = value instanceof java.util.List<?> l
                ? String.join(", ", l.stream().map(FieldRow::text).toList()) : text(value);
        if (value == null) {
            now = field().defaultText();
        }
        offerReset(value != null && !now.equals(field().defaultText()));
        // what is being written, or cannot be used, stays until the value itself changes or Esc takes it back
        boolean editing = !text.getText().equals(shown) && (now.equals(shown) || text.isFocusControl());
        if (!editing && !text.getText().equals(now)) {
            put(now);
        }
        if (!editing) {
            mark("");
            shown = now;
        }
        String used = resolved instanceof java.util.List<?> l
                ? String.join(", ", l.stream().map(FieldRow::text).toList()) : text(resolved);
        text.setMessage(used.isEmpty() ? Messages.FieldRow_automatic : NLS.bind(Messages.TextRow_found,
                shortened(used)));
        if (slider != null && !slider.isFocusControl()) {
            double v = number(value != null ? value : resolved);
            if (!Double.isNaN(v)) {
                slider.setSelection((int) Math.round((v - field().min()) / (field().max() - field().min())
                        * SLIDER_STEPS));
            }
        }
    }

    private static String shortened(String number) {
        double v = number(number);
        return Double.isNaN(v) ? number : Numbers.plain(v, 6);
    }

    private static double number(Object value) {
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        try {
            return value == null ? Double.NaN : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            // a text that is no number has no place on a slider
            return Double.NaN;
        }
    }

    Control control() {
        return text;
    }
}
