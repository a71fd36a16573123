package sfd.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import sfd.sa.Event;
import sfd.sa.Step;

/** A step depends on policy, state and event, and does nothing but return. */
@AnalyzeClasses(locations = Places.Reference.class)
class PurityRules {

    /** In memory only, so no I/O: the order of octets in numbers, and what lambdas are made of. */
    private static final Set<String> NO_IO = Set.of("java.nio.ByteOrder", "java.io.Serializable");

    @ArchTest
    static final ArchRule noClock = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("java.time..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")
            .orShould().callMethodWhere(calls(System.class, "currentTimeMillis", "nanoTime"))
            .because("time comes in the event Tick, or a trace could not be replayed");

    @ArchTest
    static final ArchRule noRandomness = noClasses()
            .should().dependOnClassesThat(assignableTo(java.util.random.RandomGenerator.class))
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.UUID")
            .orShould().callMethodWhere(calls(Math.class, "random"))
            .because("fresh secrets and SPIs come in events, or (policy, state, event) would not determine the step");

    @ArchTest
    static final ArchRule noInputOrOutput = noClasses()
            .should().dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..", "java.nio..")
                    .and(describe("reach outside memory", c -> !NO_IO.contains(c.getName()))))
            .orShould().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().accessField(System.class, "in")
            .orShould().callMethodWhere(calls(System.class, "getenv", "getProperty"))
            .because("what is to be sent is an effect; sending it is the shell's");

    @ArchTest
    static final ArchRule noLogging = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.slf4j..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.System$Logger")
            .because("what is worth a line is the effect Log, and counting it is the shell's");

    @ArchTest
    static final ArchRule noThreads = noClasses()
            .should().dependOnClassesThat().resideInAPackage("java.util.concurrent..")
            .orShould().dependOnClassesThat().belongToAnyOf(Thread.class, ThreadLocal.class)
            .because("immutable values need no locks, and a step has nothing to wait for");

    @ArchTest
    static final ArchRule nothingIsSynchronized = noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED)
            .because("immutable values need no locks");

    @ArchTest
    static final ArchRule noReflection = noClasses()
            .should().dependOnClassesThat().resideInAPackage("java.lang.reflect..")
            .because("reflection gets around every rule here");

    /** The one capability: SHA-256, behind {@link sfd.token.Digest}, its makers and who takes over its result named here. */
    @ArchTest
    static final ArchRule cryptographyIsHandedIn = noClasses()
            .that().doNotHaveFullyQualifiedName("sfd.token.JdkDigest")
            .and().doNotHaveFullyQualifiedName("sfd.token.BouncyDigest")
            .and().doNotHaveFullyQualifiedName("sfd.octets.Octets")
            .should().dependOnClassesThat().haveNameMatching("sfd\\.token\\.(Jdk|Bouncy)Digest")
            .orShould().dependOnClassesThat(resideInAnyPackage("java.security..", "javax.crypto..", "org.bouncycastle.."))
            .orShould().callMethodWhere(calls(java.security.MessageDigest.class, "getInstance", "update", "digest"))
            .because("the digest is the one capability that a step is given, pure as seen from it");

    @ArchTest
    static final ArchRule rolesThrowNothing = noClasses()
            .that(areSteps())
            .should().callConstructorWhere(target(describe("make an exception", PurityRules::makesAnException)))
            .orShould().callMethodWhere(calls(java.util.Optional.class, "orElseThrow"))
            .orShould().callMethodWhere(calls(Math.class, "toIntExact", "addExact", "multiplyExact", "incrementExact"))
            .because("input comes from anybody, and what must be ignored is a step too");

    @ArchTest
    static final ArchRule stepsHaveOneShape = methods()
            .that().haveName("step").and().arePublic()
            .should().beStatic().andShould().haveRawReturnType(Step.class)
            .andShould(Signatures.takeAnEventLast())
            .andShould(Signatures.declareNoException())
            .because("a role is a function of policy, state and event");

    @ArchTest
    static final ArchRule noEventIsNamedAfterAnOutcome = noClasses()
            .that(assignableTo(Event.class))
            .should().haveSimpleNameContaining("Verif").orShould().haveSimpleNameContaining("Ignor")
            .orShould().haveSimpleNameContaining("Accept").orShould().haveSimpleNameContaining("Reject")
            .orShould().haveSimpleNameContaining("Valid").orShould().haveSimpleNameContaining("Match")
            .orShould().haveSimpleNameContaining("Drop").orShould().haveSimpleNameContaining("Refus")
            .orShould().haveSimpleNameContaining("Fail").orShould().haveSimpleNameContaining("Malformed")
            .because("an event says what reaches a role, never what the role makes of it");

    /** The roles, and what decodes their input: what is called with octets from anybody. */
    private static DescribedPredicate<JavaClass> areSteps() {
        return resideInAnyPackage("sfd.baseline..", "sfd.qcd..", "sfd.rules.offenders..")
                .or(describe("decode", c -> Set.of("sfd.ike.PayloadWire", "sfd.sa.Answering", "sfd.sa.Booking",
                        "sfd.sa.SaTable", "sfd.sa.SaIndices").contains(c.getName())))
                .as("take part in a step");
    }

    /** MatchException is the compiler's, behind a switch that leaves nothing out. */
    private static boolean makesAnException(AccessTarget target) {
        return target.getOwner().isAssignableTo(Throwable.class)
                && !target.getOwner().isEquivalentTo(MatchException.class);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String... methods) {
        return describe(owner.getSimpleName() + "." + String.join(", ", methods),
                call -> call.getTarget().getOwner().isEquivalentTo(owner)
                        && Set.of(methods).contains(call.getTarget().getName()));
    }
}
