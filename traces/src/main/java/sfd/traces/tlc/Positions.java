package sfd.traces.tlc;

import tlc2.tool.Action;
import tlc2.tool.INextStateFunctor;
import tlc2.tool.ITool;
import tlc2.tool.TLCState;
import tlc2.tool.impl.CallStackTool;

/** Where in the model an evaluation fails: TLC knows only when it evaluates again, keeping a stack. */
final class Positions {

    private Positions() {
    }

    /** @return TLC's text of nested positions, the innermost last; empty where it does not fail again */
    static String of(ITool tool, TLCState state) {
        var again = new CallStackTool(tool);
        try {
            again.getNextStates(new Judging(again), state);
            return "";
        } catch (RuntimeException expected) {
            return again.toString();
        }
    }

    /** Evaluates of each successor all that a walk evaluates. */
    private record Judging(ITool tool) implements INextStateFunctor {

        @Override
        public Object addElement(TLCState state) {
            return this;
        }

        @Override
        public Object addElement(TLCState before, Action action, TLCState after) {
            for (Action invariant : tool.getInvariants()) {
                tool.isValid(invariant, after);
            }
            for (Action implied : tool.getImpliedActions()) {
                tool.isValid(implied, before, after);
            }
            return this;
        }
    }
}
