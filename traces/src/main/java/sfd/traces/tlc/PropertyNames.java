package sfd.traces.tlc;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ITool;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.Tool;

/**
 * The names that the configuration gives to properties. TLC takes a conjunction apart and calls its parts by their own
 * names or by their places in the module; here each part has the name of the property that it is of.
 */
final class PropertyNames {

    private final Map<String, String> properties = new HashMap<>();
    private final ITool tool;

    PropertyNames(ITool tool) {
        this.tool = tool;
        Enumeration<?> names = tool.getModelConfig().getProperties().elements();
        while (names.hasMoreElements()) {
            String name = names.nextElement().toString();
            properties.put(name, name);
            OpDefNode definition = tool.getRootModule().getOpDef(name);
            if (definition != null) {
                parts(name, definition.getBody());
            }
        }
    }

    /** @param part as TLC calls it */
    String property(String part) {
        return properties.getOrDefault(part, part);
    }

    /** @return the properties with a temporal part, which a walk cannot judge */
    List<String> temporal() {
        return Arrays.stream(((Tool) tool).getImpliedTemporalNames()).map(this::property).distinct().toList();
    }

    private void parts(String property, SemanticNode node) {
        properties.putIfAbsent(node.toString(), property);
        if (!(node instanceof OpApplNode application)) {
            return;
        }
        int code = BuiltInOPs.getOpCode(application.getOperator().getName());
        if (code == ToolGlobals.OPCODE_land || code == ToolGlobals.OPCODE_cl) {
            for (SemanticNode part : application.getArgs()) {
                parts(property, part);
            }
        } else if (application.getOperator() instanceof OpDefNode definition
                && definition.getKind() == ASTConstants.UserDefinedOpKind && application.getArgs().length == 0
                && properties.putIfAbsent(definition.getName().toString(), property) == null) {
            parts(property, definition.getBody());
        }
    }
}
