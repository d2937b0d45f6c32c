package io.zoombookings.workspace;

import java.net.UnknownHostException;

/** A name that others gave resolves to an address that this application must not call. */
public class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String host) {
        super(host + " resolves to an address that is not called");
    }
}
