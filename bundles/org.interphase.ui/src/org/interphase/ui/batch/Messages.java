package org.interphase.ui.batch;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String ApplyHandler_noFiles;
    public static String ApplyHandler_noRecipe;
    public static String BatchColumns_cause;
    public static String BatchColumns_data;
    public static String BatchColumns_sorts;
    public static String BatchMenu_all;
    public static String BatchMenu_cause;
    public static String BatchMenu_copy;
    public static String BatchMenu_open;
    public static String BatchPlotPane_copy;
    public static String BatchPlotPane_copyData;
    public static String BatchPlotPane_everything;
    public static String BatchPlotPane_number;
    public static String BatchPlotPane_over;
    public static String BatchPlotPane_overTip;
    public static String BatchPlot_place;
    public static String BatchRow_failed;
    public static String BatchRow_notDetected;
    public static String BatchRun_givenUp;
    public static String BatchRun_together;
    public static String BatchSaving_many;
    public static String BatchSaving_one;
    public static String BatchSaving_stay;
    public static String BatchSaving_stays;
    public static String BatchTable_failed;
    public static String BatchTable_many;
    public static String BatchTable_one;
    public static String BatchTable_shown;
    public static String BatchText_error;
    public static String BatchText_of;
    public static String BatchView_cut;
    public static String BatchView_filter;
    public static String BatchView_filterTip;
    public static String BatchView_heading;
    public static String BatchView_job;
    public static String BatchView_notCopied;
    public static String BatchView_notSaved;
    public static String BatchView_plot;
    public static String BatchView_plotTip;
    public static String BatchView_save;
    public static String BatchView_saveTip;
    public static String ReportHandler_cancelled;
    public static String ReportHandler_defect;
    public static String ReportHandler_done;
    public static String ReportHandler_job;
    public static String ReportHandler_manyFailed;
    public static String ReportHandler_noProject;
    public static String ReportHandler_notWritten;
    public static String ReportHandler_oneFailed;
    public static String ReportHandler_openPage;
    public static String ReportHandler_openPdf;
    public static String ReportHandler_writing;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
