package sfd.traces.tlc;

import java.nio.file.Path;
import tlc2.TLC;
import tlc2.TLCGlobals;

/** The other end of {@link Checker}: the one run of TLC in a JVM. Its output is one line, see {@link Verbatim}. */
final class CheckerProcess {

    private static final String WORKERS = "1";

    private CheckerProcess() {
    }

    /** @param arguments name of the model, module, configuration, folder for TLC's files */
    public static void main(String[] arguments) {
        var model = new Model(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
        Checked checked;
        try (Console console = new Console()) {
            checked = run(model, arguments[3], console);
        }
        System.out.println(Verbatim.line(checked));
        System.out.flush();
        // TLC may have left threads that would keep the JVM.
        Runtime.getRuntime().halt(0);
    }

    private static Checked run(Model model, String scratch, Console console) {
        TLC tlc = new TLC();
        tlc.setResolver(new Modules(model));
        String[] arguments = {"-workers", WORKERS, "-deadlock", "-cleanup", "-fp", "0", "-metadir", scratch,
                "-config", Loaded.config(model), Loaded.name(model)};
        if (!tlc.handleParameters(arguments)) {
            return new Checked.Failed(Checked.Totals.NONE, Complaint.oneLine(console.text()));
        }
        tlc.process();
        return Report.of(model, console, TLCGlobals.mainChecker);
    }
}
