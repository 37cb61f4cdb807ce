package org.ganglion.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the project to {@link HouseRules}, and each rule to failing where it should. */
class HouseRulesTest {
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ganglion");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("org.ganglion.architecture.fixture");

    /** The folder of each module's package; one name differs. */
    private static final Map<String, String> FOLDERS = Map.of("network", "network-models");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProjectFollows(String name, ArchRule rule) {
        rule.check(PROJECT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void theBrokenProjectIsCaughtBy(String name, ArchRule rule) {
        assertTrue(rule.evaluate(BROKEN).hasViolation(), () -> name + " found nothing wrong in the broken project");
    }

    /** A rule over classes that were never read would hold for nothing. */
    @ParameterizedTest
    @MethodSource("modules")
    void theClassesOfEveryModuleAreRead(String module) throws IOException {
        Path sources = Path.of("..", FOLDERS.getOrDefault(module, module), "src", "main", "java");
        if (Files.isDirectory(sources)) {
            try (Stream<Path> files = Files.walk(sources)) {
                assertTrue(files.anyMatch(file -> file.toString().endsWith(".java")), sources + " is empty");
            }
            String start = "org.ganglion." + module;
            assertTrue(
                    PROJECT.stream()
                            .anyMatch(type -> type.getPackageName().equals(start)
                                    || type.getPackageName().startsWith(start + ".")),
                    () -> "no class of " + start + " was read");
        }
    }

    @Test
    void testsAreNotReadAsPartOfTheProject() {
        assertFalse(PROJECT.contain(HouseRulesTest.class));
    }

    static Stream<String> modules() {
        return HouseRules.CHAIN.stream();
    }

    static Stream<Arguments> rules() {
        HouseRules rules = new HouseRules("org.ganglion");
        return Stream.concat(
                HouseRules.CHAIN.stream()
                        .limit(HouseRules.CHAIN.size() - 1L)
                        .map(module -> named("chain at " + module, rules.chainHolds(module))),
                common(rules));
    }

    static Stream<Arguments> brokenRules() {
        HouseRules rules = new HouseRules("org.ganglion.architecture.fixture");
        return Stream.concat(Stream.of(named("chain", rules.chainHolds("network"))), common(rules));
    }

    private static Stream<Arguments> common(HouseRules rules) {
        return Stream.of(
                named("network uses the JDK only", rules.networkUsesTheJdkOnly()),
                named("simulator uses Akka and its log only", rules.simulatorUsesAkkaAndItsLogOnly()),
                named("io uses its file formats only", rules.ioUsesItsFileFormatsOnly()),
                named("Akka stays in the actors", rules.akkaStaysInTheActors()),
                named("file formats stay in io", rules.fileFormatsStayInIo()),
                named("the Vector API stays in *Vector.java", rules.vectorApiStaysInVectorFiles()),
                named("packages are free of cycles", rules.packagesAreFreeOfCycles()));
    }

    private static Arguments named(String name, ArchRule rule) {
        return Arguments.of(name, rule);
    }
}
