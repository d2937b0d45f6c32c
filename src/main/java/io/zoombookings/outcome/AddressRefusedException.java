package io.zoombookings.outcome;

import java.net.UnknownHostException;

/** A callback's name resolves to an address that this application must not call. */
class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String host) {
        super(host + " resolves to an address that outcomes must not be posted to");
    }
}
