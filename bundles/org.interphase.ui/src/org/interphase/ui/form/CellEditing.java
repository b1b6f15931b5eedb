package org.interphase.ui.form;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.interphase.api.parameters.ParameterField;

/** Edits a cell of a list of records in place. An entry that cannot be used is refused and its reason shown. */
final class CellEditing extends EditingSupport {

    private final TableViewer table;
    private final ParameterField column;
    private final RecordListRow list;

    CellEditing(TableViewer table, ParameterField column, RecordListRow list) {
        super(table);
        this.table = table;
        this.column = column;
        this.list = list;
    }

    private boolean isChoice() {
        return column.type() == ParameterField.Type.CHOICE;
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        return isChoice() ? new ComboBoxCellEditor(table.getTable(), column.choices().toArray(String[]::new))
                : new TextCellEditor(table.getTable());
    }

    @Override
    protected boolean canEdit(Object element) {
        return true;
    }

    @Override
    protected Object getValue(Object element) {
        String text = list.cell((Integer) element, column);
        return isChoice() ? (Object) Math.max(0, column.choices().indexOf(text)) : text;
    }

    @Override
    protected void setValue(Object element, Object value) {
        int row = (Integer) element;
        Object entry = isChoice() ? column.choices().get(Math.max(0, (Integer) value)) : value;
        if (entry.equals(list.cell(row, column))) {
            return;
        }
        String path = list.elementPath(row, column);
        String reason = list.host().check(path, entry);
        list.mark(reason);
        if (reason.isEmpty()) {
            list.host().change(path, entry, "Change " + column.label().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
