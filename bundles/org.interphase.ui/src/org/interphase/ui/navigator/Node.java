package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.List;
import org.interphase.engine.project.Sample;

/** An entry of the project tree. */
sealed interface Node {

    /** What it says. */
    String label();

    /** A heading; one of a name is the same whatever is under it, so that it stays open when files come and go. */
    record Group(String label, String tip, List<Node> children) implements Node {
        public Group {
            children = List.copyOf(children);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Group g && g.label.equals(label);
        }

        @Override
        public int hashCode() {
            return label.hashCode();
        }
    }

    /** A sample; one of a name is the same whatever else is said of it. */
    record OfSample(Sample sample, int place, List<Node> children) implements Node {
        public OfSample {
            children = List.copyOf(children);
        }

        @Override
        public String label() {
            return sample.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfSample s && s.sample.name().equals(sample.name());
        }

        @Override
        public int hashCode() {
            return sample.name().hashCode();
        }
    }

    /** A folder of the project, read when opened. */
    record Folder(Path path) implements Node {
        @Override
        public String label() {
            return path.getFileName().toString();
        }
    }

    /** The project's own folder under its heading, read when opened. */
    record Root(Path path) implements Node {
        @Override
        public String label() {
            return "Files";
        }
    }

    /** A file. */
    record Document(Path path) implements Node {
        @Override
        public String label() {
            return path.getFileName().toString();
        }
    }

    /**
     * A dataset of a file that has several.
     *
     * @param suits identifiers of the recipes that suit it
     */
    record Part(Path path, int index, String label, String kind, List<String> suits) implements Node {
        public Part {
            suits = List.copyOf(suits);
        }
    }

    /** A line without anything behind it. */
    record Hint(String label) implements Node {
    }
}
