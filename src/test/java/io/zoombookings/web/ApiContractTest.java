package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document, read by a parser that is none of ours, against the running application. */
@Tag("database")
class ApiContractTest extends RunningApplication {

    private static final SwaggerParseResult PARSED = parse();
    /** What is not for programs of others, or described elsewhere. */
    private static final Set<String> APART = Set.of("GET /api-docs", "GET /integrations/zoom/callback");

    private static final Pattern FUNCTION = Pattern.compile("\\((GET|PUT|POST|DELETE) && (/[^)]+)\\)");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired
    CamelContext camel;
    @Autowired
    @Qualifier("zoomBookings.bookingSystemsMapping")
    RouterFunctionMapping bookingSystemsMapping;

    private record Call(String method, String path, Operation operation) {

        boolean isSecured() {
            return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        }

        boolean isFor(String scheme) {
            return operation.getSecurity().stream().anyMatch(way -> way.containsKey(scheme));
        }

        boolean inWorkspace() {
            return path.startsWith("/api/workspaces/{workspace}");
        }

        /** The address, with values that exist nowhere but the workspace. */
        String at(String workspace) {
            return path.replace("{workspace}", workspace).replace("{bookingId}", "no-such-booking")
                    .replace("{source}", "calcom").replace("{id}", "018f0000-0000-7000-8000-000000000001")
                    .replace("{email}", "nobody@clinic.example").replaceAll("\\{.*?}", "018f0000-0000-7000-8000-000000000001")
                    + (path.endsWith("/personal-data") ? "?email=nobody@clinic.example" : "");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static SwaggerParseResult parse() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readLocation(Path.of("src", "main", "resources", "openapi.yaml").toUri().toString(), null,
                options);
    }

    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<String, PathItem> path : PARSED.getOpenAPI().getPaths().entrySet()) {
            for (Map.Entry<HttpMethod, Operation> operation : path.getValue().readOperationsMap().entrySet()) {
                calls.add(new Call(operation.getKey().name(), path.getKey(), operation.getValue()));
            }
        }
        return calls;
    }

    @Test
    void aStrictParserHasNothingAgainstTheDocument() {
        OpenAPI document = PARSED.getOpenAPI();

        assertThat(PARSED.getMessages()).isEmpty();
        assertThat(calls()).hasSizeGreaterThan(20).extracting(call -> call.operation().getOperationId()).doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(document.getWebhooks()).isNotEmpty();
        assertThat(calls()).allSatisfy(call -> assertThat(call.operation().getSecurity()).as(call.toString()).isNotNull());
    }

    @Test
    void describesEveryAddressForProgramsAndNoOther() {
        Set<String> served = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().forEach(pattern ->
                mapping.getMethodsCondition().getMethods().forEach(method -> served.add(method + " " + pattern))));
        Matcher function = FUNCTION.matcher(String.valueOf(bookingSystemsMapping.getRouterFunction()));
        while (function.find()) {
            served.add(function.group(1) + " " + function.group(2));
        }
        camel.getRoutes().forEach(route -> {
            String uri = route.getEndpoint().getEndpointBaseUri();
            if (uri.startsWith("platform-http:")) {
                served.add(((org.apache.camel.component.platform.http.PlatformHttpEndpoint) route.getEndpoint())
                        .getHttpMethodRestrict() + " " + uri.replaceFirst("platform-http:(//)?", "").replace("%7B", "{").replace("%7D", "}"));
            }
        });
        Set<String> described = new TreeSet<>();
        calls().forEach(call -> described.add(call.toString()));

        assertThat(served).containsAll(described);
        described.removeAll(APART);
        served.removeIf(one -> !one.matches("\\w+ /(api|integrations/zoom/events|schemas|openapi|asyncapi).*")
                || APART.contains(one));
        assertThat(described).containsAll(served);
    }

    @Test
    void whoMayNotComeInIsAnsweredAsDescribed() {
        List<String> wrong = new ArrayList<>();
        String mine = newWorkspace();
        String key = "Bearer " + apiKeys.create(mine, "key", "root").secret();
        for (Call call : calls()) {
            if (!call.isSecured()) {
                continue;
            }
            expect(wrong, call, call(call.method(), call.at(mine), null, body(call)), 401);
            if (!call.isFor("bearer")) {
                expect(wrong, call, call(call.method(), call.at(mine), key, body(call)), 403);
            }
            if (call.inWorkspace()) {
                expect(wrong, call, call(call.method(), call.at("no-such-workspace"), ROOT, body(call)), 404);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsWrongIsAnsweredAsDescribed() {
        List<String> wrong = new ArrayList<>();
        String workspace = newWorkspace();
        for (Call call : calls()) {
            if (!call.isSecured() || call.operation().getRequestBody() == null) {
                continue;
            }
            expect(wrong, call, call(call.method(), call.at(workspace), ROOT, "no JSON"), 400);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsAskedOfNothingIsAnsweredAsDescribed() {
        List<String> wrong = new ArrayList<>();
        String workspace = newWorkspace();
        for (Call call : calls()) {
            if (call.isSecured() && call.operation().getRequestBody() == null) {
                HttpResponse<String> answer = call(call.method(), call.at(workspace), ROOT, null);
                if (!call.operation().getResponses().containsKey(String.valueOf(answer.statusCode()))) {
                    wrong.add(call + " does not describe " + answer.statusCode() + ": " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String body(Call call) {
        return call.operation().getRequestBody() == null ? null : "{}";
    }

    private static void expect(List<String> wrong, Call call, HttpResponse<String> answer, int status) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != status || !type.startsWith("application/problem+json")) {
            wrong.add(call + " does not answer " + status + " but " + answer.statusCode() + " " + type + " " + answer.body());
        } else if (!call.operation().getResponses().containsKey(String.valueOf(status))) {
            wrong.add(call + " does not describe " + status);
        }
    }
}
