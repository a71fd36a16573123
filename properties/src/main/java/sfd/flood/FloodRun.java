package sfd.flood;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.security.SecureRandom;

/** The same flood at an echo and at a maker, one after the other, and what the one is to the other. */
public final class FloodRun {

    private static final String ADDRESS = "127.0.0.1";

    private FloodRun() {
    }

    /**
     * Runs it and prints a table.
     *
     * @param mainClass of the tool, that starts the peer
     * @param datagrams of each flood
     * @param perSecond datagrams a second, 0 for as fast as it goes
     * @return true if every honest request was answered, the peer's memory grew by less than 32 MiB, and it printed no line per packet
     */
    public static boolean run(String mainClass, long datagrams, long perSecond, PrintStream out) throws IOException, InterruptedException {
        long pause = perSecond == 0 ? 0 : 1_000_000_000 / perSecond;
        Flood.Seen echo;
        try (Target target = Target.echo(ADDRESS)) {
            echo = new Flood(target).run(datagrams, pause);
        }
        Path secrets = Files.createTempFile("flood", ".secrets",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Flood.Seen maker;
        try {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            Files.writeString(secrets, HexFormat.of().formatHex(secret) + "\n");
            try (Target target = Target.maker(ADDRESS, mainClass, secrets)) {
                maker = new Flood(target).run(datagrams, pause);
            }
        } finally {
            Files.delete(secrets);
        }
        print(out, echo, maker);
        return maker.flooded().answered() >= maker.flooded().asked() - 1
                && maker.memoryAfter() - maker.memoryBefore() < 32L << 20
                && maker.lines() < 60 * (maker.seconds() + 2);
    }

    private static void print(PrintStream out, Flood.Seen echo, Flood.Seen maker) {
        out.println("| flood of requests with unknown SPIs | UDP echo | maker | ratio |");
        out.println("|---|---:|---:|---:|");
        row(out, "datagrams", echo.sent(), maker.sent());
        row(out, "datagrams a second", echo.rate(), maker.rate());
        row(out, "honest requests meanwhile", echo.flooded().asked(), maker.flooded().asked());
        row(out, "answered at last, %", share(echo.flooded().answered(), echo.flooded()), share(maker.flooded().answered(), maker.flooded()));
        row(out, "answered at the first transmission, %", share(echo.flooded().answeredAtFirst(), echo.flooded()),
                share(maker.flooded().answeredAtFirst(), maker.flooded()));
        row(out, "delay before the flood, median, ms", echo.quiet().delay(0.5), maker.quiet().delay(0.5));
        row(out, "delay, median, ms", echo.flooded().delay(0.5), maker.flooded().delay(0.5));
        row(out, "delay, 99 %, ms", echo.flooded().delay(0.99), maker.flooded().delay(0.99));
        row(out, "memory before, MiB", echo.memoryBefore() / 1048576.0, maker.memoryBefore() / 1048576.0);
        row(out, "memory after, MiB", echo.memoryAfter() / 1048576.0, maker.memoryAfter() / 1048576.0);
        out.println("lines printed by the maker during the flood: " + maker.lines());
    }

    private static double share(int part, Honest of) {
        return 100.0 * part / Math.max(1, of.asked());
    }

    private static void row(PrintStream out, String what, double echo, double maker) {
        out.println(String.format(Locale.ROOT, "| %s | %,.2f | %,.2f | %.2f |", what, echo, maker, maker / echo));
    }
}
