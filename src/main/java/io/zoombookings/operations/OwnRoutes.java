package io.zoombookings.operations;

import io.zoombookings.WrongConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Adds our route files to the Camel context, after those of the application that we are in and whatever it says about where
 * its own lie. {@code zoom-bookings.routes.<file>.enabled=false} leaves a file out, {@code .location} names another one, such
 * as {@code file:/etc/bookings/booking-inbound.camel.yaml}, in its place.
 */
@Component
class OwnRoutes implements CamelContextConfiguration {

    private static final String PREFIX = "zoom-bookings.routes";
    private static final String ENDING = ".camel.yaml";
    /** Routes without their policies would not say what failed. */
    private static final String POLICIES = "error-policies";

    /** What comes in over HTTP. */
    private static final Set<String> DOORS = Set.of("booking-inbound", "booking-webhooks", "zoom-events");

    private final Environment environment;

    OwnRoutes(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(files(context));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeCamelException("The routes could not be loaded", e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // They run by now.
    }

    private List<Resource> files(CamelContext context) throws IOException {
        TreeMap<String, org.springframework.core.io.Resource> own = own();
        refuseUnknown(own.keySet());
        List<Resource> wanted = new ArrayList<>();
        for (var file : own.entrySet()) {
            String property = PREFIX + "." + file.getKey();
            String elsewhere = environment.getProperty(property + ".location", "");
            boolean closed = DOORS.contains(file.getKey())
                    && !environment.getProperty("zoom-bookings.web.enabled", Boolean.class, true);
            if (closed || !environment.getProperty(property + ".enabled", Boolean.class, true)) {
                if (file.getKey().equals(POLICIES)) {
                    throw new WrongConfigurationException(
                            property + ".enabled must be true: it says what happens when the other routes fail.");
                }
            } else if (elsewhere.isEmpty()) {
                wanted.add(ResourceHelper.fromBytes("classpath:routes/" + file.getKey() + ENDING,
                        StreamUtils.copyToByteArray(file.getValue().getInputStream())));
            } else {
                wanted.add(existing(context, property, elsewhere));
            }
        }
        return wanted;
    }

    private static Resource existing(CamelContext context, String property, String location) {
        Resource resource = PluginHelper.getResourceLoader(context).resolveResource(location);
        if (!resource.exists()) {
            throw new WrongConfigurationException(property + ".location must be a route file that exists.");
        }
        return resource;
    }

    /** Those that lie where this class does: the application may have a folder of the same name. */
    private static TreeMap<String, org.springframework.core.io.Resource> own() throws IOException {
        String us = OwnRoutes.class.getName().replace('.', '/') + ".class";
        URL here = OwnRoutes.class.getClassLoader().getResource(us);
        String root = here.toString().substring(0, here.toString().length() - us.length());
        TreeMap<String, org.springframework.core.io.Resource> files = new TreeMap<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*" + ENDING)) {
            if (file.getURL().toString().startsWith(root)) {
                files.put(file.getFilename().substring(0, file.getFilename().length() - ENDING.length()), file);
            }
        }
        return files;
    }

    /** A name that is none would leave on what somebody wanted to be off. */
    private void refuseUnknown(Set<String> names) {
        Set<String> known = names.stream().map(OwnRoutes::plain).collect(Collectors.toSet());
        Binder.get(environment).bind(PREFIX, Bindable.mapOf(String.class, Object.class)).ifBound(given ->
                given.keySet().stream().map(name -> name.replaceFirst("\\..*", ""))
                        .filter(name -> !known.contains(plain(name))).findFirst().ifPresent(name -> {
                            throw new WrongConfigurationException(PREFIX + "." + name
                                    + " names no route file; there are " + String.join(", ", names) + ".");
                        }));
    }

    /** As an environment variable has it. */
    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
