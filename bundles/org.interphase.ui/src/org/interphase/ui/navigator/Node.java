package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.List;

/** An entry of the project tree. */
sealed interface Node {

    /** What it says. */
    String label();

    /** A heading or a sample. */
    record Group(String label, String tip, List<Node> children) implements Node {
        public Group {
            children = List.copyOf(children);
        }
    }

    /** A folder of the project, read when opened. */
    record Folder(Path path) implements Node {
        @Override
        public String label() {
            return path.getFileName().toString();
        }
    }

    /** A file. */
    record Document(Path path) implements Node {
        @Override
        public String label() {
            return path.getFileName().toString();
        }
    }

    /** A dataset of a file that has several. */
    record Part(Path path, int index, String label, String kind) implements Node {
    }

    /** A line without anything behind it. */
    record Hint(String label) implements Node {
    }
}
