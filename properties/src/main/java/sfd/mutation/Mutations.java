package sfd.mutation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sfd.mutation.SpecMutant.Change;
import sfd.traces.tlc.Expression;
import sfd.traces.tlc.Place;

/**
 * All mutants of a module: each part of a conjunction or disjunction dropped, each condition and comparison negated, each bound of a
 * comparison moved, each constant one up and one down, each update left out. What stands for a clause that is off is left alone:
 * in role models all are on, and what is done without each is for others to judge.
 */
final class Mutations {

    private static final Map<String, String> NEGATIONS = Map.of("=", "#", "/=", "=", "\\in", "\\notin", "\\notin", "\\in",
            "<", ">=", "\\geq", "<", ">", "<=", "\\leq", ">");
    private static final Map<String, String> MOVES = Map.of("<", "<=", "\\leq", "<", ">", ">=", "\\geq", ">");
    /** The parser's names of what is written in more than one way. */
    private static final Map<String, String> WRITTEN = Map.of("/=", "#|/=", "\\leq", "<=|=<|\\\\leq", "\\geq", ">=|\\\\geq");
    private static final Set<String> AND = Set.of("$ConjList", "\\land");
    private static final Set<String> OR = Set.of("$DisjList", "\\lor");

    private final String module;
    private final ModuleText text;
    private final List<SpecMutant> found = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final Map<Change, Integer> numbers = new EnumMap<>(Change.class);
    private String definition;

    private Mutations(String module, ModuleText text) {
        this.module = module;
        this.text = text;
    }

    static List<SpecMutant> of(String module, ModuleText text, List<Expression.Definition> definitions) {
        var all = new Mutations(module, text);
        for (Expression.Definition it : definitions) {
            all.definition = it.name();
            all.numbers.clear();
            all.visit(it.body(), "");
        }
        return List.copyOf(all.found);
    }

    private void visit(Expression it, String around) {
        List<Expression> parts = it.parts();
        switch (it.operator()) {
            case "$ConjList", "\\land" -> parts.stream().filter(part -> !isOn(part))
                    .forEach(part -> drop(part, AND, Change.CONJUNCT_DROPPED, "TRUE"));
            case "$DisjList", "\\lor" -> alive(it).stream().filter(part -> !isOff(part))
                    .forEach(part -> drop(part, OR, Change.DISJUNCT_DROPPED, "FALSE"));
            case "=>" -> replace(Change.PREMISE_DROPPED, parts.getFirst().place(), "TRUE", it.place());
            case "$IfThenElse" -> negate(parts.getFirst());
            case "$SubsetOf" -> negate(parts.getFirst());
            case "Clause" -> negate(parts.get(1));
            case "$Pair" -> pair(it, around);
            case "TRUE" -> replace(Change.TRUTH_TURNED, it.place(), "FALSE", it.place());
            case "FALSE" -> replace(Change.TRUTH_TURNED, it.place(), "TRUE", it.place());
            case Expression.NUMBER -> move(it.place());
            default -> compare(it);
        }
        alive(it).forEach(part -> visit(part, it.operator()));
    }

    /** The parts that matter while every clause is on. */
    private static List<Expression> alive(Expression it) {
        List<Expression> parts = it.parts();
        if (it.operator().equals("$IfThenElse") && isOn(parts.getFirst())) {
            return parts.subList(0, 2);
        }
        if (it.operator().equals("$Pair") && isOff(parts.getFirst())) {
            return parts.subList(0, 1);
        }
        return OR.contains(it.operator()) && parts.stream().anyMatch(Mutations::isOn) ? parts.stream().filter(Mutations::isOn).toList() : parts;
    }

    private static boolean isOn(Expression it) {
        return it.operator().equals("On");
    }

    private static boolean isOff(Expression it) {
        return it.operator().equals("\\lnot") && isOn(it.parts().getFirst());
    }

    /** A part that is a conjunction itself has its own parts dropped. */
    private void drop(Expression part, Set<String> same, Change change, String neutral) {
        if (!same.contains(part.operator())) {
            replace(change, part.place(), neutral, part.place());
        }
    }

    private void pair(Expression pair, String around) {
        if (around.equals("$Case") && pair.parts().size() == 2) {
            negate(pair.parts().getFirst());
        } else if (around.equals("$Except")) {
            replace(Change.UPDATE_DROPPED, pair.parts().get(1).place(), "@", pair.place());
        }
    }

    /** A comparison is negated as such. */
    private void negate(Expression condition) {
        if (!NEGATIONS.containsKey(plain(condition.operator()))) {
            Place place = condition.place();
            add(Change.CONDITION_NEGATED, place, text.negated(place), text.at(place), "~(" + text.at(place) + ")");
        }
    }

    private void move(Place place) {
        int number = Integer.parseInt(text.at(place));
        replace(Change.CONSTANT_UP, place, Integer.toString(number + 1), place);
        if (number > 0) {
            replace(Change.CONSTANT_DOWN, place, Integer.toString(number - 1), place);
        }
    }

    private void compare(Expression it) {
        String operator = plain(it.operator());
        if (!NEGATIONS.containsKey(operator) && !MOVES.containsKey(operator)) {
            return;
        }
        // Behind the sign, for the parser has no place of an @ before it.
        Matcher written = Pattern.compile("(" + WRITTEN.getOrDefault(operator, Pattern.quote(operator)) + ")[\\s(]*$")
                .matcher(text.before(it.parts().get(1).place(), it.place()));
        if (!written.find()) {
            return;
        }
        Place sign = text.within(it.place(), written.start(1), written.group(1).length());
        if (NEGATIONS.containsKey(operator)) {
            replace(Change.COMPARISON_NEGATED, sign, NEGATIONS.get(operator), it.place());
        }
        if (MOVES.containsKey(operator)) {
            replace(Change.COMPARISON_MOVED, sign, MOVES.get(operator), it.place());
        }
    }

    private static String plain(String operator) {
        return operator.equals("#") ? "/=" : operator.equals("<=") || operator.equals("=<") ? "\\leq"
                : operator.equals(">=") ? "\\geq" : operator;
    }

    /** @param shown the expression around what is replaced */
    private void replace(Change change, Place place, String instead, Place shown) {
        String before = text.at(shown);
        int from = text.before(place, shown).length();
        add(change, place, instead, before, before.substring(0, from) + instead + before.substring(from + text.at(place).length()));
    }

    private void add(Change change, Place place, String instead, String before, String after) {
        if (texts.add(text.with(place, instead))) {
            found.add(new SpecMutant(module, definition, change, numbers.merge(change, 1, Integer::sum), place, instead, oneLine(before),
                    oneLine(after)));
        }
    }

    private static String oneLine(String expression) {
        return expression.replaceAll("\\\\\\*.*", "").replaceAll("\\s+", " ").strip();
    }
}
