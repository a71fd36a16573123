package sfd.vectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who makes the vectors knows nothing of the reference: else it would be compared with itself. */
@AnalyzeClasses(packagesOf = Vectors.class, importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceRules {

    @ArchTest
    static final ArchRule theGeneratorIsAnotherReading = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("sfd.ike..", "sfd.token..", "sfd.octets..", "sfd.sa..", "sfd.qcd..",
                    "sfd.sir..", "sfd.baseline..", "sfd.packet..", "sfd.lockstep..")
            .because("expected octets come from the texts");
}
