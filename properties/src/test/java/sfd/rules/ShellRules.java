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
    static final ArchRule movesTheAlphabetOnly = classes().that().resideInAPackage("sfd.shell..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("sfd.shell..", "sfd.sa..", "sfd.ike..", "sfd.octets..", "java..")
            .because("sockets and clock serve whatever role there is");

    @ArchTest
    static final ArchRule keepsWhatItIsGiven = classes().that().resideInAPackage("sfd.store..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("sfd.store..", "sfd.token..", "sfd.ike..", "sfd.octets..", "java..")
            .because("what outlives a crash is kept for whatever role there is");

    @ArchTest
    static final ArchRule asksTheListForAnyRole = classes().that().resideInAPackage("sfd.cluster..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("sfd.cluster..", "sfd.shell..", "sfd.sa..", "sfd.ike..", "java..",
                    "redis.clients..")
            .because("whose token a datagram may draw is the role's to say");

    @ArchTest
    static final ArchRule onlyOneClassKnowsTheListsServer = noClasses().that().haveNameNotMatching("sfd\\.cluster\\.RedisSpis.*")
            .should().dependOnClassesThat().resideInAPackage("redis.clients..")
            .because("whoever has another server, or none, needs nothing of this one");

    @ArchTest
    static final ArchRule judgesNoDatagram = noClasses()
            .should().dependOnClassesThat().belongToAnyOf(Wire.class, IkeMessage.class, NotifyTypes.class, ExchangeTypes.class)
            .because("a rule of the protocol in the shell would be one that no model sees");
}
