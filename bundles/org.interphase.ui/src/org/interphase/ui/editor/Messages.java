package org.interphase.ui.editor;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String AnalysisEditor_again;
    public static String AnalysisEditor_againTip;
    public static String AnalysisEditor_all;
    public static String AnalysisEditor_cancelled;
    public static String AnalysisEditor_defect;
    public static String AnalysisEditor_interrupted;
    public static String AnalysisEditor_noTemplate;
    public static String AnalysisEditor_notSaved;
    public static String AnalysisEditor_notSavedWhy;
    public static String AnalysisEditor_read;
    public static String AnalysisEditor_reading;
    public static String AnalysisEditor_recipeOf;
    public static String AnalysisEditor_recover;
    public static String AnalysisEditor_run;
    public static String AnalysisEditor_runCancelled;
    public static String AnalysisEditor_runTip;
    public static String AnalysisEditor_save;
    public static String AnalysisEditor_say;
    public static String AnalysisEditor_sayTip;
    public static String AnalysisEditor_showStep;
    public static String AnalysisEditor_showStepTip;
    public static String AnalysisEditor_stay;
    public static String AnalysisEditor_throwAway;
    public static String AnalysisEditor_use;
    public static String Asking_keep;
    public static String Asking_notKept;
    public static String ChoiceBar_edit;
    public static String ChoiceBar_of;
    public static String ChoiceBar_tip;
    public static String ComparePane_difference;
    public static String ComparePane_none;
    public static String ComparePane_notCompared;
    public static String ComparePane_notSignificant;
    public static String ComparePane_quantity;
    public static String ComparePane_significant;
    public static String ExportDialog_cancel;
    public static String ExportDialog_dots;
    public static String ExportDialog_format;
    public static String ExportDialog_high;
    public static String ExportDialog_oneAndHalf;
    public static String ExportDialog_oneColumn;
    public static String ExportDialog_other;
    public static String ExportDialog_saveAs;
    public static String ExportDialog_screen;
    public static String ExportDialog_title;
    public static String ExportDialog_twoColumns;
    public static String ExportDialog_wide;
    public static String ExportDialog_width;
    public static String FigureBar_offset;
    public static String FigureBar_offsetTip;
    public static String FigureBar_scaleTip;
    public static String FigureBar_surface;
    public static String FigureBar_surfaceTip;
    public static String FigureController_add;
    public static String FigureController_change;
    public static String FigureController_draw;
    public static String FigureController_move;
    public static String FigureController_remove;
    public static String FigureDeeds_copy;
    public static String FigureDeeds_copyData;
    public static String FigureDeeds_dataNotCopied;
    public static String FigureDeeds_dataNotSaved;
    public static String FigureDeeds_notCopied;
    public static String FigureDeeds_notWritten;
    public static String FigureDeeds_saveData;
    public static String FigureMenu_addHere;
    public static String FigureMenu_copy;
    public static String FigureMenu_everything;
    public static String FigureMenu_export;
    public static String FigureMenu_horizontal;
    public static String FigureMenu_limits;
    public static String FigureMenu_logarithmic;
    public static String FigureMenu_previous;
    public static String FigureMenu_saveData;
    public static String FigureMenu_select;
    public static String FigureMenu_vertical;
    public static String ImportPage_again;
    public static String ImportPage_againTip;
    public static String ImportPage_filled;
    public static String ImportPage_leave;
    public static String ImportPage_leaveTip;
    public static String ImportPage_more;
    public static String ImportPage_moreTip;
    public static String ImportPage_title;
    public static String LevelHistogram_caption;
    public static String LevelHistogram_pixels;
    public static String LevelHistogram_title;
    public static String LevelHistogram_value;
    public static String Opened_missing;
    public static String Opened_plugin;
    public static String Opened_recovered;
    public static String Opened_stale;
    public static String PartBar_before;
    public static String PartBar_behind;
    public static String PartBar_pageDown;
    public static String PartBar_pageUp;
    public static String SaveDialogs_analysis;
    public static String SavedResults_notSaved;
    public static String SavedResults_stale;
    public static String SegmentBar_all;
    public static String SegmentBar_place;
    public static String StatusStrip_cancel;
    public static String SurfacePane_notSaved;
    public static String SurfacePane_prepare;
    public static String SurfacePane_save;
    public static String SurfacePane_saveTip;
    public static String SurfacePane_stretch;
    public static String SurfacePane_times;
    public static String SurfacePane_tip;
    public static String SurfacePane_title;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
