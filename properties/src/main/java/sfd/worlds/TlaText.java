package sfd.worlds;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import sfd.traces.value.Bool;
import sfd.traces.value.Fun;
import sfd.traces.value.Int;
import sfd.traces.value.Rec;
import sfd.traces.value.Seq;
import sfd.traces.value.SetOf;
import sfd.traces.value.Text;
import sfd.traces.value.Value;

/** Values as expressions of TLA+. */
final class TlaText {

    /** The fields of an endpoint, which the alphabet has an operator for. */
    private static final List<String> ENDPOINT = List.of("address", "port");

    private TlaText() {
    }

    static String of(Value value) {
        return switch (value) {
            case Bool bool -> bool.value() ? "TRUE" : "FALSE";
            case Int integer -> Long.toString(integer.value());
            case Text text -> '"' + text.value() + '"';
            case SetOf set -> joined(set.elements(), "{", "}", TlaText::of);
            case Seq seq -> joined(seq.items(), "<<", ">>", TlaText::of);
            case Rec rec when rec.names().equals(ENDPOINT) -> "Endpoint(" + of(rec.field("address")) + ", " + of(rec.field("port")) + ")";
            case Rec rec -> joined(rec.names(), "[", "]", name -> name + " |-> " + of(rec.field(name)));
            case Fun function -> "(" + function.entries().entrySet().stream()
                    .map(it -> of(it.getKey()) + " :> " + of(it.getValue())).collect(Collectors.joining(" @@ ")) + ")";
        };
    }

    private static <T> String joined(Collection<T> parts, String open, String close, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(", ", open, close));
    }
}
