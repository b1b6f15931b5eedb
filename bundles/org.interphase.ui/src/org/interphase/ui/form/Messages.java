package org.interphase.ui.form;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String ConstrainedRow_asText;
    public static String ConstrainedRow_automatic;
    public static String ConstrainedRow_bounded;
    public static String ConstrainedRow_component;
    public static String ConstrainedRow_fixed;
    public static String ConstrainedRow_fixedAt;
    public static String ConstrainedRow_free;
    public static String ConstrainedRow_freeFrom;
    public static String ConstrainedRow_none;
    public static String ConstrainedRow_tied;
    public static String ConstrainedRow_turnTip;
    public static String ConstrainedRow_write;
    public static String ConstraintCells_fixed;
    public static String ConstraintCells_follows;
    public static String ConstraintCells_free;
    public static String ConstraintCells_from;
    public static String ConstraintCells_noBound;
    public static String ConstraintCells_noNumber;
    public static String ConstraintCells_noTarget;
    public static String ConstraintCells_noValue;
    public static String ConstraintCells_numberTarget;
    public static String ConstraintCells_plus;
    public static String ConstraintCells_tied;
    public static String ConstraintCells_times;
    public static String ConstraintCells_to;
    public static String ConstraintCells_value;
    public static String FieldRow_automatic;
    public static String FieldRow_change;
    public static String FieldRow_reset;
    public static String ListColumn_held;
    public static String ListColumn_heldTip;
    public static String ListColumn_lowerTip;
    public static String ListColumn_start;
    public static String ListColumn_startTip;
    public static String ListColumn_upperTip;
    public static String ParameterForm_fewer;
    public static String ParameterForm_more;
    public static String RecordListRow_add;
    public static String RecordListRow_addTip;
    public static String RecordListRow_addTo;
    public static String RecordListRow_found;
    public static String RecordListRow_place;
    public static String RecordListRow_remove;
    public static String RecordListRow_removeEntry;
    public static String RecordListRow_removeNamed;
    public static String RecordListRow_still;
    public static String TextRow_draw;
    public static String TextRow_drawTip;
    public static String TextRow_file;
    public static String TextRow_found;
    public static String TextRow_insert;
    public static String TextRow_pick;
    public static String TextRow_range;
    public static String TextRow_whole;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
