package org.interphase.report;

import org.interphase.report.figure.Typeset;

/** Builds well-formed XHTML; every text is escaped on the way in. */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup that is already well-formed. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped, with superscripts and subscripts set as such. */
    Html text(String text) {
        out.append(Typeset.html(text));
        return this;
    }

    /** An element with text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    /** An element of a class with text. */
    Html element(String name, String cssClass, String text) {
        return raw("<" + name + " class=\"" + cssClass + "\">").text(text).raw("</" + name + ">\n");
    }

    /** Escapes a text for an attribute value. */
    static String attribute(String text) {
        StringBuilder b = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '<' -> b.append("&lt;");
                case '>' -> b.append("&gt;");
                case '&' -> b.append("&amp;");
                case '"' -> b.append("&quot;");
                default -> b.append(c < ' ' ? ' ' : c);
            }
        }
        return b.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
