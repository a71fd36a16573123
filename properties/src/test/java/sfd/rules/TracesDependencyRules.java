package sfd.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the traces may know. */
@AnalyzeClasses(locations = Places.Traces.class)
class TracesDependencyRules {

    @ArchTest
    static final ArchRule knowsNeitherReferenceNorProperties = noClasses()
            .should().dependOnClassesThat(resideInAPackage("sfd..").and(not(resideInAPackage("sfd.traces.."))))
            .because("graphs and traces show what the spec says; what the Java does must not reach into them");
}
