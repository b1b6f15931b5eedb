package org.interphase.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.engine.internal.ForeignCalls;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each way a plug-in can be bad: it is named with the reason, and what a sound plug-in beside it and the program itself
 * give is the same as without it.
 */
@Timeout(60)
class BadPluginsTest {

    // heeds no interrupt, and ends with the tests alone
    private static final String ENDLESS = "while (System.getProperty(\"" + BadPluginsTest.class.getName()
            + "\") == null) " + "{ try { Thread.sleep(50); } catch (InterruptedException e) { continue; } } ";

    @TempDir
    private static Path made;
    private static Path soundJar;

    @TempDir
    private Path folder;
    private PluginManager plugins;
    private Source owns;
    private Source sound;
    private String before;

    @BeforeAll
    static void make() throws IOException {
        soundJar = PluginJars.named("sound").in(made);
    }

    @AfterAll
    static void end() {
        System.setProperty(BadPluginsTest.class.getName(), "done");
    }

    @BeforeEach
    void aSoundPluginIsThere() throws Exception {
        Files.copy(soundJar, folder.resolve("sound.jar"));
        plugins = manager(folder, false);
        owns = Source.of("own.txt", "own data".getBytes(StandardCharsets.UTF_8));
        sound = Source.of("a.sound", "sound data".getBytes(StandardCharsets.UTF_8));
        before = results();
        assertEquals(List.of("com.example.sound active"), states());
    }

