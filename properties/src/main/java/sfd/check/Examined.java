package sfd.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sfd.lockstep.Replay;

/**
 * What one run found of a model.
 *
 * @param about what the model says of itself; nothing where it could not be read
 * @param modules that TLC asked for to read it, by name
 * @param findings by property
 * @param states of the graph, null where unknown
 * @param transitions generated, repetitions included; null where unknown
 * @param initial initial states generated, repetitions included
 * @param replay where the Java was compared
 * @param problems what is wrong beside single verdicts, a line each
 * @param seconds of walk, replay and TLC's own checker together
 * @param kept from an earlier run, since which nothing that it depends on has changed
 */
public record Examined(Entry entry, Optional<About> about, List<String> modules, Map<String, Finding> findings, Long states,
        Long transitions, long initial, Optional<Replay> replay, List<String> problems, double seconds, boolean kept) {

    public boolean asExpected() {
        return problems.isEmpty() && entry.expected().keySet().equals(findings.keySet())
                && entry.expected().entrySet().stream().allMatch(it -> it.getValue().isMetBy(findings.get(it.getKey())));
    }

    public Finding finding(String property) {
        return findings.getOrDefault(property,
                Finding.without(Finding.Kind.of(property, entry.temporal()), Result.ERROR));
    }

    Examined with(List<String> problems, double seconds) {
        return new Examined(entry, about, modules, findings, states, transitions, initial, replay, problems, seconds, kept);
    }
}
