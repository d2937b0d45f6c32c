package io.zoombookings.connection;

/**
 * The one seam between calls to Zoom and the grants that sign them. Small on purpose: it could sit behind camel-oauth's
 * {@code OAuthClientAuthenticationFactory} one day. Safe for several threads and nodes.
 */
public interface ZoomTokens {

    /**
     * @param workspace the workspace whose connection signs the call
     * @return an access token that is valid for at least a minute; refreshed first where it is not
     * @throws ZoomNotConnectedException if the workspace has no grant, or the grant is gone
     * @throws ZoomTokenUnavailableException if a refresh is needed and Zoom does not answer it now; the grant stays
     */
    String accessToken(String workspace);

    /**
     * Called when Zoom refused {@code refused}: one refresh for all who ask at the same time, on whatever node; a token
     * that was replaced meanwhile is returned as it is.
     *
     * @throws ZoomNotConnectedException as above
     * @throws ZoomTokenUnavailableException as above
     */
    String replacement(String workspace, String refused);
}
