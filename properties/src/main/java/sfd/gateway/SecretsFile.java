package sfd.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sfd.alphabet.BadLineException;
import sfd.alphabet.HexText;
import sfd.alphabet.Remark;
import sfd.octets.Octets;
import sfd.sa.Policy;
import sfd.token.Secret;
import sfd.token.Secrets;

/** Generations of QCD_SECRET, one a line as 64 hexadecimal digits, newest first. No message shows a digit of them. */
public final class SecretsFile {

    private SecretsFile() {
    }

    /** @throws BadFileException for any other content, or more generations than the policy keeps (QCD-5.1-2) */
    public static Secrets read(Path file, Policy policy) throws BadFileException {
        String text = InputFile.read(file);
        List<String> lines = text.lines().toList();
        var octets = new ArrayList<Octets>();
        for (int i = 0; i < lines.size(); i++) {
            if (Remark.in(lines.get(i)).isEmpty()) {
                octets.add(octets(file, i + 1, lines.get(i)));
            }
        }
        if (octets.isEmpty() || octets.size() > policy.generations()) {
            throw new BadFileException(file + " has " + octets.size() + " secrets, and by the policy there are 1 to "
                    + policy.generations());
        }
        var secrets = new ArrayList<Secret>();
        for (int i = 0; i < octets.size(); i++) {
            secrets.add(Secret.of(octets.size() - i, octets.get(i)));
        }
        return new Secrets(secrets);
    }

    /** A warning where others than the owner may read the file; none where the system does not tell. */
    public static Optional<String> warning(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            boolean open = permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ);
            return open ? Optional.of("warning: others may read " + file + ", and who has its secrets can end every IKE SA that "
                    + "they protect; chmod 600 keeps them") : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Octets octets(Path file, int number, String line) throws BadFileException {
        try {
            Octets octets = HexText.parse(line, 0);
            if (octets.length() == Secret.LENGTH) {
                return octets;
            }
            throw new BadLineException("a secret has " + Secret.LENGTH + " octets, not " + octets.length());
        } catch (BadLineException e) {
            throw new BadFileException(file + ", line " + number + ": " + e.getMessage());
        }
    }
}
