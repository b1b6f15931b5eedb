package org.interphase.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Texts that a spreadsheet opens or pastes. */
class SpreadsheetCellTest {

    @Test
    void textsThatLookLikeFormulasAreMadeHarmless() {
        assertEquals("'=HYPERLINK(1)", SpreadsheetCell.of("=HYPERLINK(1)", ","));
        assertEquals("\"'@a,b\"", SpreadsheetCell.of("@a,b", ","));
        assertEquals("'=cmd|' /C calc'!A0", SpreadsheetCell.of("=cmd|' /C calc'!A0", "\t"));
        assertEquals("NCM@PVDF", SpreadsheetCell.of("NCM@PVDF", ","));
        assertEquals("", SpreadsheetCell.of("", ","));
    }

    @Test
    void whatStandsBetweenCellsIsQuoted() {
        assertEquals("a,b", SpreadsheetCell.of("a,b", "\t"));
        assertEquals("\"a\tb\"", SpreadsheetCell.of("a\tb", "\t"));
        assertEquals("\"a\nb\"", SpreadsheetCell.of("a\nb", ","));
        assertEquals("\"say \"\"a\"\"\"", SpreadsheetCell.of("say \"a\"", ";"));
    }
}
