package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/**
 * What came of one input, for JSON, tables and people.
 *
 * @param file input as given on the command line; of a series all of them
 * @param dataset name of the dataset; empty if the file could not be read
 * @param recipe identifier of the recipe
 * @param error why it failed; empty if it did not
 * @param measurements numbers, also those of steps before a failure
 * @param remarks remarks
 * @param document analysis document written, relative to the output folder; empty if none
 */
record ResultTree(String file, String dataset, String recipe, String error, List<Measurement> measurements,
        List<Remark> remarks, String document) {

    static ResultTree failed(String file, String dataset, String recipe, String error) {
        return new ResultTree(file, dataset, recipe, error, List.of(), List.of(), "");
    }

    static ResultTree of(String file, AnalysisDocument d, String error, String document) {
        return new ResultTree(file, d.input().dataset(), d.recipe().id(), error, d.measurements(), d.remarks(),
                document);
    }

    boolean isFailed() {
        return !error.isEmpty();
    }

    /** Which file failed and why, as a sentence. */
    String failure() {
        return file + (dataset.isEmpty() ? "" : ", " + dataset) + ": " + error;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("dataset", dataset.isEmpty() ? null : dataset);
        tree.put("recipe", recipe);
        tree.put("status", isFailed() ? "failed" : "ok");
        tree.put("error", isFailed() ? error : null);
        tree.put("measurements", measurements.stream().map(ResultText::measurement).toList());
        tree.put("remarks", remarks.stream().map(ResultText::remark).toList());
        if (!document.isEmpty()) {
            tree.put("document", document);
        }
        return tree;
    }
}
