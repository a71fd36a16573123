package sfd.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Chromium without a window, one page at a time. */
record Chromium(Path program, Path scratch) {

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
    }

    static Chromium in(Path scratch) {
        return new Chromium(Path.of("chromium"), scratch);
    }

    /** The document as it stands when the page's scripts have run; what it said on its console is in {@link #console}. */
    String dom(Path page) throws IOException, InterruptedException {
        return run(List.of("--dump-dom", "--enable-logging=stderr", page.toUri().toString()));
    }

    String console() throws IOException {
        return String.join("\n", Files.readAllLines(scratch.resolve("err")).stream().filter(it -> it.contains("CONSOLE")).toList());
    }

    void picture(Path page, int width, int height, boolean dark, Path to) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("--hide-scrollbars", "--window-size=" + width + "," + height, "--screenshot=" + to));
        if (dark) {
            options.add("--blink-settings=preferredColorScheme=0");
        }
        options.add(page.toUri().toString());
        run(options);
    }

    private String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--user-data-dir=" + scratch.resolve("profile")));
        command.addAll(options);
        Path out = scratch.resolve("out");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(scratch.resolve("err").toFile()).start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("Chromium did not end within 90 s");
        }
        return Files.readString(out);
    }
}
