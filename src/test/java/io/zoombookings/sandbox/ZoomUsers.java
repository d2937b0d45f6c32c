package io.zoombookings.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The people who have an account at the sandbox; safe for several threads. */
public final class ZoomUsers {

    /** The user that most tests and the demo connect as. */
    public static final String HOST = "host@zoom.example";
    /** Another user of the same account as {@link #HOST}. */
    public static final String COLLEAGUE = "colleague@zoom.example";
    /** A user of another account, on the free plan. */
    public static final String OTHER = "other@zoom.example";
    /** A user whose account's administrator has not approved the app. */
    public static final String UNAPPROVED = "unapproved@zoom.example";
    /** A user of a restricted account. */
    public static final String RESTRICTED = "restricted@zoom.example";

    private final Map<String, ZoomUser> byId = new LinkedHashMap<>();

    ZoomUsers() {
        add(ZoomUser.of("30R7kT7bTIKSNUFEuH_Qlg", "gVcjZnYYRLDbb_MfgHuaxg", HOST, "Hanna", "Host", Plan.PRO));
        add(ZoomUser.of("KdYKjnimT4KPd8FFgQt9FQ", "gVcjZnYYRLDbb_MfgHuaxg", COLLEAGUE, "Carl", "Colleague",
                Plan.PRO));
        add(ZoomUser.of("6y-YQmCjRcmXmLmw9Tq4xA", "MXEnQ2ZsTtyJx7Uo-9hP3w", OTHER, "Olga", "Other", Plan.FREE));
        add(ZoomUser.of("nFe2sZ4CQ0mSgZ8KQ7a1VQ", "r2oVxwZVR4W0ipQ0tPz1Mg", UNAPPROVED, "Uma", "Unapproved",
                Plan.BUSINESS).withStanding(ZoomUser.Standing.NEEDS_APPROVAL));
        add(ZoomUser.of("Xb1oUe3LTfaTyqDd8eGkPw", "pQv5NnLbS1uYk0w2Jc8aRA", RESTRICTED, "Rita", "Restricted",
                Plan.FREE).withStanding(ZoomUser.Standing.RESTRICTED));
    }

    public synchronized ZoomUser add(ZoomUser user) {
        byId.put(user.id(), user);
        return user;
    }

    public synchronized List<ZoomUser> all() {
        return List.copyOf(byId.values());
    }

    /** @throws NoSuchElementException if there is none */
    public ZoomUser byEmail(String email) {
        return find(email).orElseThrow(() -> new NoSuchElementException("No Zoom user " + email));
    }

    public synchronized ZoomUser byId(String id) {
        return byId.get(id);
    }

    /** Changes a user, for example {@code change(HOST, user -> user.withPlan(FREE))}. */
    public synchronized ZoomUser change(String email, UnaryOperator<ZoomUser> change) {
        return add(change.apply(byEmail(email)));
    }

    /** A user by id or email address. */
    synchronized Optional<ZoomUser> find(String idOrEmail) {
        return byId.values().stream()
                .filter(user -> user.id().equals(idOrEmail) || user.email().equalsIgnoreCase(idOrEmail)).findFirst();
    }
}
