package org.interphase.technique.microscopy.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectory;

/**
 * The elements that the pages of a TIFF file name, as programs for X-ray maps write them: in the label of ImageJ, the
 * PageName (tag 285), or a short ImageDescription (tag 270).
 */
final class PageElements {

    private static final int PAGE_NAME = 285;
    /** Longer descriptions are whole reports, in which any word may look like a symbol. */
    private static final int LONGEST = 60;

    private PageElements() {
    }

    /** The elements in the order of the pages, empty where a page names none. */
    static List<Optional<String>> of(List<TiffDirectory> pages, List<String> labels) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            List<String> all = new ArrayList<>(i < labels.size() ? List.of(labels.get(i)) : List.of());
            all.add(pages.get(i).text(PAGE_NAME));
            all.add(pages.get(i).text(TiffDirectory.DESCRIPTION));
            all.removeIf(t -> t.isBlank() || t.length() > LONGEST);
            texts.add(all.stream().map(String::strip).toList());
        }
        List<Optional<String>> sure = texts.stream().map(t -> t.stream().map(ElementName::ofLabel)
                .flatMap(Optional::stream).findFirst()).toList();
        if (sure.stream().allMatch(Optional::isEmpty)) {
            return sure;
        }
        // a single letter may mean anything (Y, U, V of a colour picture), but not among elements
        List<Optional<String>> out = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            out.add(sure.get(i).isPresent() ? sure.get(i) : texts.get(i).stream().filter(ElementName::isSymbol)
                    .findFirst());
        }
        return out;
    }
}
