package org.interphase.report;

import org.interphase.figure.Scene;
import org.interphase.report.figure.FigureSvg;

/** How a page refers to a figure: written into it, or kept beside it. */
@FunctionalInterface
public interface FigureMarkup {

    /** Well-formed markup that shows a figure. */
    String of(Scene scene, String title);

    /** Whether the page is for paper, where a table of thousands of rows serves nobody. */
    default boolean isForPaper() {
        return true;
    }

    /** Figures written into the page as SVG. */
    static FigureMarkup inline() {
        return new FigureMarkup() {
            @Override
            public String of(Scene scene, String title) {
                return FigureSvg.compact(scene, title);
            }

            @Override
            public boolean isForPaper() {
                return false;
            }
        };
    }
}
