package org.interphase.engine.plugin;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/** A technique of the program itself. */
final class OwnTechnique implements Technique {

    @Override
    public String id() {
        return "own";
    }

    @Override
    public String title() {
        return "Own";
    }

    @Override
    public List<DatasetReader> readers() {
        return List.of(new Reads("own", "own.numbers", 70), new Reads("gen", "table", 15));
    }

    /** Reads what begins with a word, as data of a kind. */
    private record Reads(String word, String kind, int sure) implements DatasetReader {
        @Override
        public String id() {
            return word + ".text";
        }

        @Override
        public String title() {
            return word + " text";
        }

        @Override
        public List<String> extensions() {
            return List.of("txt");
        }

        @Override
        public List<String> kinds() {
            return List.of(kind);
        }

        @Override
        public int confidence(SourceHead head) {
            return head.text().startsWith(word) ? sure : 0;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) {
            return List.of(new Table(DatasetHeader.of("t", kind, Metadata.EMPTY),
                    List.of(Column.of("a", "V", new double[] {1}))));
        }
    }
}
