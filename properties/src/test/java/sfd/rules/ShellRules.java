package sfd.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import sfd.ike.ExchangeTypes;
import sfd.ike.IkeMessage;
import sfd.ike.NotifyTypes;
import sfd.ike.Wire;

/** What the shell around the roles may know. */
@AnalyzeClasses(locations = Places.AroundReference.class)
class ShellRules {

    @ArchTest
    static final ArchRule movesTheAlphabetOnly = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage("sfd.shell..", "sfd.sa..", "sfd.ike..", "sfd.octets..", "java..")
            .because("sockets and clock serve whatever role there is");

    @ArchTest
    static final ArchRule judgesNoDatagram = noClasses()
            .should().dependOnClassesThat().belongToAnyOf(Wire.class, IkeMessage.class, NotifyTypes.class, ExchangeTypes.class)
            .because("a rule of the protocol in the shell would be one that no model sees");
}
