package org.interphase.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;

/**
 * What the view of help shows, as one text.
 *
 * @param text all of it
 * @param marks headings and links in it, in order
 */
record HelpPage(String text, List<Mark> marks) {

    HelpPage {
        marks = List.copyOf(marks);
    }

    /**
     * A stretch of the text that is set apart.
     *
     * @param start first character
     * @param length how many
     * @param kind what it is
     * @param target the page a link leads to, or the parameter a heading is of; may be empty
     */
    record Mark(int start, int length, Kind kind, String target) {

        /** What a stretch is. */
        enum Kind {
            TITLE, HEADING, LINK
        }
    }

    private static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();

        void marked(String words, Mark.Kind kind, String target) {
            marks.add(new Mark(text.length(), words.length(), kind, target));
            text.append(words);
        }

        HelpPage page() {
            return new HelpPage(text.toString(), marks);
        }
    }

    /** A topic. */
    static HelpPage of(HelpTopic topic) {
        Writer w = new Writer();
        w.marked(topic.title(), Mark.Kind.TITLE, "");
        w.text.append('\n');
        for (HelpTopic.Part p : topic.parts()) {
            w.text.append('\n');
            if (!p.heading().isEmpty()) {
                w.marked(p.heading(), Mark.Kind.HEADING, p.anchor());
                w.text.append('\n');
            }
            if (!p.text().isEmpty()) {
                w.text.append(p.text()).append('\n');
            }
        }
        return w.page();
    }

    /** The topics that match a search, each a link; all without one. */
    static HelpPage list(List<HelpTopic> topics, String search) {
        List<HelpTopic> found = topics.stream().filter(t -> t.matches(search)).toList();
        Writer w = new Writer();
        w.marked(search.isBlank() ? Messages.HelpPage_help : found.isEmpty() ? Messages.HelpPage_none
                : found.size() == 1 ? Messages.HelpPage_one : NLS.bind(Messages.HelpPage_many, found.size()),
                        Mark.Kind.TITLE, "");
        w.text.append("\n\n");
        for (HelpTopic t : found) {
            w.marked(t.title(), Mark.Kind.LINK, t.id());
            w.text.append('\n');
        }
        return w.page();
    }

    /** The page that is linked at a place of the text. */
    Optional<String> linkAt(int offset) {
        return marks.stream().filter(m -> m.kind() == Mark.Kind.LINK && offset >= m.start()
                && offset < m.start() + m.length()).map(Mark::target).findFirst();
    }

    /** Where a parameter is explained; the beginning where it is not. */
    int place(String anchor) {
        return marks.stream().filter(m -> m.kind() == Mark.Kind.HEADING && !anchor.isEmpty()
                && m.target().equals(anchor)).mapToInt(Mark::start).findFirst().orElse(0);
    }
}
