package sfd.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sfd.token.Digest;

/** Nothing in the reference changes once it is made; each exception stands here with its reason. */
@AnalyzeClasses(locations = Places.Reference.class)
class ImmutabilityRules {

    private static final Map<String, String> FIELDS_THAT_CHANGE = Map.of(
            "sfd.octets.OctetReader.position", "a cursor; no reader outlives the decoding that made it",
            "sfd.octets.OctetWriter.length", "a cursor; no writer outlives the encoding that made it",
            "sfd.octets.OctetWriter.octets", "its buffer, which grows");

    private static final Map<String, String> ARRAYS_KEPT = Map.of(
            "sfd.octets.Octets.octets", "the one place for octets; it hands out and takes in copies only",
            "sfd.octets.OctetWriter.octets", "a buffer, lent for the time of a call only",
            "sfd.token.BouncyDigest.result", "a buffer of the capability handed in from outside");

    private static final Map<String, String> ARRAYS_OUT = Map.of(
            "sfd.octets.Octets.toArray", "a fresh array, for digests and sockets");

    private static final Map<String, String> HOLDERS_OF_MUTABLE_THINGS = Map.of(
            "sfd.persistent.HashTrie.root", "a node, an entry or an array of nodes; copied before it is changed",
            "sfd.sa.Admitted.role", "the state of whichever role; its fields are under these rules themselves",
            "sfd.sa.Step.next", "the state of whichever role; its fields are under these rules themselves",
            "sfd.token.JdkDigest.digest", "the capability handed in from outside, bound to one thread",
            "sfd.token.JdkDigest.message", "the same",
            "sfd.token.BouncyDigest.digest", "the same",
            "sfd.token.BouncyDigest.message", "the same");

    @ArchTest
    static final ArchRule fieldsAreFinal = fields().that(areNotIn(FIELDS_THAT_CHANGE))
            .should().beFinal()
            .because("a state that changes in place cannot be compared with the state before");

    @ArchTest
    static final ArchRule noArraysAreKept = noFields().that(areNotIn(ARRAYS_KEPT)).and(areWritten())
            .should().haveRawType(describe("an array", JavaClass::isArray))
            .because("whoever holds an array can change it, and arrays have neither equals nor a text");

    @ArchTest
    static final ArchRule noArraysEscape = noMethods().that(areNotIn(ARRAYS_OUT)).and(areWritten())
            .and().areNotPrivate()
            .should().haveRawReturnType(describe("an array", JavaClass::isArray))
            .because("what a caller gets must not let him into a value");

    @ArchTest
    static final ArchRule fieldsHaveImmutableTypes = fields().that(areNotIn(HOLDERS_OF_MUTABLE_THINGS))
            .and().areNotStatic().and(areWritten()).and().areDeclaredInClassesThat(areNotCaptures())
            .should().haveRawType(immutable())
            .because("a final field of a thing that changes is a field that changes");

    @ArchTest
    static final ArchRule recordsCopyTheirCollections = classes().that().areRecords()
            .should(Immutability.copyTheirCollections())
            .because("a list that its giver still holds changes behind the record's back");

    @ArchTest
    static final ArchRule staticFieldsHoldConstants = fields().that().areStatic().and(areWritten())
            .should(Immutability.holdNothingThatChanges())
            .because("static state would make a step depend on the steps before it");

    @ArchTest
    static final ArchRule noSetters = noMethods().should().haveNameMatching("set[A-Z].*")
            .because("a change makes a new value");

    @ArchTest
    static final ArchRule noStateHoldsTheDigest = noFields().should().haveRawType(Digest.class)
            .allowEmptyShould(true)
            .because("the digest is handed in with each step, never part of a state");

    /** An exception that nothing needs any more would hide the next fault under its name. */
    @ArchTest
    static void everyExceptionIsNeeded(JavaClasses reference) {
        Set<String> changing = names(reference, field -> !field.getModifiers().contains(JavaModifier.FINAL));
        Set<String> arrays = names(reference, field -> isWritten(field) && field.getRawType().isArray());
        Set<String> mutable = names(reference, field -> isWritten(field)
                && !field.getModifiers().contains(JavaModifier.STATIC) && !field.getRawType().isArray()
                && areNotCaptures().test(field.getOwner()) && !immutable().test(field.getRawType()));
        Set<String> arraysOut = reference.stream().flatMap(c -> c.getMethods().stream())
                .filter(method -> isWritten(method) && !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && method.getRawReturnType().isArray())
                .map(ImmutabilityRules::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(FIELDS_THAT_CHANGE.keySet()), changing, "fields that change");
        assertEquals(new TreeSet<>(ARRAYS_KEPT.keySet()), arrays, "arrays kept");
        assertEquals(new TreeSet<>(ARRAYS_OUT.keySet()), arraysOut, "arrays handed out");
        assertEquals(new TreeSet<>(HOLDERS_OF_MUTABLE_THINGS.keySet()), mutable, "holders of mutable things");
    }

    private static Set<String> names(JavaClasses reference, Predicate<JavaField> those) {
        return reference.stream().flatMap(c -> c.getFields().stream()).filter(those)
                .map(ImmutabilityRules::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JavaMember member) {
        return member.getOwner().getName() + "." + member.getName();
    }

    private static DescribedPredicate<JavaMember> areNotIn(Map<String, String> exceptions) {
        return describe("are not " + String.join(", ", new TreeSet<>(exceptions.keySet())), member -> !exceptions.containsKey(name(member)));
    }

    /** Not made by the compiler, as the list behind an enum's values() and the tables behind a switch are. */
    private static DescribedPredicate<JavaMember> areWritten() {
        return describe("are written by hand", ImmutabilityRules::isWritten);
    }

    private static boolean isWritten(JavaMember member) {
        boolean values = member.getOwner().isEnum() && member instanceof JavaMethod && member.getName().equals("values");
        return !values && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static DescribedPredicate<JavaClass> areNotCaptures() {
        return describe("are not anonymous", owner -> !owner.isAnonymousClass());
    }

    /** Primitives, text, collections (which records copy), and what is under these rules itself. */
    private static DescribedPredicate<JavaClass> immutable() {
        Set<String> readersAndWriters = Set.of("sfd.octets.OctetReader", "sfd.octets.OctetWriter");
        return describe("an immutable type", type -> type.isPrimitive() || type.isArray()
                || Set.of("java.lang.String", "java.util.List", "java.util.Set", "java.util.Map", "java.util.Optional")
                        .contains(type.getName())
                || type.getPackageName().equals("org.pcollections")
                || type.getPackageName().startsWith("sfd.") && !readersAndWriters.contains(type.getName())
                        && !type.isAssignableTo(Digest.class));
    }
}
