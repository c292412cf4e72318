package jp.tenkyo.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jp.tenkyo.lifecycle.Leak;
import org.junit.jupiter.api.Test;

/** What is checked must not be checked by the code that did it. */
class WallTest {

    private static final ArchRule NO_CODE_OF_THE_SERVICES = noClasses()
            .that()
            .resideInAPackage("jp.tenkyo.quickstart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.tenkyo.lifecycle..", "jp.tenkyo.notifier..", "jp.tenkyo.status..")
            .because("the check's truth must not come from the code that is checked");

    @Test
    void the_quickstart_uses_no_code_of_the_services() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("jp.tenkyo.quickstart");

        assertThat(classes).isNotEmpty();
        NO_CODE_OF_THE_SERVICES.check(classes);
    }

    @Test
    void the_wall_sees_a_leak() {
        JavaClasses leaking = new ClassFileImporter().importClasses(Canary.class);

        assertThatThrownBy(() -> NO_CODE_OF_THE_SERVICES.check(leaking)).isInstanceOf(AssertionError.class);
    }

    private static final class Canary {

        @SuppressWarnings("unused") // Only its existence counts.
        void leak() {
            Leak.touch();
        }
    }
}
