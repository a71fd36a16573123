package sfd.traces.tlc;

import java.util.Arrays;
import java.util.List;
import tlc2.tool.ITool;
import tlc2.tool.impl.Tool;

/** The names of a model's properties that have a temporal part. */
final class TemporalNames {

    private TemporalNames() {
    }

    static List<String> of(ITool tool) {
        return Arrays.stream(((Tool) tool).getImpliedTemporalNames()).distinct().toList();
    }
}
