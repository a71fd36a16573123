package sfd.simulation;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Turns a property round: it must fail, and shrinking must leave a few happenings. */
final class ShrinksToLittle implements AroundPropertyHook {

    private static final String LITTLE = "[1-6] happenings: NoLiveTokenInClearProp";

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        String said = result.throwable().map(Throwable::getMessage).orElse("nothing");
        if (result.status() != PropertyExecutionResult.Status.FAILED) {
            return result.mapToFailed("a wrong maker was not found");
        }
        return said.matches(LITTLE) ? result.mapToSuccessful() : result.mapToFailed("what is left is not little: " + said);
    }
}
