package org.ganglion.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may use whom, as rules over the packages below a root.
 *
 * <p>The root is a parameter so that every rule can be shown to fail on the small broken project in {@code fixture}.
 */
record HouseRules(String root) {
    /** The packages of the modules in the order of the chain: each may use those before it. */
    static final List<String> CHAIN =
            List.of("network", "simulator", "io", "distributed", "cli", "examples", "benchmarks");

    /** No class of a module uses a module further down the chain. */
    ArchRule chainHolds(String module) {
        String[] later =
                CHAIN.stream().skip(CHAIN.indexOf(module) + 1).map(this::in).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .because("modules form a chain, and each may use only those before it")
                .allowEmptyShould(true);
    }

    ArchRule networkUsesTheJdkOnly() {
        return usesOnly("network");
    }

    ArchRule simulatorUsesAkkaAndItsLogOnly() {
        return usesOnly("simulator", "akka..", "scala..", "com.typesafe.config..", "org.slf4j..");
    }

    ArchRule ioUsesItsFileFormatsOnly() {
        return usesOnly("io", "io.jhdf..", "org.snakeyaml.engine..", "com.fasterxml.jackson.core..", "org.slf4j..");
    }

    ArchRule akkaStaysInTheActors() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("simulator.actor"), in("distributed.cluster"), in("distributed.run"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("akka..", "com.typesafe.config..")
                .because("what can be tested without Akka must be, and Akka may be replaced one day");
    }

    ArchRule fileFormatsStayInIo() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("io"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.jhdf..", "org.snakeyaml..", "com.fasterxml.jackson..")
                .because("file formats live in io");
    }

    ArchRule vectorApiStaysInVectorFiles() {
        return noClasses()
                .that()
                .haveNameNotMatching(".*\\.\\w*Vector(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because("a vector loop is the twin of a plain one, alone in a file named after it")
                .allowEmptyShould(true);
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)")
                .namingSlices("package $1")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** The packages of a module may use the JDK, the modules before it and the libraries named. */
    private ArchRule usesOnly(String module, String... libraries) {
        Stream<String> always = Stream.of("java..", "javax..", "jdk.incubator.vector..", "org.jspecify.annotations..");
        Stream<String> before = CHAIN.stream().limit(CHAIN.indexOf(module) + 1L).map(this::in);
        String[] allowed = Stream.of(always, before, Stream.of(libraries))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(in(module))
                .should()
                .onlyDependOnClassesThat(primitive().or(JavaClass.Predicates.resideInAnyPackage(allowed)))
                .because("a new library in a module is a decision to record and to add to this list")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe(
                "are primitive", type -> type.getBaseComponentType().isPrimitive());
    }

    private String in(String module) {
        return root + "." + module + "..";
    }
}
