package jp.tenkyo.notifier.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.File;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CoreWallTest {

    private static final DescribedPredicate<JavaClass> A_WORD_OF_THE_CONTRACTS = describe(
            "is an enum of the contracts",
            type -> type.getPackageName().equals("jp.tenkyo.avro") && type.isAssignableTo(Enum.class));

    private static final ArchRule VALUES_ALONE = classes()
            .that()
            .resideInAPackage("jp.tenkyo.notifier.core..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "jp.tenkyo.notifier.core..",
                            "java.lang..",
                            "java.util..",
                            "java.math",
                            "java.nio.charset",
                            "java.time..",
                            "org.jspecify.annotations")
                    .or(nameMatching("java\\.security\\.(MessageDigest|NoSuchAlgorithmException)"))
                    .or(nameMatching("\\[.*"))
                    .or(A_WORD_OF_THE_CONTRACTS));

    private static final DescribedPredicate<JavaMethodCall> THE_CLOCK_IS_READ = describe(
            "the clock is read",
            call -> call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().startsWith("java.time"));

    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("jp.tenkyo.notifier.core..")
            .should()
            .callMethodWhere(THE_CLOCK_IS_READ);

    private static final ArchRule WALL = CompositeArchRule.of(VALUES_ALONE).and(NO_CLOCK);

    private static JavaClasses core() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.tenkyo.notifier.core", "jp.tenkyo.avro");
    }

    @Test
    void the_core_depends_on_values_alone_and_reads_no_clock() {
        assertThat(core()).isNotEmpty();
        WALL.check(core());
    }

    @Test
    void the_wall_sees_a_clock() {
        assertThat(NO_CLOCK.evaluate(only(ReadsTheClock.class)).hasViolation()).isTrue();
    }

    @Test
    void the_wall_sees_the_outside() {
        assertThat(VALUES_ALONE.evaluate(only(TouchesAFile.class)).hasViolation())
                .isTrue();
    }

    private static JavaClasses only(Class<?> canary) {
        return new ClassFileImporter().importClasses(canary);
    }

    /** A canary. */
    static final class ReadsTheClock {
        Instant read() {
            return Instant.now();
        }
    }

    /** A canary. */
    static final class TouchesAFile {
        boolean touch(String path) {
            return new File(path).exists();
        }
    }
}
