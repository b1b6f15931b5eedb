package org.interphase.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.interphase.api.parameters.ParameterField;
import org.interphase.ui.theme.Looks;

/** The form of a parameter record, made from its fields alone; advanced fields are folded away. */
public final class ParameterForm extends Composite {

    static final int LABEL_WIDTH = 104;
    private static final int WIDEST_LABEL = 170;
    private final int labelWidth;
    private final List<FieldRow> rows = new ArrayList<>();
    private Composite advanced;
    private Label fold;
    private List<Control> heading;

    /**
     * @param prefix path of the record within the step's parameters, ending in '.'; empty for the record itself
     */
    public ParameterForm(Composite parent, List<ParameterField> fields, String prefix, FormHost host) {
        super(parent, SWT.NONE);
        setLayout(grid());
        labelWidth = labelWidth(fields);
        fields.stream().filter(f -> !f.isAdvanced()).forEach(f -> add(f, this, prefix, host));
        List<ParameterField> folded = fields.stream().filter(ParameterField::isAdvanced).toList();
        if (!folded.isEmpty()) {
            createFold();
            folded.forEach(f -> add(f, advanced, prefix, host));
        }
    }

    /** Labels in full, unless they would crowd the entries out. */
    private int labelWidth(List<ParameterField> fields) {
        GC gc = new GC(this);
        int widest = fields.stream().mapToInt(f -> gc.textExtent(f.label()).x).max().orElse(0);
        gc.dispose();
        return Math.max(LABEL_WIDTH, Math.min(WIDEST_LABEL, widest + 2));
    }

    private static GridLayout grid() {
        GridLayout g = new GridLayout(2, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        g.verticalSpacing = 3;
        g.horizontalSpacing = 6;
        return g;
    }

    private void createFold() {
        fold = new Label(this, SWT.NONE);
        fold.setText(Messages.ParameterForm_more);
        fold.setForeground(Looks.of(this).muted());
        fold.setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        fold.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        advanced = new Composite(this, SWT.NONE);
        advanced.setLayout(grid());
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
        d.exclude = true;
        advanced.setLayoutData(d);
        advanced.setVisible(false);
        fold.addListener(SWT.MouseUp, e -> unfold(d.exclude));
    }

    private void unfold(boolean open) {
        ((GridData) advanced.getLayoutData()).exclude = !open;
        advanced.setVisible(open);
        fold.setText(open ? Messages.ParameterForm_fewer : Messages.ParameterForm_more);
        relayout(advanced);
    }

    /** The line of headings: an empty label and the headings themselves. */
    private void showHeading(boolean there) {
        for (Control c : heading) {
            ((GridData) c.getLayoutData()).exclude = !there;
            c.setVisible(there);
        }
    }

    /** Shows the fit parameters of the form around a control as cells or texts, as is liked now. */
    static void arrange(Control control) {
        Composite c = control.getParent();
        while (c != null && !(c instanceof ParameterForm)) {
            c = c.getParent();
        }
        if (c instanceof ParameterForm form) {
            List<FieldRow> rows = form.rows;
            if (form.heading != null) {
                form.showHeading(!rows.get(0).host().writesConstraints());
                relayout(form);
            }
            rows.stream().filter(ConstrainedRow.class::isInstance)
                    .forEach(r -> ((ConstrainedRow) r).arrangeAgain());
        }
    }

    private void add(ParameterField field, Composite parent, String prefix, FormHost host) {
        boolean fitted = field.type() == ParameterField.Type.CONSTRAINED;
        if (fitted && heading == null) {
            heading = ConstrainedRow.createHeading(parent);
            showHeading(!host.writesConstraints());
        }
        FieldRow row = row(field, prefix + field.name(), host);
        row.labelWidth(labelWidth);
        row.create(parent);
        rows.add(row);
    }

    private static FieldRow row(ParameterField field, String path, FormHost host) {
        return switch (field.type()) {
            case TOGGLE -> new ToggleRow(field, path, host);
            case CHOICE -> new ChoiceRow(field, path, host);
            case GROUP -> new GroupRow(field, path, host);
            case LIST -> field.element().isRecord() && !org.interphase.api.parameters.TextValue.class
                    .isAssignableFrom(field.element()) ? new RecordListRow(field, path, host)
                            : new TextRow(field, path, host);
            case CONSTRAINED -> new ConstrainedRow(field, path, host);
            default -> new TextRow(field, path, host);
        };
    }

    /**
     * Shows values.
     *
     * @param tree the recipe's values; what is missing shows its default
     * @param resolved the values the last run used
     */
    public void show(Map<String, Object> tree, Map<String, Object> resolved) {
        for (FieldRow row : rows) {
            String name = row.field().name();
            row.show(tree.get(name), resolved.get(name));
        }
    }

    /** Selects an element of a list by its name, wherever it is. */
    public void selectElement(String name) {
        for (FieldRow row : rows) {
            if (row instanceof RecordListRow list) {
                list.select(name);
            }
        }
    }

    /** The reasons shown beside entries that cannot be used. */
    public List<String> problems() {
        return rows.stream().map(FieldRow::problem).filter(p -> !p.isEmpty()).toList();
    }

    /** Lays out everything up to the scrolled part that holds a control. */
    static void relayout(Control control) {
        Composite c = control.getParent();
        while (c != null) {
            if (c.getParent() instanceof ScrolledComposite s) {
                int width = s.getClientArea().width;
                c.layout(true, true);
                s.setMinSize(c.computeSize(width > 0 ? width : SWT.DEFAULT, SWT.DEFAULT));
                return;
            }
            c = c.getParent();
        }
        control.requestLayout();
    }
}
