package sfd.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import sfd.lockstep.RoleGraph;

/**
 * A folder with whole graphs, one file each, and {@code manifest.json} with their checksums, as
 * {@code traces/schemas/kit.schema.json} has it. The same models give the same octets; those of the compressed files
 * depend on the zlib of the JVM besides.
 */
public final class KitFolder {

    private static final String FORMAT = "kit, 1";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final ObjectNode manifest = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
    private final ArrayNode files = manifest.putArray("files");

    public KitFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes the file of one model. @return octets of it, compressed */
    public long add(String model, RoleGraph role) throws IOException {
        String name = model + ".steps.jsonl.gz";
        try (var file = new Measured(Files.newOutputStream(folder.resolve(name)))) {
            // No time of writing is in the gzip header.
            try (var lines = new Measured(new GZIPOutputStream(file, BUFFER));
                    Writer out = new BufferedWriter(new OutputStreamWriter(lines, StandardCharsets.UTF_8), BUFFER)) {
                new StepsFile(model, role).write(out);
                out.flush();
                files.addObject().put("file", name).put("model", model).put("role", role.role())
                        .put("states", role.graph().stateCount()).put("steps", role.graph().edgeCount())
                        .putObject("lines").put("octets", lines.octets()).put("sha256", lines.sha256());
            }
            ((ObjectNode) files.get(files.size() - 1)).put("octets", file.octets()).put("sha256", file.sha256());
            return file.octets();
        }
    }

    /** Writes the manifest, when all models are there. */
    public void close() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), manifest.toPrettyString() + "\n");
    }
}
