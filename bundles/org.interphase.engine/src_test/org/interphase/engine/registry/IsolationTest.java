package org.interphase.engine.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.DatasetView;
import org.interphase.api.Operation;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Overlay;
import org.junit.jupiter.api.Test;

/** A technique that is broken takes nothing with it. */
class IsolationTest {

    private static class Plain implements Technique {
        @Override
        public String id() {
            return "plain";
        }

        @Override
        public String title() {
            return "Plain";
        }

        @Override
        public List<Recipe> recipes() {
            return List.of(Recipe.of("plain/r", "Good", "", Applicability.of("k")));
        }
    }

    private static final class Sound extends Plain {
        @Override
        public String id() {
            return "sound";
        }

        @Override
        public List<Recipe> recipes() {
            return List.of(Recipe.of("sound/r", "Good", "", Applicability.of("k")));
        }

        @Override
        public List<DatasetReader> readers() {
            return List.of(new Reads("sound.read", false));
        }
    }

    private record Reads(String id, boolean fails) implements DatasetReader {
        @Override
        public String title() {
            return id;
        }

        @Override
        public List<String> extensions() {
            return List.of();
        }

        @Override
        public List<String> kinds() {
            return List.of("k");
        }

        @Override
        public int confidence(SourceHead head) {
            if (fails) {
                throw new IllegalStateException("a defect");
            }
            return 70;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) {
            return List.of(table());
        }
    }

    private static Table table() {
        return new Table(DatasetHeader.of("t", "k", Metadata.EMPTY), List.of(Column.of("a", "V", new double[] {1, 2})));
    }

    private static TechniqueRegistry with(Technique broken) {
        TechniqueRegistry registry = TechniqueRegistry.usable(List.of(new Sound(), broken), List.of());
        assertEquals(List.of("sound"), registry.techniques().stream().map(Technique::id).toList());
        assertEquals(1, registry.problems().size(), registry.problems().toString());
        assertTrue(registry.problems().get(0).contains(broken.getClass().getName()), registry.problems().toString());
        assertTrue(registry.recipe("sound/r").isPresent());
        return registry;
    }

    @Test
    void aTechniqueThatThrowsIsLeftOutAndNamed() {
        with(new Plain() {
            @Override
            public String id() {
                throw new IllegalStateException("no id today");
            }
        });
        TechniqueRegistry registry = with(new Plain() {
            @Override
            public List<Operation<?, ?>> operations() {
                throw new NoClassDefFoundError("org/missing/Library");
            }
        });
        assertTrue(registry.recipe("plain/r").isEmpty(), "what is left out is left out whole");
    }

    @Test
    void aTechniqueThatLeavesSomethingNullIsLeftOut() {
        with(new Plain() {
            @Override
            public String id() {
                return null;
            }
        });
        with(new Plain() {
            @Override
            public List<DatasetReader> readers() {
                List<DatasetReader> one = new ArrayList<>();
                one.add(null);
                return one;
            }
        });
    }

    @Test
    void ofTwoWithOneNameTheFirstStays() {
        with(new Plain() {
            @Override
            public String id() {
                return "sound";
            }
        });
        with(new Plain() {
            @Override
            public List<Recipe> recipes() {
                return List.of(Recipe.of("sound/r", "Another", "", Applicability.of("k")));
            }
        });
        assertThrows(IllegalArgumentException.class, () -> TechniqueRegistry.of(List.of(new Sound(), new Sound())));
    }

    @Test
    void aReaderThatFailsAtALookDoesNotKeepOthersFromReading() throws Exception {
        TechniqueRegistry registry = TechniqueRegistry.of(List.of(new Sound(), new Plain() {
            @Override
            public List<DatasetReader> readers() {
                return List.of(new Reads("plain.read", true));
            }
        }));
        Source source = Source.of("a.txt", "x".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, new DatasetLoader(registry).read(source).size());
    }

    @Test
    void aViewThatFailsGivesWayToThePlainOneAndIsNamed() {
        TechniqueRegistry registry = TechniqueRegistry.of(List.of(new Plain() {
            @Override
            public List<DatasetView> views() {
                return List.of(new DatasetView() {
                    @Override
                    public List<String> kinds() {
                        return List.of("k");
                    }

                    @Override
                    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
                        throw new IllegalStateException("a defect");
                    }
                });
            }
        }));
        assertEquals(List.of(), registry.problems());
        assertTrue(!registry.figures(table(), List.of()).isEmpty());
        assertEquals(1, registry.problems().size());
    }
}
