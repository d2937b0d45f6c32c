package io.zoombookings.web;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Puts our controllers, what our pages look like, and the links in them, below the base path; those of others stay where they are. */
@Configuration(proxyBeanMethods = false)
class BasePathConfiguration {

    @Bean("zoomBookings.basePath")
    WebMvcConfigurer basePath(OwnAddresses addresses) {
        return new WebMvcConfigurer() {
            @Override
            public void configurePathMatch(PathMatchConfigurer paths) {
                if (!addresses.base().isEmpty()) {
                    paths.addPathPrefix(addresses.base(), type -> type.getPackageName().startsWith("io.zoombookings")
                            && type != ErrorPages.class);
                }
            }

            /** Not in a folder that Spring Boot serves by itself: its files would be the application's own addresses. */
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry files) {
                files.addResourceHandler(addresses.base() + "/assets/**")
                        .addResourceLocations("classpath:/io/zoombookings/assets/").setCacheControl(CacheControl.noCache());
            }
        };
    }

    @Bean("zoomBookings.links")
    SmartInitializingSingleton links(ObjectProvider<SpringTemplateEngine> engine, OwnAddresses addresses) {
        return () -> {
            if (!addresses.base().isEmpty()) {
                engine.ifAvailable(pages -> pages.addLinkBuilder(new Links(addresses.base())));
            }
        };
    }

    private static final class Links extends StandardLinkBuilder {

        private final String base;

        Links(String base) {
            this.base = base;
            setOrder(0);
        }

        @Override
        protected String computeContextPath(IExpressionContext context, String link, Map<String, Object> parameters) {
            boolean ours = context instanceof IWebContext web
                    && web.getExchange().getAttributeValue(RequestPath.WITHIN) instanceof String path && !path.isEmpty();
            String root = super.computeContextPath(context, link, parameters);
            return ours ? root + base : root;
        }
    }
}
