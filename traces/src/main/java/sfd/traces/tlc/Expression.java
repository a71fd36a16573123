package sfd.traces.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/**
 * An expression of a module as the TLA+ parser reads it.
 *
 * @param operator the parser's name of what is applied: of an operator of the module its own, of TLA+'s own such as {@code \land},
 *     {@code $ConjList}, {@code $IfThenElse}, {@code $Case}, {@code $Pair}, {@code $Except}; {@link #NUMBER}, {@link #LET} or
 *     {@link #OTHER} where nothing is
 * @param place of its text, without brackets around it
 * @param parts arguments, then the sets that bound variables range over; of a LET what it defines, then its body. OTHER of a CASE
 *     is a pair of one part
 */
public record Expression(String operator, Place place, List<Expression> parts) {

    public static final String NUMBER = "number";
    public static final String LET = "let";
    public static final String OTHER = "other";

    /** An operator that a module defines. */
    public record Definition(String name, Expression body) {
    }

    static Expression of(SemanticNode node) {
        return switch (node) {
            case OpApplNode application -> new Expression(application.getOperator().getName().toString(), place(node), parts(application));
            case LetInNode let -> new Expression(LET, place(node),
                    Stream.concat(Stream.of(let.getLets()).map(OpDefNode::getBody), Stream.of(let.getBody())).map(Expression::of).toList());
            case NumeralNode number -> new Expression(NUMBER, place(node), List.of());
            default -> new Expression(OTHER, place(node), List.of());
        };
    }

    private static List<Expression> parts(OpApplNode application) {
        var parts = new ArrayList<Expression>();
        for (ExprOrOpArgNode argument : application.getArgs()) {
            if (argument != null) {
                parts.add(of(argument));
            }
        }
        if (application.getBdedQuantBounds() != null) {
            for (SemanticNode bound : application.getBdedQuantBounds()) {
                parts.add(of(bound));
            }
        }
        return List.copyOf(parts);
    }

    private static Place place(SemanticNode node) {
        Location at = node.getTreeNode().getLocation();
        return new Place(at.beginLine(), at.beginColumn(), at.endLine(), at.endColumn());
    }
}
