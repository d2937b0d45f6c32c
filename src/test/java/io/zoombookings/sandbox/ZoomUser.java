package io.zoombookings.sandbox;

/**
 * A person at Zoom.
 *
 * @param mayHost          false once the subscription no longer allows scheduling meetings
 * @param passcodeRequired whether meetings of this user get a passcode when none is given
 */
public record ZoomUser(String id, String accountId, String email, String firstName, String lastName, Plan plan,
                       String timeZone, Standing standing, boolean mayHost, boolean passcodeRequired) {

    /** What Zoom says when the user wants to add an app. */
    public enum Standing { ACTIVE, NEEDS_APPROVAL, RESTRICTED }

    public static ZoomUser of(String id, String accountId, String email, String firstName, String lastName, Plan plan) {
        return new ZoomUser(id, accountId, email, firstName, lastName, plan, "Europe/Berlin", Standing.ACTIVE,
                true, true);
    }

    public ZoomUser withPlan(Plan other) {
        return new ZoomUser(id, accountId, email, firstName, lastName, other, timeZone, standing, mayHost,
                passcodeRequired);
    }

    public ZoomUser withTimeZone(String other) {
        return new ZoomUser(id, accountId, email, firstName, lastName, plan, other, standing, mayHost,
                passcodeRequired);
    }

    public ZoomUser withStanding(Standing other) {
        return new ZoomUser(id, accountId, email, firstName, lastName, plan, timeZone, other, mayHost,
                passcodeRequired);
    }

    public ZoomUser withMayHost(boolean may) {
        return new ZoomUser(id, accountId, email, firstName, lastName, plan, timeZone, standing, may,
                passcodeRequired);
    }

    public ZoomUser withPasscodeRequired(boolean required) {
        return new ZoomUser(id, accountId, email, firstName, lastName, plan, timeZone, standing, mayHost, required);
    }

    String displayName() {
        return firstName + ' ' + lastName;
    }
}
