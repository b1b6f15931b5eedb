package org.interphase.ui.theme;

/** A part that paints with colours of its own and follows the theme. */
public interface ThemeAware {

    /** The surroundings changed their colours. */
    void themeChanged();
}
