package io.zoombookings.connection;

/** How workspaces stand with Zoom, for people to look at. */
public interface ConnectionOverview {

    ConnectionView view(String workspace);
}
