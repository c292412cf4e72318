package jp.tenkyo.lifecycle.core;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core is pure: what it may depend on is listed, and clock, chance, threads and output are not on the list. */
class WallTest {

    private static final ArchRule DEPENDS_ON_LITTLE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang",
                    "java.time",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations",
                    "jp.tenkyo.lifecycle.core");

    private static final ArchRule READS_NO_CLOCK = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java..")))
                    .and(target(nameMatching("now|currentTimeMillis|nanoTime|system.*|tick.*"))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class);

    private static final ArchRule DRAWS_NOTHING = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("random|randomUUID|identityHashCode|shuffle")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class);

    private static final ArchRule TOUCHES_NOTHING_OUTSIDE = noClasses()
            .should()
            .dependOnClassesThat(assignableTo(System.Logger.class)
                    .or(assignableTo(System.class))
                    .or(assignableTo(Thread.class))
                    .or(assignableTo(Runtime.class))
                    .or(assignableTo(Process.class)));

    private static final ArchRule PURE = CompositeArchRule.of(DEPENDS_ON_LITTLE)
            .and(READS_NO_CLOCK)
            .and(DRAWS_NOTHING)
            .and(TOUCHES_NOTHING_OUTSIDE);

    @Test
    void the_core_is_pure() {
        JavaClasses core = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("jp.tenkyo.lifecycle.core");
        assertThat(core).hasSizeGreaterThan(30);
        PURE.check(core);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readsTheClock",
                "readsTheDay",
                "readsAnInjectedClock",
                "readsTheMachinesTime",
                "draws()",
                "drawsByMath",
                "drawsAnId",
                "drawsInAThread",
                "logs()",
                "prints",
                "logsThroughAnotherLibrary",
                "readsAFile"
            })
    void the_wall_sees_each_leak(String leak) {
        var canary = new ClassFileImporter().importClasses(LeakingCanary.class);
        assertThat(PURE.evaluate(canary).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("LeakingCanary." + leak));
    }
}
