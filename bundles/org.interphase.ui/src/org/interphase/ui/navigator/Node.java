package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.List;
import org.interphase.engine.project.Sample;

/** An entry of the project tree. */
sealed interface Node {

    /** What it says. */
    String label();

    /** What stands under a heading. */
    enum Under {
        /** Files of no sample. */
        NOT_ASSIGNED(Messages.Node_notAssigned, Messages.Node_notAssignedTip),
        /** Open files that lie elsewhere. */
        LOOSE(Messages.Node_loose, Messages.Node_looseTip);

        private final String label;
        private final String tip;

        Under(String label, String tip) {
            this.label = label;
            this.tip = tip;
        }
    }

    /** A heading; it is the same whatever is under it, so that it stays open when files come and go. */
    record Group(Under under, List<Document> children) implements Node {
        public Group {
            children = List.copyOf(children);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Group g && g.under == under;
        }

        @Override
        public int hashCode() {
            return under.hashCode();
        }

        @Override
        public String label() {
            return under.label;
        }

        String tip() {
            return under.tip;
        }

        List<Path> files() {
            return children.stream().map(Document::path).toList();
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
            return Messages.Node_files;
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
