package sfd.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import sfd.sa.Event;
import sfd.sa.Policy;

/** Conditions on the shape of a role's function. */
final class Signatures {

    private Signatures() {
    }

    static ArchCondition<JavaMethod> takeAnEventLast() {
        return new ArchCondition<>("take the policy first and the event last") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<JavaClass> taken = method.getRawParameterTypes();
                boolean fits = !taken.isEmpty() && taken.getFirst().isEquivalentTo(Policy.class)
                        && taken.getLast().isEquivalentTo(Event.class);
                events.add(new SimpleConditionEvent(method, fits, method.getFullName() + " takes other things"));
            }
        };
    }

    static ArchCondition<JavaMethod> declareNoException() {
        return new ArchCondition<>("declare no exception") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, method.getExceptionTypes().isEmpty(),
                        method.getFullName() + " declares an exception"));
            }
        };
    }
}
