package org.interphase.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.figure.Typeset;

/** Builds well-formed XHTML; every text is escaped on the way in. */
final class Html {

    // an index of a short symbol: R_ct, CPE_se_0
    private static final Pattern INDEX = Pattern
            .compile("(?<=\\b(?:[A-Za-z]|CPE|CPE\\d))((?:_[A-Za-z0-9]{1,3}){1,2})\\b");

    // a word with a raised or lowered part, which layouts of paper would break a line in
    private static final Pattern SCRIPTED = Pattern.compile("[^ <>]*(?:<su[bp]>[^<]*</su[bp]>[^ <>]*)+");
    private static final int LONGEST_WORD = 60;
    private static final Pattern MINUS = Pattern.compile("(?<=^|[ (\u00a0])-(?=\\d)");

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup that is already well-formed. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped, with superscripts and subscripts set as such. */
    Html text(String text) {
        out.append(MINUS.matcher(Typeset.html(text)).replaceAll("\u2212"));
        return this;
    }

    /** A name of a quantity or a sentence: units and indexes written as symbols are set as in print. */
    Html prose(String text) {
        String printed = Typeset.html(Typeset.prose(text)
                .replaceAll("\\bcm-1\\b", "cm\u207b\u00b9").replaceAll("(?<=\\d) ?degC\\b",
                "\u00a0\u00b0C"));
        Matcher index = INDEX.matcher(printed);
        printed = index.replaceAll(m -> "<sub>" + m.group(1).substring(1).replace('_', ',') + "</sub>");
        out.append(SCRIPTED.matcher(MINUS.matcher(printed).replaceAll("\u2212")).replaceAll(m -> Matcher
                .quoteReplacement(m.group().length() > LONGEST_WORD ? m.group()
                        : "<span class=\"nobreak\">" + m.group() + "</span>")));
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
