package org.interphase.api;

import java.io.IOException;
import java.util.List;
import org.interphase.model.Dataset;

/** Reads one file format. Stateless and safe to use from several threads. */
public interface DatasetReader {

    /** Identifier such as {@code xps.vamas}. */
    String id();

    /** Name of the format for people, for example "VAMAS (ISO 14976)". */
    String title();

    /** Usual file extensions, lower case without dot. */
    List<String> extensions();

    /** Kinds of data this reader can give, as identifiers. */
    List<String> kinds();

    /**
     * How sure this reader is that it can read the file, from its content first and its name second: 0 not at all,
     * 100 a signature leaves no doubt. Must not throw and must be quick. Guide: 90-100 signature; 60-80 typical words
     * in the header; 30-50 plausible numbers and a telling file name; 10-20 a generic fall-back.
     */
    int confidence(SourceHead head);

    /**
     * Reads all datasets of a file.
     *
     * @return at least one dataset
     * @throws DatasetFormatException if the content is not what the format demands, naming file, position and cause;
     *     never half an import
     * @throws IOException if the file cannot be read
     */
    List<Dataset> read(Source source, Progress progress) throws IOException;
}
