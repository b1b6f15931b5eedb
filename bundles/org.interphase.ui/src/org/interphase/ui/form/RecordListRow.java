package org.interphase.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.ui.theme.Looks;

/**
 * A list of records, such as the components of a fit: a table whose cells can be edited, buttons to add and remove,
 * and the whole record of the selected row below.
 */
final class RecordListRow extends FieldRow {

    private final List<ParameterField> fields;
    private final List<ListColumn> columns;
    private final String nameKey;
    private List<Map<String, Object>> elements = List.of();
    private List<Map<String, Object>> resolved = List.of();
    private TableViewer table;
    private Button remove;
    private Composite detail;
    private ParameterForm form;
    private int formRow = -1;
    private boolean selecting;
    private boolean stated;
    private final Map<String, Refused> refused = new HashMap<>();

    /** An entry of a cell that could not be used: it stands there until another one can, or the value changes. */
    private record Refused(String entry, String reason, Map<String, Object> element) {
    }

    @SuppressWarnings("unchecked")
    RecordListRow(ParameterField field, String path, FormHost host) {
        super(field, path, host);
        fields = Parameters.fields((Class<? extends Record>) field.element());
        columns = ListColumn.of(fields);
        nameKey = ElementNames.key(fields);
    }

    @Override
    boolean hasOwnLabel() {
        return false;
    }

