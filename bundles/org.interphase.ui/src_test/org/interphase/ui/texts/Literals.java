package org.interphase.ui.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of a source file, each with the call it is an argument of. */
final class Literals {

    private static final Pattern TOKEN = Pattern.compile(
            "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'"
            + "|//[^\n]*|/\\*.*?\\*/");

    /**
     * A literal.
     *
     * @param line its line, from 1
     * @param text what stands between the quotes, escapes as they are written
     * @param call name of the method or constructor it is given to; empty if it is given to none
     */
    record Literal(int line, String text, String call) {

        /** Whether a letter stands in it that is no part of an escape. */
        boolean hasLetters() {
            return text.replaceAll("\\\\(u[0-9a-fA-F]{4}|.)", "").chars().anyMatch(Character::isLetter);
        }
    }

    private Literals() {
    }

    static List<Literal> of(String source) {
        List<Literal> out = new ArrayList<>();
        // literals and comments are blanked, so that brackets in them do not count
        StringBuilder code = new StringBuilder(source);
        Matcher m = TOKEN.matcher(source);
        while (m.find()) {
            for (int i = m.start(); i < m.end(); i++) {
                code.setCharAt(i, ' ');
            }
        }
        m.reset();
        while (m.find()) {
            if (m.group().startsWith("\"")) {
                int line = (int) source.substring(0, m.start()).chars().filter(c -> c == '\n').count() + 1;
                int quotes = m.group().startsWith("\"\"\"") ? 3 : 1;
                out.add(new Literal(line, m.group().substring(quotes, m.group().length() - quotes),
                        call(code, m.start())));
            }
        }
        return out;
    }

    /** The name before the bracket that is open at a place; of brackets without a name the next outer one. */
    private static String call(CharSequence code, int at) {
        int open = 0;
        for (int i = at - 1; i >= 0; i--) {
            char c = code.charAt(i);
            if (c == ';' || c == '{' && open == 0) {
                return "";
            }
            open += c == ')' || c == '}' ? 1 : c == '(' || c == '{' ? -1 : 0;
            if (c == '(' && open < 0) {
                int end = i;
                while (end > 0 && Character.isWhitespace(code.charAt(end - 1))) {
                    end--;
                }
                int start = end;
                while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
                    start--;
                }
                if (start < end) {
                    return code.subSequence(start, end).toString();
                }
                open = 0;
            }
        }
        return "";
    }
}
