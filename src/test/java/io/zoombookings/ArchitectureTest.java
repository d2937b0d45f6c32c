package io.zoombookings;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zoombookings.kamelet.ZoomEventVerification;
import io.zoombookings.kamelet.ZoomServerToServer;
import io.zoombookings.secret.KeysetCommand;
import jakarta.annotation.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** The rules of the house for Java. */
class ArchitectureTest {

    /** Each may know those before it, and none behind it. */
    private static final List<String> ORDER = List.of("io.zoombookings.kamelet..", "io.zoombookings.migration..",
            "io.zoombookings.booking.event..", "io.zoombookings.secret..",
            "io.zoombookings.workspace..", "io.zoombookings.connection..", "io.zoombookings.notification..",
            "io.zoombookings.meeting..", "io.zoombookings.booking", "io.zoombookings.outcome..",
            "io.zoombookings.source..", "io.zoombookings.situation..", "io.zoombookings.web..", "io.zoombookings.operations..");

    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{[A-Z][A-Z0-9_]+[:}]");

    private final JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zoombookings");

    @Test
    void packagesKnowOnlyThoseBeforeThem() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            noClasses().that().resideInAPackage(ORDER.get(i)).should().dependOnClassesThat()
                    .resideInAnyPackage(ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new)).check(code);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        noClasses().that().resideOutsideOfPackages(ORDER.toArray(String[]::new)).and()
                .resideOutsideOfPackages("io.zoombookings").should().bePublic().allowEmptyShould(true).check(code);
    }

    @Test
    void beansGetWhatTheyNeedByTheirConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class)
                .orShould().beAnnotatedWith(Resource.class).check(code);
    }

    /** They are a library of their own, see the plugin in pom.xml that makes its jar. */
    @Test
    void whatKameletsNameKnowsNothingOfTheEngine() {
        String own = "(\\[L)?io\\.zoombookings\\.(kamelet|source\\.system)\\..*|io\\.zoombookings\\.source\\.AcknowledgedFunction.*";
        noClasses().that().haveNameMatching(own).should().dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                "io.zoombookings..", "org.springframework..").and(not(nameMatching(own)))).check(code);
    }

    /** Nothing is scanned: the application that has this library says what else it has. */
    @Test
    void everyBeanIsImportedByTheAutoConfigurationOfItsPackage() throws IOException {
        Set<String> listed = Files.readAllLines(Path.of("src/main/resources/META-INF/spring",
                AutoConfiguration.class.getName() + ".imports")).stream().collect(Collectors.toSet());
        Set<String> imported = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        for (JavaClass one : code) {
            if (one.isAnnotatedWith(OwnAutoConfiguration.class)) {
                own.add(one.getName());
                Import beans = one.isAnnotatedWith(Import.class) ? one.getAnnotationOfType(Import.class) : null;
                for (Class<?> bean : beans == null ? new Class<?>[0] : beans.value()) {
                    assertThat(bean.getPackageName()).as(bean + " is imported by another package").isEqualTo(one.getPackageName());
                    imported.add(bean.getName());
                }
            }
        }
        assertThat(listed).as("AutoConfiguration.imports").isEqualTo(own);
        for (JavaClass one : code) {
            if (one.isMetaAnnotatedWith(Component.class) && !one.isInterface() && !own.contains(one.getName())
                    && !one.isAssignableTo(ZoomBookingsApplication.class)) {
                assertThat(imported).as("Add %s to @Import of the ...AutoConfiguration of its package", one.getName())
                        .contains(one.getName());
            }
        }
    }

    @Test
    void theTimeIsTheClocks() {
        for (Class<?> time : List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
                ZonedDateTime.class)) {
            noClasses().should().callMethod(time, "now").check(code);
        }
        noClasses().that().doNotBelongToAnyOf(Ids.class).should()
                .callMethod(System.class, "currentTimeMillis").check(code);
        noClasses().that().doNotBelongToAnyOf(TimeConfiguration.class, ZoomEventVerification.class,
                ZoomServerToServer.class).should()
                .callMethod(Clock.class, "systemUTC").check(code);
    }

    @Test
    void noThreadSleepsButThatOfAnAdministratorWhoConnects() {
        noClasses().that().haveNameNotMatching(".*\\.ZoomUsers").should()
                .callMethod(Thread.class, "sleep", long.class).check(code);
    }

    @Test
    void onlyTheCommandForKeySetsPrints() {
        noClasses().that().doNotBelongToAnyOf(ZoomBookingsApplication.class, KeysetCommand.class).should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").check(code);
    }

    @Test
    void environmentVariablesAreReadInOnePlace() throws IOException {
        noClasses().should().callMethod(System.class, "getenv", String.class).check(code);
        for (String root : List.of("src/main", "routes", "kamelets")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(java|yaml|properties)")).toList()) {
                    if (!file.endsWith("src/main/resources/application.yaml")) {
                        assertThat(ENVIRONMENT.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
                    }
                }
            }
        }
    }
}
