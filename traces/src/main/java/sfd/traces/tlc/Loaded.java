package sfd.traces.tlc;

import java.nio.file.Files;
import tlc2.output.EC;
import tlc2.tool.ITool;
import tlc2.tool.impl.FastTool;

/** A model as TLC has read it. */
final class Loaded {

    private Loaded() {
    }

    /** @throws TlcException where a file is missing, TLC refuses the model, or an assumption is false */
    static ITool tool(Model model, Modules files, Console console) {
        requireFiles(model);
        try {
            ITool tool = new FastTool(name(model), config(model), files);
            if (tool.checkAssumptions() != EC.NO_ERROR) {
                throw new TlcException(Complaint.of(model, Complaint.line(console.text(), "")));
            }
            return tool;
        } catch (TlcException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new TlcException(Complaint.of(model, Complaint.line(console.text(), String.valueOf(e.getMessage()))), e);
        }
    }

    static void requireFiles(Model model) {
        if (!Files.isRegularFile(model.module())) {
            throw new TlcException("no module " + model.module());
        }
        if (!Files.isRegularFile(model.config())) {
            throw new TlcException("no configuration " + model.config());
        }
        if (!model.module().getFileName().toString().endsWith(".tla")
                || !model.config().getFileName().toString().endsWith(".cfg")) {
            throw new TlcException("a model is a .tla and a .cfg file, not " + model.module() + " and " + model.config());
        }
    }

    /** @return the module's name, as TLC wants it */
    static String name(Model model) {
        return model.module().getFileName().toString().replaceFirst("\\.tla$", "");
    }

    /** @return the configuration's name without its ending, as TLC wants it */
    static String config(Model model) {
        return model.config().getFileName().toString().replaceFirst("\\.cfg$", "");
    }
}
