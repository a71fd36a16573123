package sfd.lockstep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sfd.traces.value.Value;

/**
 * The states of one role under one policy, in which any number of actors may be. Each distinct state is concretised once,
 * so that equal states of the model are the same object in Java.
 */
final class RoleStates<S> {

    private final Role<S> role;
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<S> distinct = new ArrayList<>();

    RoleStates(Role<S> role) {
        this.role = role;
    }

    Role<S> role() {
        return role;
    }

    S get(int number) {
        return distinct.get(number);
    }

    /**
     * The number of a state: the same number, the same state.
     *
     * @throws NotInModelException where a state does not come back from Java as it went there
     */
    int number(Value state) {
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        S concrete = role.concretise().apply(state);
        Value back = role.abstraction().apply(concrete);
        if (!back.equals(state)) {
            throw new NotInModelException("a state comes back from Java as another one: " + back + " instead of " + state);
        }
        distinct.add(concrete);
        numbers.put(state, distinct.size() - 1);
        return distinct.size() - 1;
    }
}
