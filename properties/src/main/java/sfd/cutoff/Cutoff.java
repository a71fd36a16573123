package sfd.cutoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import sfd.check.SpecJson;

/**
 * What is kept in {@code spec/cutoff.json}.
 *
 * @param parts of spec/OtherSas.tla
 * @param claims what a claim's verdict with few SAs says of many
 * @param worlds in which one SA is looked away
 * @param detection worlds of one SA in which something has to come about at last, alone and among others
 */
public record Cutoff(List<String> parts, List<Claim> claims, List<Seen> worlds, List<Detection> detection) {

    public static final SpecJson<Cutoff> KEPT = new SpecJson<>("cutoff.json", Cutoff.class);

    /** With what was found of a world, by its name. */
    public Cutoff with(Seen found) {
        return new Cutoff(parts, claims, worlds.stream().map(it -> it.name().equals(found.name()) ? found : it).toList(), detection);
    }

    /** With what was found of a world, by its name. */
    public Cutoff with(Detection found) {
        return new Cutoff(parts, claims, worlds, detection.stream().map(it -> it.name().equals(found.name()) ? found : it).toList());
    }

    /**
     * @param carries whether it holds of many SAs where it holds of few among others
     * @param why in a sentence
     */
    public record Claim(String property, boolean carries, String why) {
    }

    /**
     * A world that is looked at through all its SAs but one.
     *
     * @param base an operator of a module of worlds
     * @param module the name of that module
     * @param differs what it has otherwise, as TLA+ has it behind EXCEPT; empty for nothing
     * @param pairs of its SAs, as many as it has
     * @param others whether the larger world has further SAs around it too: then what is shown is shown for any number
     * @param says in a sentence, what is at issue in it
     * @param properties that are judged
     * @param found nothing where it was not looked at yet
     */
    public record Seen(String name, String module, String base, String differs, List<Long> pairs, boolean others, String says,
            List<String> properties, @JsonInclude(JsonInclude.Include.NON_NULL) Found found) {

        public Seen with(Found found) {
            return new Seen(name, module, base, differs, pairs, others, says, properties, found);
        }
    }

    /**
     * @param verdicts of the larger world
     * @param sights one for each SA that is looked away
     */
    public record Found(long states, long transitions, SortedMap<String, String> verdicts, List<Through> sights, long seconds) {
    }

    /**
     * The world through some of its SAs.
     *
     * @param states of the world that has only these, others around it
     * @param hidden steps of the larger world of which nothing is seen
     * @param own steps that are steps of the smaller world's SAs and surroundings
     * @param needs steps that only a part of OtherSas.tla explains
     * @param missing steps that are none of the smaller world
     * @param among verdicts in it, and {@code alone} in the same world without others
     */
    public record Through(List<Long> pairs, long states, long transitions, long hidden, long own, SortedMap<String, Long> needs,
            SortedMap<String, Long> missing, SortedMap<String, String> among, SortedMap<String, String> alone) {
    }

    /**
     * @param parts of OtherSas.tla that are tried, each by itself
     * @param findings in which what falls among others is told of
     * @param alone verdict of the world as it is
     * @param among by part, the verdict where further SAs may do this alone
     */
    public record Detection(String name, String module, String base, List<String> parts, String property,
            List<String> findings, @JsonInclude(JsonInclude.Include.NON_NULL) String alone,
            @JsonInclude(JsonInclude.Include.NON_NULL) SortedMap<String, String> among) {

        Detection with(String alone, SortedMap<String, String> among) {
            return new Detection(name, module, base, parts, property, findings, alone, among);
        }
    }
}
