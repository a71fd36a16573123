package sfd.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import sfd.kept.ClassPath;

/** Which module and which package may know which. */
@AnalyzeClasses(locations = Places.All.class)
class HouseRules {

    @ArchTest
    static final ArchRule onlyTheCommandsKnowTheCommandLine = noClasses()
            .that().resideOutsideOfPackage("sfd.command..")
            .should().dependOnClassesThat().resideInAPackage("picocli..")
            .because("everything but the entry point is used from tests too, without options");

    @ArchTest
    static final ArchRule onlyTheCommandsEndTheProcess = noClasses()
            .that().resideOutsideOfPackage("sfd.command..")
            .should().callMethod(System.class, "exit", int.class)
            .because("an exit status is for whoever gave the command");

    @ArchTest
    static final ArchRule theMatrixKnowsNobodyWhoShowsIt = noClasses()
            .that().resideInAPackage("sfd.matrix..")
            .should().dependOnClassesThat().resideInAnyPackage("sfd.pages..", "sfd.report..", "sfd.command..", "sfd.draw..", "sfd.lockstep..")
            .because("page, report and README show the same cells");

    @ArchTest
    static final ArchRule whatGivesVerdictsKnowsNothingThatIsAside = noClasses()
            .that().resideOutsideOfPackages(aside())
            .should().dependOnClassesThat().resideInAnyPackage(aside())
            .because("a kept verdict stands while these packages change");

    private static String[] aside() {
        return ClassPath.ASIDE.stream().map(it -> it + "..").toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("sfd.(*)..").should().beFreeOfCycles()
            .because("dependencies run one way: reference and traces below, the judges above");
}
