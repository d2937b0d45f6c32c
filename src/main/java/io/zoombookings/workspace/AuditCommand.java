package io.zoombookings.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zoombookings.TimeConfiguration;
import io.zoombookings.secret.EmbeddedDatabaseConfiguration;
import io.zoombookings.secret.SecretsConfiguration;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The command {@code audit}: says whether the audit log is whole, or prints it. Reads the database of the configuration and
 * changes nothing; the embedded one only while no application has it open.
 */
public final class AuditCommand {

    static final String USAGE = """
            usage: audit verify    says whether every entry of the audit log is there and says what it said
                   audit export    prints the entries, one JSON object a line, in the order of their chain
            configured as the application is; further arguments are properties, --name=value""";

    private AuditCommand() {
    }

    /** Whether the program's arguments ask for this command. */
    public static boolean isAsked(String... args) {
        return args.length > 0 && "audit".equals(args[0]);
    }

    /**
     * @param args the program's arguments, {@code audit} first
     * @return the exit code: 0, 1 if the log is not whole or cannot be read, 2 for wrong usage
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        boolean known = args.length > 1 && List.of("verify", "export").contains(args[1]);
        if (!known || Arrays.stream(args).skip(2).anyMatch(arg -> !arg.startsWith("--"))) {
            err.println(USAGE);
            return 2;
        }
        String[] properties = Stream.concat(Arrays.stream(args).skip(2), Stream.of("--logging.level.root=off"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF).logStartupInfo(false).run(properties)) {
            AuditChain chain = context.getBean(AuditChain.class);
            return "verify".equals(args[1]) ? verify(chain, out) : export(chain, out);
        } catch (RuntimeException | JsonProcessingException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            err.println("The audit log cannot be read: " + cause.getMessage());
            return 1;
        }
    }

    private static int verify(AuditChain chain, PrintStream out) {
        AuditChain.Report report = chain.verify();
        report.findings().forEach(out::println);
        out.println((report.findings().isEmpty() ? "The audit log is whole: " : "The audit log is not whole: ")
                + report.entries() + " entries, " + report.waiting() + " not chained yet, " + report.erased()
                + " without what an erasure took out of them.");
        return report.findings().isEmpty() ? 0 : 1;
    }

    private static int export(AuditChain chain, PrintStream out) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        long after = 0;
        for (List<AuditChain.Link> page = chain.page(after); !page.isEmpty(); page = chain.page(after)) {
            for (AuditChain.Link entry : page) {
                out.println(json.writeValueAsString(entry));
                after = entry.position();
            }
        }
        return 0;
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    @Import({EmbeddedDatabaseConfiguration.class, SecretsConfiguration.class, AuditChain.class, TimeConfiguration.class})
    static class Beans {
    }
}
