package sfd.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sfd.ike.ExchangeTypes;
import sfd.ike.Reason;
import sfd.sa.LogReason;
import sfd.sa.Policy;
import sfd.sa.SirPolicy;
import sfd.token.TokenMethod;

/** Where the alphabet of the spec and that of the Java differ, one sentence each. */
final class AlphabetDifferences {

    /** Names that must differ, and why. */
    private static final Map<String, String> RENAMED = Map.of(
            "Received.message", "datagram",     // the spec has it decoded, the Java decodes it
            "Send.message", "datagram",
            "SaRekeyed.new", "successor",       // "new" is a word of Java
            "SaReplaced.new", "successor",
            "ResumptionAsked.id", "messageId"); // as in the header, where the spec says id

    /** What only the Java says of an event: the spec has it in the message, whose kind is what IP carried. */
    private static final Set<String> IN_THE_MESSAGE = Set.of("Received.protocol", "Received.lot");

    /** Words in capitals that are no reasons: what CHECK_SPI says. */
    private static final Set<String> SUBTYPES = Set.of("QUERY", "ACK", "NACK", "LONE", "BROKEN");

    private AlphabetDifferences() {
    }

    /** Constructors of the spec against records of a sealed interface: names, and parameters in their order. */
    static List<String> constructors(List<SpecText.Constructor> spec, Class<?> sealed) {
        Map<String, List<String>> inSpec = new LinkedHashMap<>();
        spec.forEach(constructor -> inSpec.put(constructor.name(), constructor.parameters().stream()
                .map(name -> RENAMED.getOrDefault(constructor.name() + "." + name, name)).toList()));
        Map<String, List<String>> inJava = records(sealed).collect(Collectors.toMap(
                Class::getSimpleName, AlphabetDifferences::components, (one, other) -> one, LinkedHashMap::new));
        return between("the " + sealed.getSimpleName(), inSpec, inJava);
    }

    /** Every name that must differ still does: an entry that nothing needs would hide a difference. */
    static Set<String> renamedWithoutNeed(List<SpecText.Constructor> all) {
        Set<String> left = new TreeSet<>(RENAMED.keySet());
        all.forEach(constructor -> constructor.parameters().forEach(name -> left.remove(constructor.name() + "." + name)));
        return left;
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(permitted -> permitted.isSealed() ? records(permitted) : Stream.of(permitted));
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName)
                .filter(name -> !IN_THE_MESSAGE.contains(record.getSimpleName() + "." + name)).toList();
    }

    /** The fields of a policy in their order, and their values. */
    static List<String> policy(Map<String, String> spec, Record java) {
        List<String> differences = new ArrayList<>();
        List<String> components = components(java.getClass());
        if (!List.copyOf(spec.keySet()).equals(components)) {
            differences.add("the policy has in the spec the fields " + spec.keySet() + ", in Java " + components);
        }
        Map<String, String> inJava = new LinkedHashMap<>();
        for (RecordComponent component : java.getClass().getRecordComponents()) {
            inJava.put(component.getName(), inSpec(value(component, java)));
        }
        differences.addAll(between("the policy's field", spec, inJava));
        return differences;
    }

    private static Object value(RecordComponent component, Record policy) {
        try {
            return component.getAccessor().invoke(policy);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inSpec(Object value) {
        return switch (value) {
            case Policy.Text text -> text.label();
            case TokenMethod method -> method.section();
            // A policy inside a policy is compared by itself.
            case SirPolicy sir -> sir.equals(SirPolicy.DEFAULT) ? "Sir03"
                    : sir.equals(SirPolicy.MENDED) ? "Sir03Mended" : sir.toString();
            case SirPolicy.QueryTo to -> to.label();
            case Set<?> causes -> causes.stream().map(SirPolicy.Cause.class::cast).sorted()
                    .map(SirPolicy.Cause::label).collect(Collectors.joining(", ", "{", "}"));
            case Boolean flag -> flag ? "TRUE" : "FALSE";
            default -> value.toString();
        };
    }

    /** Why octets are no message, each with its clause. */
    static List<String> malformed(Map<String, String> spec) {
        Map<String, String> java = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            java.put(reason.name(), reason.clause());
        }
        return between("the malformed octets' reason", spec, java);
    }

    /** Why something is logged, in the modules of the roles. */
    static List<String> reasons(List<SpecText> roles) {
        Set<String> spec = new TreeSet<>();
        roles.forEach(module -> spec.addAll(module.reasons()));
        spec.removeIf(word -> ExchangeTypes.number(word).isPresent() || SUBTYPES.contains(word));
        Arrays.stream(Reason.values()).map(Reason::name).forEach(spec::remove);
        Set<String> java = Arrays.stream(LogReason.Judged.values()).map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return between("the reason", asMap(spec), asMap(java));
    }

    private static Map<String, String> asMap(Set<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> "is there"));
    }

    private static List<String> between(String what, Map<String, ?> spec, Map<String, ?> java) {
        List<String> differences = new ArrayList<>();
        spec.forEach((name, value) -> {
            if (!java.containsKey(name)) {
                differences.add("%s %s stands in the spec only".formatted(what, name));
            } else if (!java.get(name).equals(value)) {
                differences.add("%s %s: %s in the spec, %s in Java".formatted(what, name, value, java.get(name)));
            }
        });
        java.keySet().stream().filter(name -> !spec.containsKey(name))
                .forEach(name -> differences.add("%s %s stands in Java only".formatted(what, name)));
        return differences;
    }
}
