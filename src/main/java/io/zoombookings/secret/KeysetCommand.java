package io.zoombookings.secret;

import io.zoombookings.WrongConfigurationException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The command {@code keyset}: prints a new key set, or a given one with a new primary key. Runs without the application and
 * writes no file.
 */
public final class KeysetCommand {

    static final String USAGE = """
            usage: keyset                 prints a new key set for ENCRYPTION_KEYSET
                   keyset --rotate FILE   prints the key set of FILE with a new primary key; the former keys still decrypt
                   keyset --help          prints this""";

    private KeysetCommand() {
    }

    /** Whether the program's arguments ask for this command. */
    public static boolean isAsked(String... args) {
        return args.length > 0 && "keyset".equals(args[0]);
    }

    /**
     * @param args the program's arguments, {@code keyset} first
     * @return the exit code: 0, 1 for a file that holds no key set, 2 for wrong usage; then one sentence is on {@code err}
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        try {
            if (args.length == 1) {
                out.println(Keyset.generate().toJson());
            } else if (args.length == 2 && "--help".equals(args[1])) {
                out.println(USAGE);
            } else if (args.length == 3 && "--rotate".equals(args[1])) {
                out.println(KeysetLocation.read(Path.of(args[2])).rotated().toJson());
            } else {
                err.println("Wrong usage: say 'keyset', 'keyset --rotate FILE' or 'keyset --help'.");
                return 2;
            }
            return 0;
        } catch (InvalidPathException e) {
            err.println("Wrong usage: " + args[2] + " is not the name of a file.");
            return 2;
        } catch (WrongConfigurationException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
