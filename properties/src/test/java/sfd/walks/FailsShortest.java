package sfd.walks;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Turns a property round: it must fail, and shrinking must leave a path as short as the shortest there is, drawn. */
final class FailsShortest implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        String said = result.throwable().map(Throwable::getMessage).orElse("nothing");
        if (result.status() != PropertyExecutionResult.Status.FAILED) {
            return result.mapToFailed("a wrong role went along with the graph");
        }
        int shortest = GraphWalkProperties.shortestPathOfTheWrongTaker();
        return said.startsWith("after " + shortest + " events") && said.contains("  " + shortest + ". ")
                ? result.mapToSuccessful()
                : result.mapToFailed("a path of " + shortest + " events is not what is left, but: " + said);
    }
}
