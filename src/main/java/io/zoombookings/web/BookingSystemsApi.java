package io.zoombookings.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.booking.event.FieldProblem;
import io.zoombookings.source.webhook.BookingWebhooks;
import io.zoombookings.source.webhook.WebhookSettings;
import io.zoombookings.source.webhook.WebhookSource;
import io.zoombookings.source.webhook.WebhookSources;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Audit;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * The booking systems of a workspace, as administrators' programs set them up; who may is decided before it gets here. The
 * address of one is also that to which it posts, which a Camel route takes: a controller's mapping would refuse that method.
 */
@Configuration(proxyBeanMethods = false)
class BookingSystemsApi {

    private static final String ALL = "/api/workspaces/{workspace}/webhooks";
    private static final String ONE = ALL + "/{source}";
    /** Before Camel's mapping, which comes before all others and refuses the methods that are no route's. */
    private static final int FIRST = -2;

    private final WebhookSources sources;
    private final BookingWebhooks webhooks;
    private final Access access;
    private final Audit audit;

    /** @param address to register at the booking system */
    record Shown(String address, @JsonUnwrapped WebhookSources.Overview system) {
    }

    BookingSystemsApi(WebhookSources sources, BookingWebhooks webhooks, Access access, Audit audit) {
        this.sources = sources;
        this.webhooks = webhooks;
        this.access = access;
        this.audit = audit;
    }

    @Bean("zoomBookings.bookingSystemsMapping")
    RouterFunctionMapping bookingSystemsMapping(ObjectMapper json, OwnAddresses addresses) {
        String all = addresses.base() + ALL;
        String one = addresses.base() + ONE;
        RouterFunctionMapping mapping = new RouterFunctionMapping(RouterFunctions.route()
                .GET(all, this::list).PUT(one, this::put).DELETE(one, this::remove)
                .onError(InvalidInputException.class, (wrong, request) -> wrongFields((InvalidInputException) wrong))
                .build());
        mapping.setMessageConverters(List.of(new MappingJackson2HttpMessageConverter(json)));
        mapping.setOrder(FIRST);
        return mapping;
    }

    private ServerResponse list(ServerRequest request) {
        String workspace = request.pathVariable("workspace");
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(sources.list(workspace).stream()
                .map(system -> new Shown(webhooks.address(workspace, system.source()), system)).toList());
    }

    private ServerResponse put(ServerRequest request) throws ServletException, IOException {
        Optional<WebhookSource> source = WebhookSource.of(request.pathVariable("source"));
        if (source.isEmpty()) {
            return missing();
        }
        String workspace = request.pathVariable("workspace");
        WebhookSettings settings = read(request);
        boolean trusted = caller(request).map(Administrator::allWorkspaces).orElse(false);
        List<FieldProblem> wrong = sources.problems(source.get(), settings, trusted);
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong.stream()
                    .map(field -> new InvalidInputException.Field(field.pointer(), field.detail())).toList());
        }
        sources.put(workspace, source.get(), settings, trusted);
        record(request, "webhook.changed", settings.apiUrl());
        return ServerResponse.noContent().build();
    }

    private ServerResponse remove(ServerRequest request) {
        Optional<WebhookSource> source = WebhookSource.of(request.pathVariable("source"));
        if (source.isEmpty() || !sources.remove(request.pathVariable("workspace"), source.get())) {
            return missing();
        }
        record(request, "webhook.removed", null);
        return ServerResponse.noContent().build();
    }

    private static WebhookSettings read(ServerRequest request) throws ServletException, IOException {
        try {
            return request.body(WebhookSettings.class);
        } catch (HttpMessageNotReadableException e) {
            throw new InvalidInputException(List.of(new InvalidInputException.Field("", "must be a JSON object of strings")));
        }
    }

    private Optional<Administrator> caller(ServerRequest request) {
        return request.principal().map(Authentication.class::cast).flatMap(access::administrator);
    }

    private void record(ServerRequest request, String action, String detail) {
        audit.record(request.pathVariable("workspace"), caller(request).map(Administrator::username).orElseThrow(), action,
                request.pathVariable("source"), detail);
    }

    private static ServerResponse wrongFields(InvalidInputException wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
        problem.setProperty("errors", wrong.fields());
        return ServerResponse.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ServerResponse missing() {
        return ServerResponse.status(HttpStatus.NOT_FOUND).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                        "There is no such booking system, or it is not set up."));
    }
}
