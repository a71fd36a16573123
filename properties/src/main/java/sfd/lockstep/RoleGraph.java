package sfd.lockstep;

import java.util.List;
import java.util.Set;
import sfd.sa.Effect;
import sfd.sa.Event;
import sfd.sa.Policy;
import sfd.sa.Step;
import sfd.token.Digest;
import sfd.token.JdkDigest;
import sfd.traces.graph.Graph;
import sfd.traces.value.Value;

/** The graph of a role model with the values of Java in it: what {@link Lockstep} holds the role to. */
public final class RoleGraph {

    private final Graph graph;
    private final Actor<?> actor;
    private final Prompt[] prompts;

    /**
     * @param roles the one actor to the name of its role, as the model says
     * @param policies the same actor to its policy
     * @param digest what the octets of tokens and cookies are made with
     * @throws NotInModelException where a value of the graph has no counterpart in Java, or does not come back as it went
     */
    public RoleGraph(Graph graph, Value roles, Value policies, Digest digest) {
        this.graph = graph;
        var concretise = new Concretise(digest);
        var inverse = new Abstract(concretise);
        var one = roles.entries().entrySet().iterator().next();
        var states = new RoleStates<>(new Roles(concretise.messages(), RoleFunctions.reference(new JdkDigest()))
                .role(one.getValue().text(), policies.field(one.getKey().text())));
        this.actor = Actor.of(one.getKey().text(), states, graph);
        this.prompts = new Prompt[graph.labelCount()];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int label = graph.labelNumber(edge);
            if (prompts[label] == null) {
                prompts[label] = Prompt.of(graph.label(edge), 0, concretise, inverse);
            }
        }
    }

    /** Its states and edges by their numbers. */
    public Graph graph() {
        return graph;
    }

    /** Maker, taker, baseline, peerX or peerY, as the models have it. */
    public String role() {
        return actor.role().name();
    }

    public Policy policy() {
        return actor.role().policy();
    }

    /** A state of the role: one of the five records. */
    public Object state(int number) {
        return actor.state(number);
    }

    public Event event(int edge) {
        return prompt(edge).event();
    }

    public List<Effect> effects(int edge) {
        return prompt(edge).effects();
    }

    public Set<String> because(int edge) {
        return prompt(edge).because();
    }

    /** True if the role would take this step under another policy too. */
    public boolean isTakenUnder(Policy other, int edge) {
        return isTaken(actor, other, edge);
    }

    private <S> boolean isTaken(Actor<S> actor, Policy other, int edge) {
        Step<S> step = actor.role().function().step(other, actor.state(graph.from(edge)), event(edge));
        return step.next().equals(actor.state(graph.to(edge))) && step.effects().equals(effects(edge))
                && step.because().equals(because(edge));
    }

    private Prompt prompt(int edge) {
        return prompts[graph.labelNumber(edge)];
    }
}
