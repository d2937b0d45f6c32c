package io.zoombookings.sandbox;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which calls a fault hits. */
public final class CallMatcher {

    private final Set<Operation> operations;
    private final String user;
    private final Predicate<Call> more;

    private CallMatcher(Set<Operation> operations, String user, Predicate<Call> more) {
        this.operations = operations;
        this.user = user;
        this.more = more;
    }

    public static CallMatcher on(Operation first, Operation... others) {
        return new CallMatcher(EnumSet.of(first, others), null, call -> true);
    }

    /** All calls that carry an access token. */
    public static CallMatcher api() {
        return new CallMatcher(EnumSet.of(Operation.USER_ME, Operation.CREATE, Operation.LIST, Operation.GET,
                Operation.UPDATE, Operation.DELETE), null, call -> true);
    }

    /** Every call of programs; the consent page, which people use, is left out. */
    public static CallMatcher any() {
        return new CallMatcher(EnumSet.complementOf(EnumSet.of(Operation.AUTHORIZE)), null, call -> true);
    }

    /** Only calls on behalf of this Zoom user. */
    public CallMatcher of(String userEmail) {
        return new CallMatcher(operations, userEmail, more);
    }

    /** Only calls that also look so; headers and body are as in the ledger. */
    public CallMatcher where(Predicate<Call> condition) {
        return new CallMatcher(operations, user, more.and(condition));
    }

    boolean matches(Call call) {
        return operations.contains(call.operation()) && (user == null || user.equals(call.user())) && more.test(call);
    }
}
