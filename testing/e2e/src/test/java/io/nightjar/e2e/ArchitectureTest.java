// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Who may know whom. Each rule says why. */
@AnalyzeClasses(packages = "io.nightjar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("ingest", "packager", "ptz", "recording", "gateway", "fleet");

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "io.nightjar." + name + "..").toArray(String[]::new);
    }

    /** Nobody in {@code who} may know any of our packages but those in {@code known}. */
    private static ArchRule onlyKnows(String who, List<String> known, String because) {
        var strangers = List.of(
                        "contracts",
                        "rtsp",
                        "media",
                        "cameras",
                        "engine",
                        "kit",
                        "broker",
                        "testing",
                        "simulators",
                        "ingest",
                        "packager",
                        "ptz",
                        "recording",
                        "gateway",
                        "fleet",
                        "ui",
                        "standalone",
                        "launcher",
                        "house",
                        "fuzz",
                        "benchmarks")
                .stream()
                .filter(name -> !name.equals(who) && !known.contains(name))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.nightjar." + who + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(strangers))
                .because(because);
    }

    @ArchTest
    static void librariesKnowOnlyWhatIsBelowThem(JavaClasses classes) {
        onlyKnows("contracts", List.of(), "it is the shared language and may not drag anything along")
                .check(classes);
        onlyKnows("rtsp", List.of(), "bytes in, records out: of use to servers, clients and simulators alike")
                .check(classes);
        onlyKnows("media", List.of("contracts"), "it is the one door to libav").check(classes);
        onlyKnows("cameras", List.of("contracts", "rtsp"), "vendor knowledge needs digest, and no media")
                .check(classes);
        onlyKnows("engine", List.of("contracts", "media", "rtsp"), "it could be replaced by MediaMTX")
                .check(classes);
        onlyKnows("kit", List.of("contracts"), "it is how services talk, not what they say")
                .check(classes);
        onlyKnows("broker", List.of(), "it is somebody else's program in our process")
                .check(classes);
    }

    /** Cameras and streams name one another; whoever reads or writes them stands above. */
    @ArchTest
    static void theSharedLanguageHasLayers(JavaClasses classes) {
        layer("file", "importing", "the native format does not depend on what it was before", classes);
        layer("event", "file", "what services tell one another is not what people write", classes);
        for (String reader : List.of("event", "file", "importing")) {
            layer("camera", reader, "a camera is the same wherever it is written down", classes);
            layer("stream", reader, "a stream is the same wherever it is written down", classes);
        }
    }

    private static void layer(String below, String above, String because, JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("io.nightjar.contracts." + below + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.nightjar.contracts." + above + "..")
                .because(because)
                .check(classes);
    }

    @ArchTest
    static void simulatorsKnowNothingOfTheHouse(JavaClasses classes) {
        onlyKnows("simulators", List.of("contracts", "media", "rtsp"), "a camera does not know its recorder")
                .check(classes);
    }

    @ArchTest
    static void servicesMeetOverKafkaAndHttpOnly(JavaClasses classes) {
        for (String service : SERVICES) {
            var others =
                    SERVICES.stream().filter(other -> !other.equals(service)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.nightjar." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(others))
                    .because("a service that knew another could not run in a process of its own")
                    .check(classes);
        }
    }

    @ArchTest
    static void onlyPackagerKnowsTheEngine(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("engine", "packager"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.nightjar.engine..")
                .because("everybody else must work with MediaMTX too")
                .check(classes);
    }

    @ArchTest
    static void onlyMediaTouchesNativeSymbols(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.nightjar.media..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .because("a pointer that escapes its owner is a crash that nobody finds")
                .check(classes);
    }

    @ArchTest
    static void standaloneAndLauncherHoldNoDomainLogic(JavaClasses classes) {
        onlyKnows("launcher", List.of("contracts"), "it knows processes and ports, not what they do")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("io.nightjar.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("engine", "media", "cameras", "simulators", "ingest", "gateway"))
                .because("it is wiring: the services are found on its class path")
                .check(classes);
    }

    @ArchTest
    static void timeArrivesFromOutside(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        packages("contracts", "engine", "kit", "ingest", "packager", "ptz", "recording", "gateway"))
                .should()
                .callMethod(Instant.class, "now")
                .because("a bad night must be a test of five lines: inject a Clock")
                .check(classes);
    }

    @ArchTest
    static void featuresOfAServiceHaveNoCycles(JavaClasses classes) {
        for (String service : SERVICES) {
            slices().matching("io.nightjar." + service + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .because("a feature must be understood without all the others")
                    .check(classes);
        }
    }
}
