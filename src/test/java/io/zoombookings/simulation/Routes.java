package io.zoombookings.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The application's own route files, read as they are: a history runs what stands in them, step by step. So nothing keeps the
 * simulation in line with the routes but the routes.
 */
final class Routes {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** What histories come to. */
    private static final List<String> FILES = List.of("booking-event", "meeting-sync", "meeting-lookup", "meeting-adoption",
            "meeting-link", "meeting-update", "booking-enrichment", "booking-cancellation", "notification-mail", "zoom-events",
            "housekeeping");

    sealed interface Step permits Set, Call, Send, Read, Choose, Split, Loop {
    }

    /** @param variable null: the body */
    record Set(String variable, Expression value) implements Step {
    }

    /** A bean that changes neither body nor variables. */
    record Call(Expression value) implements Step {
    }

    /** @param full whether a message is dropped where another one waits already */
    record Send(String uri, Map<String, Expression> parameters, String sent, String received, boolean full) implements Step {
    }

    /** JSON becomes a Map. */
    record Read(String sent, String received) implements Step {
    }

    record Branch(Expression when, List<Step> steps) {
    }

    record Choose(List<Branch> branches, List<Step> otherwise) implements Step {
    }

    record Split(Expression items, boolean grouped, List<Step> steps) implements Step {
    }

    record Loop(Expression whilst, List<Step> steps) implements Step {
    }

    /** @param policy null: failures travel back to the caller */
    record Route(String id, String policy, List<Step> steps) {
    }

    /** @param continued whether the route goes on after the steps */
    record Policy(List<Step> steps, boolean continued) {
    }

    private final Map<String, Route> byUri = new HashMap<>();
    private final Map<String, Route> byId = new HashMap<>();
    private final Map<String, Policy> policies = new HashMap<>();

    private Routes() {
    }

    static Routes read() {
        Routes routes = new Routes();
        FILES.forEach(file -> read(file).forEach(routes::route));
        read("error-policies").forEach(routes::policy);
        return routes;
    }

    private static JsonNode read(String file) {
        try {
            Resource resource = new PathMatchingResourcePatternResolver().getResource("classpath:routes/" + file + ".camel.yaml");
            return YAML.readTree(resource.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Route from(String uri) {
        Route route = byUri.get(uri);
        if (route == null) {
            throw new UnknownToSimulationException("a route that begins with " + uri);
        }
        return route;
    }

    Route id(String id) {
        return byId.get(id);
    }

    boolean has(String uri) {
        return byUri.containsKey(uri);
    }

    Policy policy(String id) {
        return policies.get(id);
    }

    private void route(JsonNode item) {
        JsonNode node = item.path("route");
        Route route = new Route(node.path("id").asText(), node.path("routeConfigurationId").asText(null),
                steps(node.at("/from/steps")));
        byUri.put(node.at("/from/uri").asText(), route);
        byId.put(route.id(), route);
    }

    private void policy(JsonNode item) {
        JsonNode node = item.path("routeConfiguration");
        if (!List.of("worker", "mailer", "poller", "zoom-door").contains(node.path("id").asText())) {
            return;
        }
        JsonNode only = node.path("onException").path(0).path("onException");
        policies.put(node.path("id").asText(), new Policy(steps(only.path("steps")), only.has("continued")));
    }

    private static List<Step> steps(JsonNode nodes) {
        List<Step> steps = new ArrayList<>();
        nodes.forEach(node -> node.properties().forEach(one -> {
            Step step = step(one.getKey(), one.getValue());
            if (step != null) {
                steps.add(step);
            }
        }));
        return List.copyOf(steps);
    }

    private static Step step(String kind, JsonNode node) {
        return switch (kind) {
            case "setBody" -> new Set(null, Expression.of(node.path("expression")));
            case "setVariable" -> new Set(node.path("name").asText(), Expression.of(node.path("expression")));
            case "bean" -> new Call(Expression.of(wrapped(node)));
            case "to" -> new Send(node.path("uri").asText(), parameters(node.path("parameters")),
                    node.path("variableSend").asText(null), node.path("variableReceive").asText(null),
                    node.at("/parameters/discardWhenFull").asBoolean());
            case "unmarshal" -> new Read(node.path("variableSend").asText(), node.path("variableReceive").asText());
            case "filter" -> new Choose(List.of(branch(node)), List.of());
            case "choice" -> {
                List<Branch> branches = new ArrayList<>();
                node.path("when").forEach(when -> branches.add(branch(when)));
                yield new Choose(branches, steps(node.at("/otherwise/steps")));
            }
            case "split" -> new Split(Expression.of(node.path("expression")), node.has("aggregationStrategy"),
                    steps(node.path("steps")));
            case "loop" -> new Loop(Expression.of(node.path("expression")), steps(node.path("steps")));
            case "log" -> null;
            default -> throw new UnknownToSimulationException("the step " + kind);
        };
    }

    private static Branch branch(JsonNode node) {
        return new Branch(Expression.of(node.path("expression")), steps(node.path("steps")));
    }

    private static JsonNode wrapped(JsonNode bean) {
        return YAML.createObjectNode().set("method", bean);
    }

    private static Map<String, Expression> parameters(JsonNode node) {
        Map<String, Expression> parameters = new HashMap<>();
        node.properties().forEach(one -> {
            if (one.getValue().asText().startsWith("${")) {
                parameters.put(one.getKey(), Expression.simple(one.getValue().asText()));
            }
        });
        return parameters;
    }
}
