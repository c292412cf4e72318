package jp.tenkyo.lifecycle.reference;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.DecisionTaken;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference model takes nothing from the core but what comes in: not one rule, not even which day a change counts
 * from.
 */
class ModelWallTest {

    private static final String MODEL = "jp.tenkyo.lifecycle.reference.model";

    private static final DescribedPredicate<JavaClass> INPUTS = belongToAnyOf(
            Action.class,
            Carrier.class,
            CertificateId.class,
            ChangeReason.class,
            ChangedAttribute.class,
            Command.class,
            DecisionTaken.class,
            Ground.class,
            Kind.class,
            Registration.class,
            ResidentChange.class);

    private static final ArchRule SEES_INPUTS_ONLY = classes()
            .should()
            .onlyDependOnClassesThat(resideInAPackage(MODEL)
                    .or(resideInAPackage("java.lang.."))
                    .or(resideInAPackage("java.time.."))
                    .or(resideInAPackage("java.util.."))
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(INPUTS));

    /** An input record may carry rules, such as the day a change counts from; only its components are looked at. */
    private static final ArchRule READS_COMPONENTS_ONLY = noClasses()
            .should()
            .callMethodWhere(describe("is of the core", (JavaAccess<?> call) -> isOfTheCore(call))
                    .and(not(describe("reads a component", (JavaAccess<?> call) -> readsAComponent(call))))
                    .and(not(describe("is in every record or enum", (JavaAccess<?> call) -> isInEveryValue(call)))));

    private static final ArchRule INDEPENDENT =
            CompositeArchRule.of(SEES_INPUTS_ONLY).and(READS_COMPONENTS_ONLY);

    @Test
    void the_model_takes_nothing_from_the_core_but_inputs() {
        var model = new ClassFileImporter().importPackages(MODEL);
        assertThat(model).hasSizeGreaterThan(10);
        INDEPENDENT.check(model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"borrowsADay", "borrowsWhatMayWait", "borrowsTheDecision", "borrowsTheCalendar", "borrowsANumber"
            })
    void the_wall_sees_what_is_borrowed(String loan) {
        var canary = new ClassFileImporter().importClasses(BorrowingCanary.class);
        assertThat(INDEPENDENT.evaluate(canary).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("BorrowingCanary." + loan));
    }

    private static boolean isOfTheCore(JavaAccess<?> call) {
        return call.getTargetOwner().getPackageName().equals("jp.tenkyo.lifecycle.core");
    }

    private static boolean readsAComponent(JavaAccess<?> call) {
        return call.getTargetOwner().isRecord()
                && call.getTargetOwner()
                        .tryGetField(call.getTarget().getName())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent();
    }

    private static boolean isInEveryValue(JavaAccess<?> call) {
        return Stream.of("values", "ordinal", "name", "compareTo", "equals", "hashCode")
                .anyMatch(call.getTarget().getName()::equals);
    }
}
