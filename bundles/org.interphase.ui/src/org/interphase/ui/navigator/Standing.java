package org.interphase.ui.navigator;

/** How a raw file stands to its analysis document. */
enum Standing {
    /** There is no document. */
    NOT_ANALYSED("", ""),
    /** The document is of the file as it is. */
    ANALYSED("  \u25cf", "\nanalysed"),
    /** The file changed since. */
    STALE("  !", "\nchanged since it was analysed"),
    /** The document cannot be read; opening it says why. */
    UNREADABLE("  !", "\nits analysis can't be read");

    private final String sign;
    private final String tip;

    Standing(String sign, String tip) {
        this.sign = sign;
        this.tip = tip;
    }

    /** What stands behind the file's name. */
    String sign() {
        return sign;
    }

    /** What the tool tip adds. */
    String tip() {
        return tip;
    }
}
