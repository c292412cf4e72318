package jp.tenkyo.status;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class WallsTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.tenkyo.status");

    private static final ArchRule CORE_IS_PURE = classes()
            .that()
            .resideInAPackage("jp.tenkyo.status.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("jp.tenkyo.status.core..", "java..", "org.jspecify..");

    private static final ArchRule WHAT_THE_PROBER_FINDS_IS_PURE = classes()
            .that()
            .resideInAPackage("jp.tenkyo.status.prober.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "jp.tenkyo.status.prober.core..", "jp.tenkyo.status.core..", "java..", "org.jspecify..");

    private static final ArchRule NOBODY_NEEDS_THE_PROBER = noClasses()
            .that()
            .resideOutsideOfPackage("jp.tenkyo.status.prober..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jp.tenkyo.status.prober..");

    private static final ArchRule AVRO_STAYS_AT_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages("jp.tenkyo.status.contract..", "jp.tenkyo.status.simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.tenkyo.avro..", "org.apache.avro..");

    @Test
    void the_core_knows_neither_kafka_nor_storage_nor_web() {
        CORE_IS_PURE.check(SERVICE);
    }

    @Test
    void what_the_prober_finds_is_decided_without_clock_or_network() {
        WHAT_THE_PROBER_FINDS_IS_PURE.check(SERVICE);
    }

    @Test
    void no_channel_needs_the_prober_that_watches_it() {
        NOBODY_NEEDS_THE_PROBER.check(SERVICE);
    }

    @Test
    void generated_types_go_no_further_than_their_translation() {
        AVRO_STAYS_AT_THE_DOOR.check(SERVICE);
    }

    /** A wall that lets everything through would be quiet too: the test's own rows use generated types. */
    @Test
    void the_wall_sees_a_leak() {
        var leaking = new ClassFileImporter().importClasses(Rows.class);

        assertThat(AVRO_STAYS_AT_THE_DOOR.evaluate(leaking).hasViolation()).isTrue();
    }
}