    private static PluginManager manager(Path folder, boolean without) {
        ClassLoader loader = PluginManager.class.getClassLoader();
        PackageVersion version = PackageVersion.parse("1.0.0");
        PackageSource packages = n -> n.equals("org.odd") ? odd() : n.equals("org.interphase.engine.registry")
                ? List.of(new PackageSource.Offer(version, false, loader))
                : n.matches("org\\.interphase\\.(api|model)(\\..*)?")
                        ? List.of(new PackageSource.Offer(version, true, loader)) : List.of();
        return new PluginManager(() -> TechniqueRegistry.of(List.of(new OwnTechnique())), new PluginFolder(folder),
                packages, new PluginTechniques.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2)), without);
    }

    private static List<PackageSource.Offer> odd() {
        throw new IllegalStateException("nobody thought of this");
    }

    private List<String> states() {
        return plugins.list().stream().map(p -> p.id() + " " + p.state().word()).toList();
    }

    private InstalledPlugin bad() {
        return plugins.list().stream().filter(p -> !p.id().equals("com.example.sound")).findFirst().orElseThrow();
    }

    /** What the program itself and the sound plug-in give. */
    private String results() throws IOException {
        TechniqueRegistry registry = plugins.registry();
        return new DatasetLoader(registry).read(owns).get(0).kind() + " " + run(registry, "sound", sound).measurements()
                + registry.suggest(new DatasetLoader(registry).read(sound).get(0));
    }

    private static Run run(TechniqueRegistry registry, String name, Source source) throws IOException {
        Dataset dataset = new DatasetLoader(registry).read(source).get(0);
        return new RecipeRunner(registry, new OutcomeCache(1 << 20)).run(registry.requireRecipe(name + "/sum"), dataset,
                InputReference.none("t"), Path.of(""), Progress.none());
    }

    private void assertRefused(String reason) throws IOException {
        plugins.forget();
        assertEquals(before, results());
        assertEquals(InstalledPlugin.State.REFUSED, bad().state());
        assertTrue(bad().reason().contains(reason), bad().reason());
        assertEquals(InstalledPlugin.Adds.NOTHING, bad().adds());
        List<String> problems = plugins.registry().problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains(bad().id()) && problems.get(0).contains(reason), problems.toString());
    }

    private void assertFails(String what) throws IOException {
        assertEquals(before, results());
        assertEquals(InstalledPlugin.State.ACTIVE, bad().state());
        assertTrue(bad().failures().stream().anyMatch(f -> f.contains(what)), bad().failures().toString());
        assertTrue(plugins.registry().problems().containsAll(bad().failures()));
    }

    private void drop(PluginJars bad) throws IOException {
        bad.in(folder);
        plugins.forget();
    }

    @Test
    void garbage() throws IOException {
        Files.write(folder.resolve("bad.jar"), "this is no jar".getBytes(StandardCharsets.UTF_8));
        assertRefused("it is no jar, or a damaged one");
        Files.write(folder.resolve("bad.jar"), java.util.Arrays.copyOf(Files.readAllBytes(folder.resolve("sound.jar")),
                1500));
        assertRefused("it is no jar, or a damaged one");
    }

    @Test
    void aJarThatIsNoPlugin() throws IOException {
        drop(PluginJars.named("bad").header("Bundle-SymbolicName", null));
        assertRefused("no Bundle-SymbolicName");
    }

    @Test
    void unresolvable() throws IOException {
        drop(PluginJars.named("bad").header("Import-Package", "org.interphase.api,org.missing.library;version=\"2\""));
        assertRefused("it needs org.missing.library, which this installation does not have");
        drop(PluginJars.named("bad").header("Import-Package", "org.interphase.api,org.interphase.engine.registry"));
        assertRefused("org.interphase.engine.registry, which is internal");
    }

    @Test
    void wrongVersion() throws IOException {
        drop(PluginJars.named("bad").header("Import-Package", "org.interphase.api;version=\"[2.0,3)\""));
        assertRefused("it needs org.interphase.api [2.0.0,3.0.0) (this installation has 1.0.0)");
    }

    @Test
    void anImportThatIsLeftOutOfTheManifestIsNotSeen() throws IOException {
        drop(PluginJars.named("bad").header("Import-Package", "org.interphase.api"));
        assertRefused("NoClassDefFoundError");
    }

    @Test
    void throwingInTheConstructor() throws IOException {
        drop(PluginJars.named("bad").with("CONSTRUCTOR", "if (true) throw new IllegalStateException(\"no luck\");"));
        assertRefused("IllegalStateException: no luck");
    }

    @Test
    void throwingInId() throws IOException {
        drop(PluginJars.named("bad").with("ID", "throw new Error(\"no id\");"));
        assertRefused("java.lang.Error: no id");
        drop(PluginJars.named("bad").with("ID", "return null;"));
        assertRefused("its id() is null");
    }

    @Test
    void throwingInOperationsOrReaders() throws IOException {
        drop(PluginJars.named("bad").with("OPERATIONS", "throw new NoClassDefFoundError(\"org/missing/Library\");"));
        assertRefused("NoClassDefFoundError: org/missing/Library");
        drop(PluginJars.named("bad").with("READERS", "throw new UnsupportedOperationException(\"none\");"));
        assertRefused("UnsupportedOperationException: none");
    }

    @Test
    void throwingInConfidence() throws IOException {
        drop(PluginJars.named("bad").with("CONFIDENCE", "throw new IllegalStateException(\"unsure\");"));
        assertFails("IllegalStateException: unsure");
    }

    @Test
    void aConfidenceBeyondTheScale() throws IOException {
        drop(PluginJars.named("bad").with("CONFIDENCE", "return Integer.MAX_VALUE;"));
        assertFails("is 2147483647 instead of 0 to 100");
    }

    @Test
    void aReaderThatClaimsEveryFileAndFails() throws IOException {
        drop(PluginJars.named("bad").with("CONFIDENCE", "return 100;").with("READ",
                "throw new IllegalStateException(\"oh\");"));
        assertFails("this is a defect of the reader");
        drop(PluginJars.named("bad").with("CONFIDENCE", "return 100;").with("READ", "return null;"));
        assertFails("this is a defect of the reader");
        drop(PluginJars.named("bad").with("CONFIDENCE", "return 100;").with("READ",
                "throw new DatasetFormatException(source.name(), \"\", \"not mine after all\");"));
        assertFails("not mine after all");
        drop(PluginJars.named("bad").with("CONFIDENCE", "return 100;").with("READ", ENDLESS + "return null;"));
        assertFails("it gave no sign of life for 2 s");
    }

    @Test
    void aGuessingReaderThatFailsLeavesNoTraceInWhatTheGenericReaderGives() throws IOException {
        Source generic = Source.of("a.txt", "gen data".getBytes(StandardCharsets.UTF_8));
        Dataset alone = new DatasetLoader(plugins.registry()).read(generic).get(0);
        drop(PluginJars.named("bad").with("CONFIDENCE", "return 50;").with("READ",
                "throw new IllegalStateException(\"oh\");"));
        Dataset beside = new DatasetLoader(plugins.registry()).read(generic).get(0);
        assertEquals(alone.header().remarks(), beside.header().remarks());
        assertEquals(alone.kind(), beside.kind());
        assertFails("this is a defect of the reader");
    }

    @Test
    void ofTwoEquallySureReadersThatOfTheProgramReads() throws IOException {
        drop(PluginJars.named("abad").with("CONFIDENCE", "return head.text().startsWith(\"own\") ? 70 : 0;"));
        assertEquals(before, results());
    }

    @Test
    void aReaderThatIsTheOnlyOneToKnowAFileAndFails() throws IOException {
        drop(PluginJars.named("bad").with("READ", "throw new Error(\"oh\");"));
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> new DatasetLoader(
                plugins.registry()).read(Source.of("x.bad", "bad data".getBytes(StandardCharsets.UTF_8))));
        assertTrue(e.getMessage().contains("x.bad") && e.getMessage().contains("bad.text"), e.getMessage());
    }

    @Test
    void throwingInApply() throws IOException {
        for (String thrown : List.of("IllegalStateException", "Error", "StackOverflowError", "AssertionError")) {
            drop(PluginJars.named("bad").with("APPLY", "throw new " + thrown + "(\"oh\");"));
            Run run = run(plugins.registry(), "bad", Source.of("x.bad", "bad".getBytes(StandardCharsets.UTF_8)));
            assertTrue(run.failure().isPresent(), thrown);
            assertTrue(run.failure().get().message().contains("operation 'bad.sum' of plug-in com.example.bad 1.2.3 "
                    + "failed unexpectedly"), run.failure().get().message());
            assertEquals(List.of(), run.measurements());
            assertEquals(before, results());
        }
    }

    @Test
    void anExceptionThatIsItselfBroken() throws IOException {
        drop(PluginJars.named("bad").with("APPLY", "throw new RuntimeException() { public String getMessage() { "
                + "throw new IllegalStateException(\"again\"); } };"));
        Run run = run(plugins.registry(), "bad", Source.of("x.bad", "bad".getBytes(StandardCharsets.UTF_8)));
        assertTrue(run.failure().get().message().contains("com.example.bad.Plugin"), run.failure().get().message());
    }

    @Test
    void endlessInTheConstructor() throws IOException {
        drop(PluginJars.named("bad").with("CONSTRUCTOR", ENDLESS));
        assertRefused("it did not come back within 2 s");
    }

    @Test
    void endlessInConfidenceIsAskedOnce() throws IOException {
        drop(PluginJars.named("bad").with("CONFIDENCE", ENDLESS + "return 1;"));
        assertFails("it did not come back within 2 s; it is not asked again");
        long begin = System.nanoTime();
        results();
        assertTrue(System.nanoTime() - begin < 1_500_000_000L, "it was asked again");
    }

    @Test
    void endlessInApply() throws IOException {
        drop(PluginJars.named("bad").with("APPLY", ENDLESS + "return null;"));
        Source source = Source.of("x.bad", "bad".getBytes(StandardCharsets.UTF_8));
        Run run = run(plugins.registry(), "bad", source);
        assertTrue(run.failure().get().message().contains("it gave no sign of life for 2 s"),
                run.failure().get().message());
        assertEquals(before, results());
    }

    @Test
    void workThatAsksWhetherItIsCancelledMayTakeLongAndWorkThatDoesNotHeedItIsLeft() throws Exception {
        ForeignCalls calls = new ForeignCalls("test", PluginManager.class.getClassLoader(), Duration.ofSeconds(1),
                Duration.ofMillis(400));
        assertEquals("done", calls.patient(Progress.none(), p -> {
            for (int i = 0; i < 20; i++) {
                Thread.sleep(50);
                p.checkCancelled();
            }
            return "done";
        }));
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> calls.patient(cancelled, p -> {
            while (p.isCancelled()) {
                Thread.onSpinWait();
            }
            return "never";
        }));
    }

    @Test
    void theWordsOfWhatIsThrownAreWaitedForNoLonger() throws IOException {
        for (String broken : List.of(ENDLESS + "return null;", "throw new OutOfMemoryError(\"words\");")) {
            drop(PluginJars.named("bad").with("APPLY", "throw new RuntimeException() { public String getMessage() { "
                    + broken + " } };"));
            Run run = run(plugins.registry(), "bad", Source.of("x.bad", "bad".getBytes(StandardCharsets.UTF_8)));
            String said = run.failure().get().message();
            assertTrue(said.contains("it gave no sign of life for 2 s") || said.contains("com.example.bad.Plugin"),
                    said);
        }
    }

    @Test
    void aThreadThatCameBackLateIsPutLastNoLonger() throws Exception {
        ForeignCalls calls = new ForeignCalls("test", PluginManager.class.getClassLoader(), Duration.ofMillis(100),
                Duration.ofSeconds(1));
        CountDownLatch late = new CountDownLatch(1);
        Thread[] by = new Thread[2];
        assertThrows(ForeignCalls.Failed.class, () -> calls.quick(() -> {
            by[0] = Thread.currentThread();
            boolean open = true;
            while (open) {
                try {
                    late.await();
                    open = false;
                } catch (InterruptedException e) {
                    continue;
                }
            }
            return by[0];
        }));
        assertEquals(Thread.MIN_PRIORITY, by[0].getPriority());
        late.countDown();
        for (int k = 0; k < 50 && by[1] != by[0]; k++) {
            Thread.sleep(20);
            by[1] = calls.quick(Thread::currentThread);
        }
        assertSame(by[0], by[1]);
        assertEquals(Thread.NORM_PRIORITY, by[1].getPriority());
    }

    @Test
    void whoReadAFileIsInItsReference() throws IOException {
        DatasetLoader loader = new DatasetLoader(plugins.registry());
        assertEquals("com.example.sound 1.2.3", loader.load(Files.writeString(folder.resolve("a.sound"), "sound data"),
                Progress.none()).reference(0).plugin());
        assertEquals("", loader.load(Files.writeString(folder.resolve("own.txt"), "own data"), Progress.none())
                .reference(0).plugin());
        Path zip = folder.resolve("both.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("own", "sound")) {
                out.putNextEntry(new ZipEntry(name + (name.equals("own") ? ".txt" : ".sound")));
                out.write((name + " data").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals("com.example.sound 1.2.3", loader.load(zip, Progress.none()).reference(0).plugin());
    }

    @Test
    void ofTwoJarsOfOneDisabledPluginTheOtherStaysDisabled() throws IOException {
        Files.copy(soundJar, folder.resolve("twice.jar"));
        plugins.forget();
        plugins.setEnabled("com.example.sound", false);
        plugins.remove("twice.jar");
        assertEquals(List.of("com.example.sound disabled"), states());
        plugins.remove("com.example.sound");
        Files.copy(soundJar, folder.resolve("sound.jar"));
        plugins.forget();
        assertEquals(List.of("com.example.sound active"), states());
    }

    @Test
    void aLinkToTheAuthorsJarIsReplacedAndTheJarIsNot() throws IOException {
        Path own = Files.writeString(made.resolve("own-build.jar"), "the author's");
        Files.delete(folder.resolve("sound.jar"));
        Files.createSymbolicLink(folder.resolve("com.example.sound.jar"), own);
        plugins.forget();
        assertEquals(InstalledPlugin.State.ACTIVE, plugins.install(soundJar).get(0).state());
        assertEquals("the author's", Files.readString(own));
        assertEquals(List.of("com.example.sound.jar"), plugins.list().stream().map(InstalledPlugin::file).toList());
    }

    @Test
    void aNameThatTheProgramHas() throws IOException {
        drop(PluginJars.named("bad").with("ID", "return \"own\";"));
        assertRefused("it brings the technique 'own', which is there already");
    }

    @Test
    void ofTwoPluginsWithOneNameForATechniqueTheOtherStays() throws IOException {
        drop(PluginJars.named("zbad").with("ID", "return \"sound\";"));
        assertRefused("it brings the technique 'sound', which is there already");
    }

    @Test
    void twoJarsOfOnePlugin() throws IOException {
        Files.copy(folder.resolve("sound.jar"), folder.resolve("twice.jar"));
        plugins.forget();
        assertEquals(before, results());
        assertEquals(List.of("com.example.sound active", "com.example.sound refused"), states());
    }

    @Test
    void aBadPluginIsNotInstalledAndASoundOneIsAtOnce() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path bad = PluginJars.named("bad").with("ID", "throw new Error(\"no id\");").in(elsewhere);
        assertEquals(InstalledPlugin.State.REFUSED, plugins.install(bad).get(0).state());
        assertEquals(List.of("com.example.sound active"), states());
        PluginJars.named("fine").in(elsewhere);
        assertEquals(List.of("com.example.bad refused", "com.example.fine active"), plugins.install(elsewhere)
                .stream().map(p -> p.id() + " " + p.state().word()).toList());
        assertEquals(List.of("com.example.fine active", "com.example.sound active"), states());
        assertTrue(plugins.registry().recipe("fine/sum").isPresent());
    }

    @Test
    void disablingEnablingAndRemovingTakeEffectAtOnceAndLast() throws IOException {
        plugins.setEnabled("com.example.sound", false);
        assertEquals(List.of("com.example.sound disabled"), states());
        assertTrue(plugins.registry().recipe("sound/sum").isEmpty());
        plugins = manager(folder, false);
        assertEquals(List.of("com.example.sound disabled"), states());
        plugins.setEnabled("sound.jar", true);
        assertEquals(before, results());
        plugins.remove("com.example.sound");
        assertEquals(List.of(), states());
        assertFalse(Files.exists(folder.resolve("sound.jar")));
        assertThrows(IllegalArgumentException.class, () -> plugins.remove("com.example.sound"));
    }

    @Test
    void withoutPluginsNoneIsLoadedAndAllAreListed() throws IOException {
        drop(PluginJars.named("bad").with("CONSTRUCTOR", ENDLESS));
        plugins = manager(folder, true);
        assertEquals(List.of("com.example.bad not loaded", "com.example.sound not loaded"), states());
        assertEquals(List.of(), plugins.registry().problems());
        assertTrue(plugins.registry().recipe("sound/sum").isEmpty());
    }

    @Test
    void whatIsListedIsWhatTheJarSaysAndItsSha256() throws Exception {
        InstalledPlugin p = plugins.list().get(0);
        assertEquals("Plug-in sound, 1.2.3, Ada Example, Apache-2.0, sound.jar", String.join(", ", p.name(),
                p.version(), p.author(), p.licence(), p.file()));
        assertEquals(java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(folder.resolve("sound.jar")))), p.sha256());
        assertEquals("technique sound; reader sound.text; operation sound.sum; recipe sound/sum", p.adds().line());
    }

    @Test
    void aJarAtWhichLookingItselfFailsIsRefusedAlone() throws IOException {
        drop(PluginJars.named("bad").header("Import-Package", "org.interphase.api,org.odd"));
        assertRefused("nobody thought of this");
    }

    @Test
    void whatNeverCameBackIsRefusedAtOnce() throws IOException {
        Source source = Source.of("x.bad", "bad".getBytes(StandardCharsets.UTF_8));
        drop(PluginJars.named("bad").with("APPLY", ENDLESS + "return null;"));
        run(plugins.registry(), "bad", source);
        long begin = System.nanoTime();
        Run again = run(plugins.registry(), "bad", source);
        assertTrue(again.failure().get().message().contains("it is not run again"), again.failure().get().message());
        assertTrue(System.nanoTime() - begin < 1_500_000_000L, "it was run again");
        drop(PluginJars.named("bad").with("READ", ENDLESS + "return null;"));
        DatasetLoader loader = new DatasetLoader(plugins.registry());
        assertThrows(DatasetFormatException.class, () -> loader.read(source));
        begin = System.nanoTime();
        assertTrue(assertThrows(DatasetFormatException.class, () -> loader.read(source)).getMessage().contains(
                "it is not asked again"));
        assertTrue(System.nanoTime() - begin < 1_500_000_000L, "it was asked again");
    }

    @Test
    void anIdentifierThatIsNoHostHasResources() throws Exception {
        for (String id : List.of("org.my_lab.afm", "org.lab.3d")) {
            Path jar = PluginJars.named("res").header("Bundle-SymbolicName", id).in(made);
            JarContent content = JarContent.read(jar);
            PluginHeader header = PluginHeader.of(content);
            PackageVersion version = PackageVersion.parse("1.0.0");
            ClassLoader loader = PluginClassLoader.of(header, content, n -> List.of(new PackageSource.Offer(version,
                    true, PluginManager.class.getClassLoader())));
            try (InputStream in = loader.getResourceAsStream("META-INF/services/org.interphase.api.Technique")) {
                assertEquals("com.example.res.Plugin", new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
            }
            assertTrue(loader.getResource("META-INF/MANIFEST.MF").toString().contains(id));
        }
    }
}
