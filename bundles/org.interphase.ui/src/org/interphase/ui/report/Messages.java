package org.interphase.ui.report;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String ChapterSheet_allFigures;
    public static String ChapterSheet_chapter;
    public static String ChapterSheet_chapters;
    public static String ChapterSheet_downTip;
    public static String ChapterSheet_figures;
    public static String ChapterSheet_figuresDone;
    public static String ChapterSheet_heading;
    public static String ChapterSheet_leaveOut;
    public static String ChapterSheet_looking;
    public static String ChapterSheet_move;
    public static String ChapterSheet_needsFigure;
    public static String ChapterSheet_noFigures;
    public static String ChapterSheet_none;
    public static String ChapterSheet_notFound;
    public static String ChapterSheet_show;
    public static String ChapterSheet_table;
    public static String ChapterSheet_text;
    public static String ChapterSheet_upTip;
    public static String Down;
    public static String QuestionSheet_add;
    public static String QuestionSheet_addTip;
    public static String QuestionSheet_answer;
    public static String QuestionSheet_asks;
    public static String QuestionSheet_asksLess;
    public static String QuestionSheet_asksMore;
    public static String QuestionSheet_asksNumbers;
    public static String QuestionSheet_asksPresence;
    public static String QuestionSheet_asksTip;
    public static String QuestionSheet_downTip;
    public static String QuestionSheet_elsewhere;
    public static String QuestionSheet_line;
    public static String QuestionSheet_move;
    public static String QuestionSheet_new;
    public static String QuestionSheet_numbers;
    public static String QuestionSheet_numbersTip;
    public static String QuestionSheet_question;
    public static String QuestionSheet_questions;
    public static String QuestionSheet_take;
    public static String QuestionSheet_takeTip;
    public static String QuestionSheet_taken;
    public static String QuestionSheet_upTip;
    public static String ReportEdits_move;
    public static String ReportEdits_title;
    public static String ReportInput_name;
    public static String ReportLayoutHandler_noProject;
    public static String ReportPage_authors;
    public static String ReportPage_authorsSuch;
    public static String ReportPage_close;
    public static String ReportPage_closeTip;
    public static String ReportPage_conclusion;
    public static String ReportPage_downTip;
    public static String ReportPage_figuresOf;
    public static String ReportPage_front;
    public static String ReportPage_instruments;
    public static String ReportPage_introduction;
    public static String ReportPage_laboratory;
    public static String ReportPage_noProject;
    public static String ReportPage_notShown;
    public static String ReportPage_order;
    public static String ReportPage_orderSuch;
    public static String ReportPage_other;
    public static String ReportPage_preview;
    public static String ReportPage_previewTip;
    public static String ReportPage_samples;
    public static String ReportPage_upTip;
    public static String ReportPage_write;
    public static String ReportPage_writeTip;
    public static String ReportPreview_defect;
    public static String ReportPreview_failures;
    public static String ReportPreview_job;
    public static String ReportPreview_making;
    public static String ReportPreview_none;
    public static String ReportShown_yaml;
    public static String Up;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
