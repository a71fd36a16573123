package sfd.traces.tlc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sfd.traces.graph.Trace;
import sfd.traces.value.Value;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.ITool;
import tlc2.tool.TLCState;
import tlc2.util.Context;
import tlc2.value.IValue;

/**
 * A breadth-first walk over all that a model reaches, with TLC as the evaluator.
 *
 * <p>TLC keeps static state: one walk at a time. Opening waits for other threads to close theirs.
 */
public final class Walk implements AutoCloseable {

    private final Console console;
    private final Modules files;
    private final ITool tool;
    private final Conversion conversion = new Conversion();

    private Walk(Model model, Console console) {
        this.console = console;
        this.files = new Modules(model);
        this.tool = Loaded.tool(model, files, console);
    }

    /**
     * Reads the model.
     *
     * @throws TlcException          where a file is missing or TLC refuses it
     * @throws IllegalStateException where this thread has one open already
     */
    public static Walk open(Model model) {
        TlcState.take();
        Console console = new Console();
        try {
            return new Walk(model, console);
        } catch (RuntimeException | Error e) {
            console.close();
            TlcState.release();
            throw e;
        }
    }

    /**
     * The value of a constant operator of the model's module, such as {@code Policies}, or of a constant that the
     * configuration sets.
     *
     * @return nothing where the module has neither
     * @throws TlcException where it takes arguments, depends on the state, or cannot be evaluated
     */
    public Optional<Value> constant(String name) {
        OpDefNode operator = tool.getRootModule().getOpDef(name);
        return operator == null ? declared(name) : Optional.of(defined(operator));
    }

    private Optional<Value> declared(String name) {
        for (OpDeclNode constant : tool.getRootModule().getConstantDecls()) {
            if (constant.getName().toString().equals(name)) {
                Object given = tool.lookup(constant);
                return Optional.of(given instanceof OpDefNode operator
                        ? defined(operator)
                        : Evaluation.of(console, () -> conversion.of((IValue) given)));
            }
        }
        return Optional.empty();
    }

    private Value defined(OpDefNode operator) {
        if (operator.getArity() > 0 || operator.getLevel() != LevelConstants.ConstantLevel) {
            throw new TlcException(operator.getName() + " is no constant operator");
        }
        return Evaluation.of(console,
                () -> conversion.of(tool.eval(operator.getBody(), Context.Empty, TLCState.Empty)));
    }

    /**
     * Walks the whole graph; a violation does not stop it.
     *
     * @throws TlcException where TLC cannot evaluate something, or a state and a cause do not determine what follows
     */
    public Walked run(Progress progress) {
        return run(progress, Long.MAX_VALUE);
    }

    /**
     * Walks the beginning of the graph.
     *
     * @param most transitions after which no further state is left; what leads on from a state that is left is there in full
     * @throws TlcException where TLC cannot evaluate something, or a state and a cause do not determine what follows
     */
    public Walked run(Progress progress, long most) {
        return Evaluation.of(console, () -> new Expansion(tool, conversion, progress).run(most));
    }

    /**
     * One behaviour by chance, and what else might have happened in the states on its way: judged, and in the graph.
     *
     * @param most states that are left
     * @throws TlcException as {@link #run}
     */
    public Walked behaviour(Random random, int most) {
        return Evaluation.of(console, () -> new Expansion(tool, conversion, Progress.NONE).behaviour(random, most));
    }

    /** @return the operators that one of the modules defines, in the order of its text */
    public List<Expression.Definition> definitions(String module) {
        return Arrays.stream(tool.getRootModule().getOpDefs())
                .filter(it -> it.getTreeNode() != null && it.getLocation().source().equals(module) && it.getBody() != null)
                .sorted(Comparator.comparing(OpDefNode::getLocation))
                .map(it -> new Expression.Definition(it.getName().toString(), Expression.of(it.getBody()))).toList();
    }

    /**
     * The path of a lasso, with what happens from state to state: along the stem, and once round the loop.
     *
     * @throws TlcException where the model has not that path
     */
    public Trace along(Lasso lasso) {
        return Evaluation.of(console, () -> new Along(tool, conversion).of(lasso.round()));
    }

    /** @return the modules that TLC has asked for, the model's own and the standard ones, without their endings, sorted */
    public List<String> modules() {
        return files.asked();
    }

    @Override
    public void close() {
        console.close();
        TlcState.release();
    }
}
