package io.xlink;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Arrows between packages point one way: cli, console, check, importer, server and iwfm, acdmap and source, config, model. What
 * a package may use of ours is listed here in full; everything else of ours is forbidden to it.
 */
@AnalyzeClasses(packages = "io.xlink", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODEL = "io.xlink.model..";
    private static final String CONFIG = "io.xlink.config..";
    private static final String ACDMAP = "io.xlink.acdmap..";
    private static final String SOURCE = "io.xlink.source..";
    private static final String SOURCE_CSV = "io.xlink.source.csv..";
    private static final String SOURCE_SQL = "io.xlink.source.sql..";
    private static final String SOURCE_ODBC = "io.xlink.source.odbc..";
    private static final String IWFM = "io.xlink.iwfm..";
    private static final String PROTOCOL = "io.xlink.iwfm.protocol..";
    /** Generated from the protocol's schema. */
    private static final String WIRE = "io.xlink.iwfm.wire..";

    private static final String SERVER = "io.xlink.server..";
    private static final String IMPORTER = "io.xlink.importer..";
    private static final String CHECK = "io.xlink.check..";
    private static final String OPERATIONS = "io.xlink.operations..";
    private static final String SERVICE = "io.xlink.service..";
    private static final String CONSOLE = "io.xlink.console..";
    private static final String CAMEL = "org.apache.camel..";

    @ArchTest
    static final ArchRule modelUsesNothingOfOurs = usesOfOurs(MODEL);

    @ArchTest
    static final ArchRule configUsesModel = usesOfOurs(CONFIG, MODEL);

    /** The list of keys is what configuration is read by, so it cannot be read itself. */
    @ArchTest
    static final ArchRule keysUseNothingOfOurs = usesOfOurs("io.xlink.config.keys..");

    @ArchTest
    static final ArchRule acdmapUsesConfig = usesOfOurs(ACDMAP, CONFIG, MODEL);

    @ArchTest
    static final ArchRule sourcesUseConfig = usesOfOurs(SOURCE, CONFIG, MODEL);

    @ArchTest
    static final ArchRule csvUsesNoOtherSource = usesOfOurs(SOURCE_CSV, CONFIG, MODEL);

    @ArchTest
    static final ArchRule odbcUsesNoOtherSource = usesOfOurs(SOURCE_ODBC, CONFIG, MODEL);

    /** Text of the configuration and times mean the same in files and in databases. */
    @ArchTest
    static final ArchRule sqlUsesCsv = usesOfOurs(SOURCE_SQL, SOURCE_CSV, CONFIG, MODEL);

    /** So that it can be taken out and used in other people's routes. */
    @ArchTest
    static final ArchRule iwfmUsesModel = usesOfOurs(IWFM, MODEL);

    /** So that it can be used without Camel. */
    @ArchTest
    static final ArchRule protocolUsesModel = usesOfOurs(PROTOCOL, WIRE, MODEL);

    @ArchTest
    static final ArchRule serverUsesIwfm = usesOfOurs(SERVER, IWFM, CONFIG, MODEL);

    @ArchTest
    static final ArchRule importerUsesWhatItImports = usesOfOurs(IMPORTER, SERVER, IWFM, ACDMAP, SOURCE, CONFIG, MODEL);

    /** Directories are copied as they are; what is in them matters to others. */
    @ArchTest
    static final ArchRule backupUsesConfig = usesOfOurs("io.xlink.backup..", CONFIG, MODEL);

    /** What is computed of the past must not depend on how it came about. */
    @ArchTest
    static final ArchRule gapsUseTheirMemory =
            usesOfOurs("io.xlink.importer.gaps..", "io.xlink.importer.memory..", MODEL);

    @ArchTest
    static final ArchRule checkLooksAtEverything = usesOfOurs(CHECK, IMPORTER, IWFM, ACDMAP, SOURCE, CONFIG, MODEL);

    /** Only what the importer lets see; it is watched and does not know by whom. */
    @ArchTest
    static final ArchRule operationsWatchTheImporter = usesOfOurs(OPERATIONS, IMPORTER, IWFM, CONFIG, MODEL);

    @ArchTest
    static final ArchRule consoleShowsTheImporter =
            usesOfOurs(CONSOLE, CHECK, IMPORTER, SERVER, IWFM, ACDMAP, SOURCE, CONFIG, MODEL);

    /** It starts and stops what it knows nothing of. */
    @ArchTest
    static final ArchRule serviceUsesNothingOfOurs = usesOfOurs(SERVICE);

    @ArchTest
    static final ArchRule protocolAndModelAreFreeOfCamel = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL, MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CAMEL)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule modelDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "javax.net..", "io.netty..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.xlink.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    /** A class that is called after no one thing does several. */
    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .that()
            .resideOutsideOfPackage(WIRE)
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Helper)")
            .allowEmptyShould(true);

    private static ArchRule usesOfOurs(String itself, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(itself)
                .should()
                .dependOnClassesThat(resideInAPackage("io.xlink..")
                        .and(not(resideInAPackage(itself)))
                        .and(not(resideInAnyPackage(others))))
                .allowEmptyShould(true);
    }
}
