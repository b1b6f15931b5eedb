package org.interphase.engine.internal;

import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.ReportingItem;
import org.interphase.api.Technique;

/** A technique as it was when it was asked once; no code of others is called again. */
record ListedTechnique(String id, String title, List<KindInfo> kinds, List<DatasetReader> readers,
        List<Operation<?, ?>> operations, List<Recipe> recipes, List<ReferenceTable> referenceTables,
        List<DatasetView> views, List<ReportingItem> reportingChecklist) implements Technique {
}
