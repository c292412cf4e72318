package jp.tenkyo.lifecycle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package of the service may know which. What core may know is held by its own wall. */
class WallsTest {

    private static final String BASE = "jp.tenkyo.lifecycle.";
    private static final String AVRO = "jp.tenkyo.avro..";

    private static final ArchRule THE_DOORS_ONLY_WRITE_TO_TOPICS = wall("door", "topology", "reads");
    private static final ArchRule THE_READS_ONLY_READ_TOPICS = wall("reads", "topology", "door");
    private static final ArchRule THE_DECISIONS_ARE_REACHED_BY_TOPICS_ALONE = wall("topology", "door", "reads");
    private static final ArchRule THE_TRANSLATION_SERVES_ALL = wall("contract", "door", "reads", "topology");
    private static final ArchRule THE_SIMULATION_SERVES_ALL = wall("simulation", "door", "reads", "topology");
    private static final ArchRule THE_ISSUERS_SERVE_ALL = wall("issuers", "door", "reads", "topology", "contract");

    /**
     * Who else sees generated types, and why:
     *
     * <ul>
     *   <li>InputReader and OutputWriter hold a codec for each contract and hand every message to contract, or take it
     *       from there; they look into none but for its ids.
     *   <li>The reads are a reader of published topics like any other, and know nothing of the core: they fold messages
     *       into what they answer. Domain types between the two would be a third form of the same facts.
     * </ul>
     */
    private static final Set<String> SEE_MESSAGES = Set.of(
            BASE + "topology.InputReader",
            BASE + "topology.OutputWriter",
            BASE + "reads.AnnouncementFold",
            BASE + "reads.IssuerEventsView",
            BASE + "reads.CertificateProcessor",
            BASE + "reads.CertificateView",
            BASE + "reads.EventFold",
            BASE + "reads.HolderProcessor",
            BASE + "reads.ReadsMetrics",
            BASE + "reads.StoredMessages");

    private static final ArchRule MESSAGES_STAY_IN_CONTRACT = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "contract..")
            .and(not(nameMatching("(" + String.join("|", SEE_MESSAGES) + ")(\\$.*)?")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(AVRO);

    static final List<ArchRule> WALLS = List.of(
            THE_DOORS_ONLY_WRITE_TO_TOPICS,
            THE_READS_ONLY_READ_TOPICS,
            THE_DECISIONS_ARE_REACHED_BY_TOPICS_ALONE,
            THE_TRANSLATION_SERVES_ALL,
            THE_SIMULATION_SERVES_ALL,
            THE_ISSUERS_SERVE_ALL,
            MESSAGES_STAY_IN_CONTRACT);

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.tenkyo.lifecycle");

    @ParameterizedTest
    @FieldSource("WALLS")
    void the_wall_stands(ArchRule wall) {
        wall.check(SERVICE);
    }

    @Test
    void every_exception_is_needed() {
        assertThat(SERVICE.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getPackageName().equals(BASE + "contract"))
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .startsWith("jp.tenkyo.avro")))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(SEE_MESSAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reachesTheDecisions", "reachesTheReads"})
    void the_wall_sees_a_door_that_reaches_too_far(String leak) {
        assertThat(leaks(THE_DOORS_ONLY_WRITE_TO_TOPICS)).anyMatch(detail -> detail.contains(leak));
    }

    @Test
    void the_wall_sees_a_message_outside_of_contract() {
        assertThat(leaks(MESSAGES_STAY_IN_CONTRACT)).anyMatch(detail -> detail.contains("readsAMessage"));
    }

    private static Iterable<String> leaks(ArchRule wall) {
        return wall.evaluate(new ClassFileImporter().importClasses(canary()))
                .getFailureReport()
                .getDetails();
    }

    private static Class<?> canary() {
        try {
            return Class.forName(BASE + "door.ReachingCanary");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArchRule wall(String from, String... to) {
        var packages = new String[to.length];
        for (var i = 0; i < to.length; i++) {
            packages[i] = BASE + to[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(BASE + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
