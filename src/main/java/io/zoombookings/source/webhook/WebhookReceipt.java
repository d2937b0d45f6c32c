package io.zoombookings.source.webhook;

import io.zoombookings.booking.DoorReply;

/**
 * What came of a request to the door for webhooks.
 *
 * @param claim the webhook that is to be worked on now, or null
 */
public record WebhookReceipt(WebhookClaim claim, DoorReply reply) {
}
