package org.interphase.ui.form;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxCellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.parameters.ParameterField;

/** Edits a cell of a list of records in place. An entry that cannot be used stays in its cell, and its
 * reason is shown. */
final class CellEditing extends EditingSupport {

    private final TableViewer table;
    private final ListColumn column;
    private final RecordListRow list;

    CellEditing(TableViewer table, ListColumn column, RecordListRow list) {
        super(table);
        this.table = table;
        this.column = column;
        this.list = list;
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        return switch (column.editor()) {
            case CHOICE -> new ComboBoxCellEditor(table.getTable(),
                    column.field().choices().toArray(String[]::new));
            case CHECK -> new CheckboxCellEditor(table.getTable());
            case TEXT -> new TextCellEditor(table.getTable());
        };
    }

    @Override
    protected boolean canEdit(Object element) {
        return column.isEditable(list.element((Integer) element));
    }

    @Override
    protected Object getValue(Object element) {
        String text = list.written((Integer) element, column);
        return switch (column.editor()) {
            case CHOICE -> Math.max(0, column.field().choices().indexOf(text));
            case CHECK -> text.equals("\u2611");
            case TEXT -> text;
        };
    }

    @Override
    protected void setValue(Object element, Object value) {
        int row = (Integer) element;
        if (value == null || value.equals(getValue(element)) && !list.isRefused(row, column)) {
            return;
        }
        if (value.equals(column.written(list.element(row)))) {
            list.refuse(row, column, "", "");
            return;
        }
        Object edited = column.editor() == ListColumn.Editor.CHOICE
                ? column.field().choices().get(Math.max(0, (Integer) value)) : value;
        Object entry = column.entry(list.element(row), list.used(row), edited);
        ParameterField field = column.field();
        String path = list.elementPath(row, field);
        String reason = list.host().check(path, entry);
        boolean typed = column.editor() == ListColumn.Editor.TEXT;
        list.refuse(row, column, typed ? edited.toString() : entry.toString(), reason);
        if (reason.isEmpty()) {
            list.host().change(path, entry, NLS.bind(Messages.FieldRow_change, field.label()));
        }
    }
}
