package sfd.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the reference may know. */
@AnalyzeClasses(locations = Places.Reference.class)
class ReferenceDependencyRules {

    private static final String[] OWN = {"sfd.octets..", "sfd.ike..", "sfd.persistent..", "sfd.token..", "sfd.sa..",
            "sfd.baseline..", "sfd.qcd..", "sfd.sir.."};

    @ArchTest
    static final ArchRule knowsNothingOfTheProject = noClasses()
            .should().dependOnClassesThat(resideInAPackage("sfd..").and(not(resideInAnyPackage(OWN))))
            .because("who takes the reference into an IKE daemon takes no model checker and no judge with it");

    @ArchTest
    static final ArchRule knowsTwoLibraries = classes()
            .should().onlyDependOnClassesThat(
                    resideInAPackage("sfd..").or(resideInAnyPackage("java..", "org.bouncycastle..", "org.pcollections..")))
            .because("minimal means: the Java platform, Bouncy Castle for digests, PCollections for persistent maps");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheMapLibrary = noClasses()
            .that().resideOutsideOfPackage("sfd.persistent..")
            .should().dependOnClassesThat().resideInAPackage("org.pcollections..")
            .because("another library of persistent maps must fit in without a change to any role");

    @ArchTest
    static final ArchRule onlyOneClassKnowsBouncyCastle = noClasses()
            .that().doNotHaveFullyQualifiedName("sfd.token.BouncyDigest")
            .should().dependOnClassesThat().resideInAPackage("org.bouncycastle..")
            .because("the digest is a capability that the caller hands in, and which one is his choice");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("sfd.(*)..").should().beFreeOfCycles()
            .because("each package is read and tested with those below it only");

    @ArchTest
    static final ArchRule packagesStandInOneOrder = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("octets").definedBy("sfd.octets..")
            .layer("persistent").definedBy("sfd.persistent..")
            .layer("ike").definedBy("sfd.ike..")
            .layer("token").definedBy("sfd.token..")
            .layer("sa").definedBy("sfd.sa..")
            .layer("baseline").definedBy("sfd.baseline..")
            .layer("qcd").definedBy("sfd.qcd..")
            .layer("sir").definedBy("sfd.sir..")
            .whereLayer("octets").mayNotAccessAnyLayer()
            .whereLayer("persistent").mayNotAccessAnyLayer()
            .whereLayer("ike").mayOnlyAccessLayers("octets")
            .whereLayer("token").mayOnlyAccessLayers("ike", "octets")
            .whereLayer("sa").mayOnlyAccessLayers("token", "persistent", "ike", "octets")
            .whereLayer("baseline").mayOnlyAccessLayers("sa", "token", "persistent", "ike", "octets")
            .whereLayer("qcd").mayOnlyAccessLayers("baseline", "sa", "token", "persistent", "ike", "octets")
            .whereLayer("sir").mayOnlyAccessLayers("baseline", "sa", "token", "persistent", "ike", "octets")
            .because("octets <- ike <- sa <- baseline <- qcd, sir: IKEv2 alone must stand without either proposal, and each without the other");
}
