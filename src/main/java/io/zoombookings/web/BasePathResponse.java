package io.zoombookings.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Sends browsers and programs on to our addresses where they are: below the base path. */
class BasePathResponse extends HttpServletResponseWrapper {

    private final String root;

    /** @param root context path and base path */
    BasePathResponse(HttpServletResponse response, String root) {
        super(response);
        this.root = root;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(placed(location));
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, HttpHeaders.LOCATION.equalsIgnoreCase(name) ? placed(value) : value);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, HttpHeaders.LOCATION.equalsIgnoreCase(name) ? placed(value) : value);
    }

    private String placed(String location) {
        boolean path = location != null && location.startsWith("/") && !location.startsWith("//");
        return path && !location.equals(root) && !location.startsWith(root + "/") ? root + location : location;
    }
}