    @Override
    void createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
        box.setLayoutData(d);
        GridLayout g = new GridLayout(3, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        box.setLayout(g);
        Label title = new Label(box, SWT.NONE);
        title.setText(field().label());
        title.setToolTipText(field().help());
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button add = new Button(box, SWT.PUSH | SWT.FLAT);
        add.setText(Messages.RecordListRow_add);
        add.setData(PATH, path() + "+");
        boolean pointed = fields.stream().anyMatch(f -> f.picture() == Param.Picture.X);
        add.setToolTipText(pointed ? Messages.RecordListRow_place : Messages.RecordListRow_addTip);
        add.addListener(SWT.Selection, e -> add(pointed));
        remove = new Button(box, SWT.PUSH | SWT.FLAT);
        remove.setText(Messages.RecordListRow_remove);
        remove.setData(PATH, path() + "-");
        remove.addListener(SWT.Selection, e -> removeSelected());
        createTable(box);
        createProblem(box, 3);
        detail = new Composite(box, SWT.NONE);
        detail.setLayout(new org.eclipse.swt.layout.FillLayout());
        detail.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false, 3, 1));
    }

    private void createTable(Composite box) {
        table = new TableViewer(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, false, 3, 1);
        d.heightHint = 84;
        d.widthHint = 120;
        table.getTable().setLayoutData(d);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData(PATH, path());
        table.getTable().setData("interphase.viewer", table);
        table.setContentProvider(ArrayContentProvider.getInstance());
        org.eclipse.jface.viewers.ColumnViewerToolTipSupport.enableFor(table);
        for (ListColumn c : columns) {
            TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
            column.getColumn().setText(c.title());
            column.getColumn().setToolTipText(c.tip());
            column.setLabelProvider(new CellText(c));
            column.setEditingSupport(new CellEditing(table, c, this));
        }
        table.getTable().addListener(SWT.Resize, e -> fitColumns());
        table.getTable().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL) {
                removeSelected();
            }
        });
        table.addSelectionChangedListener(e -> rowSelected());
    }

    /** Each column gets the width its texts need; room that is left is shared out, room that lacks too. */
    private void fitColumns() {
        int width = table.getTable().getClientArea().width;
        if (width < 100 || columns.isEmpty()) {
            return;
        }
        GC gc = new GC(table.getTable());
        int[] need = new int[columns.size()];
        int sum = 0;
        for (int i = 0; i < need.length; i++) {
            need[i] = gc.textExtent(columns.get(i).title()).x + 22;
            for (Map<String, Object> element : elements) {
                need[i] = Math.max(need[i], gc.textExtent(columns.get(i).text(element)).x + 16);
            }
            sum += need[i];
        }
        gc.dispose();
        for (int i = 0; i < need.length; i++) {
            int w = sum > width ? need[i] * width / sum : need[i] + (width - sum) / need.length;
            if (table.getTable().getColumn(i).getWidth() != w) {
                table.getTable().getColumn(i).setWidth(w);
            }
        }
    }

    private final class CellText extends ColumnLabelProvider {
        private final ListColumn column;

        CellText(ListColumn column) {
            this.column = column;
        }

        @Override
        public String getText(Object element) {
            return refused((Integer) element, column).map(Refused::entry)
                    .orElse(column.text(element((Integer) element)));
        }

        @Override
        public Color getForeground(Object element) {
            if (refused((Integer) element, column).isPresent()) {
                return Looks.of(table.getTable()).bad();
            }
            // what the operation found itself is not what somebody entered
            boolean told = stated || column.field().name().equals(nameKey);
            return told ? null : Looks.of(table.getTable()).muted();
        }

        @Override
        public String getToolTipText(Object element) {
            String found = stated ? "" : '\n' + Messages.RecordListRow_found;
            String wrong = refused((Integer) element, column).map(r -> r.reason() + '\n'
                    + Messages.RecordListRow_still + ' ').orElse("");
            return wrong + column.title() + ": " + column.text(element((Integer) element)) + "\n" + column.tip()
                    + found;
        }
    }

    Map<String, Object> element(int row) {
        return row < elements.size() ? elements.get(row) : Map.of();
    }

    /** The element as the last run used it; empty if that is not known. */
    Map<String, Object> used(int row) {
        return row < resolved.size() ? resolved.get(row) : Map.of();
    }

    private static String place(int row, ListColumn column) {
        return row + " " + column.title();
    }

    private Optional<Refused> refused(int row, ListColumn column) {
        return Optional.ofNullable(refused.get(place(row, column)));
    }

    boolean isRefused(int row, ListColumn column) {
        return refused.containsKey(place(row, column));
    }

    /** What to begin editing with: what stands in the cell. */
    String written(int row, ListColumn column) {
        return refused(row, column).map(Refused::entry).orElse(column.written(element(row)));
    }

    /** Leaves an entry that cannot be used in its cell and says why; without a reason the cell is good again. */
    void refuse(int row, ListColumn column, String entry, String reason) {
        if (reason.isEmpty()) {
            refused.remove(place(row, column));
        } else {
            refused.put(place(row, column), new Refused(entry, reason, element(row)));
        }
        table.update(row, null);
        markRefused();
    }

    private void markRefused() {
        mark(refused.values().stream().map(Refused::reason).findFirst().orElse(""));
    }

    /** Forgets entries of rows that are gone or changed since. */
    private void forgetRefused() {
        refused.entrySet().removeIf(e -> {
            int row = Integer.parseInt(e.getKey().substring(0, e.getKey().indexOf(' ')));
            ListColumn c = columns.stream().filter(x -> e.getKey().equals(place(row, x))).findFirst().orElseThrow();
            return row >= elements.size() || !c.written(element(row)).equals(c.written(e.getValue().element()));
        });
    }

    String elementPath(int row, ParameterField column) {
        return path() + "[" + row + "]." + column.name();
    }

    private String name(int row) {
        return row >= 0 && row < elements.size() ? text(elements.get(row).get(nameKey)) : "";
    }

    private int selectedRow() {
        return table.getStructuredSelection().getFirstElement() instanceof Integer i ? i : -1;
    }

    private void rowSelected() {
        int row = selectedRow();
        remove.setEnabled(row >= 0);
        showDetail(row);
        if (!selecting && row >= 0) {
            host().selected(name(row));
        }
    }

    private void showDetail(int row) {
        if (row != formRow && form != null) {
            form.dispose();
            form = null;
        }
        if (row >= 0 && row < elements.size()) {
            if (form == null) {
                form = new ParameterForm(detail, fields, path() + "[" + row + "].", host());
            }
            form.show(elements.get(row), row < resolved.size() ? resolved.get(row) : Map.of());
        }
        if (row != formRow) {
            formRow = row;
            ParameterForm.relayout(detail);
        }
    }

    private void add(boolean pointed) {
        if (pointed) {
            host().place(path());
            return;
        }
        List<Object> all = new ArrayList<>(elements);
        all.add(new LinkedHashMap<String, Object>());
        host().change(path(), all, NLS.bind(Messages.RecordListRow_addTo, field().label()));
    }

    private void removeSelected() {
        int row = selectedRow();
        if (row >= 0) {
            List<Object> all = new ArrayList<>(elements);
            String gone = name(row);
            all.remove(row);
            if (isGood(all)) {
                host().change(path(), all, gone.isEmpty() ? Messages.RecordListRow_removeEntry
                        : NLS.bind(Messages.RecordListRow_removeNamed, gone));
            }
        }
    }

    void select(String name) {
        for (int i = 0; i < elements.size(); i++) {
            if (!name.isEmpty() && (name(i).equals(name) || name(i).startsWith(name + "_"))) {
                if (selectedRow() != i) {
                    selecting = true;
                    table.setSelection(new StructuredSelection(i), true);
                    selecting = false;
                }
                return;
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    void show(Object value, Object resolvedValue) {
        List<Map<String, Object>> before = elements;
        resolved = resolvedValue instanceof List<?> r ? (List<Map<String, Object>>) r : List.of();
        elements = value instanceof List<?> l && !l.isEmpty() ? (List<Map<String, Object>>) l : resolved;
        stated = elements != resolved && !elements.equals(resolved);
        forgetRefused();
        IStructuredSelection chosen = table.getStructuredSelection();
        if (before.size() != elements.size()) {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                rows.add(i);
            }
            selecting = true;
            table.setInput(rows);
            table.setSelection(chosen);
            selecting = false;
            sizeToRows();
        } else if (!table.isCellEditorActive()) {
            table.refresh(true);
        }
        fitColumns();
        remove.setEnabled(selectedRow() >= 0);
        showDetail(selectedRow());
        markRefused();
    }

    private void sizeToRows() {
        int rows = Math.max(2, Math.min(8, elements.size()));
        GridData d = (GridData) table.getTable().getLayoutData();
        int height = table.getTable().getHeaderHeight() + rows * Math.max(20, table.getTable().getItemHeight()) + 4;
        if (d.heightHint != height) {
            d.heightHint = height;
            ParameterForm.relayout(table.getTable());
        }
    }
}
