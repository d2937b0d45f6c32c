package io.zoombookings.simulation;

import io.zoombookings.booking.Accepted;
import io.zoombookings.meeting.MeetingAction;
import io.zoombookings.meeting.Work;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Defects that are put between the application and the histories, so that these can show that they find them; the
 * application has no switch for them.
 */
enum Plant {

    NONE(""),

    ADOPTED_FORGOTTEN("a meeting that was adopted is never looked at again") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            Object result = call.get();
            if (method.equals("created") && work(arguments).action() == MeetingAction.ADOPT) {
                forget(history, work(arguments));
            }
            return result;
        }
    },

    LEASE_NOT_HELD("the lease is not checked right before a surplus meeting is deleted") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            return method.equals("holdOn") ? null : call.get();
        }
    },

    CANCELLATION_LOST("a cancellation is settled while a create may still take effect") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            Object result = call.get();
            if (Set.of("settle", "deleted").contains(method) && work(arguments).row().cancelled()) {
                forget(history, work(arguments));
            }
            return result;
        }
    },

    NOT_LOOKED_UP("nothing is looked up before a create is repeated") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            Object result = call.get();
            return method.equals("begin") && result instanceof Work work ? with(work, "lookup", false) : result;
        }
    },

    ADOPTION_FORGETS("an adoption that fails forgets why it was looked up") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            Object result = call.get();
            if (method.equals("failed") && arguments[0] instanceof Work work && work.lookedUp()
                    && work.action() == MeetingAction.ADOPT) {
                forget(history, work);
            }
            return result;
        }
    },

    DELETION_FORGETS("a surplus deletion that fails forgets why it was looked up") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            Object result = call.get();
            if (method.equals("failed") && arguments[0] instanceof Work work && !work.surplus().isEmpty()) {
                forget(history, work);
            }
            return result;
        }
    },

    LEASE_NOT_COMPARED("the lease is not compared when work is finished") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            if (Set.of("created", "updated", "deleted", "linkRead", "settle", "failed").contains(method)
                    && arguments[0] instanceof Work work) {
                history.laboratory.database.jdbc().update("update occurrence set lease = ? where id = ?", work.lease(),
                        work.row().id());
            }
            return call.get();
        }
    },

    MAIL_BEFORE_COMMIT("mails are planned and handed over before that is committed which they tell") {
        @Override
        boolean mailsBeforeCommit() {
            return true;
        }
    },

    UPDATE_NOT_RECORDED("that an update was sent is not on record before (mended in 632d6e4)") {
        @Override
        Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
            Object result = call.get();
            List<?> claimed = method.equals("due") && result instanceof List<?> all ? all
                    : method.equals("accept") ? ((Accepted) result).work() : List.of();
            claimed.stream().filter(Work.class::isInstance).map(Work.class::cast)
                    .filter(work -> work.action() == MeetingAction.UPDATE).forEach(work ->
                            history.laboratory.database.jdbc().update("""
                                    update occurrence set applied = ?, update_attempt_at = null where id = ?""",
                                    work.row().applied(), work.row().id()));
            if (method.equals("failed") && arguments[0] instanceof Work work && work.action() == MeetingAction.UPDATE) {
                history.laboratory.database.jdbc().update("update occurrence set update_attempt_at = null where id = ?",
                        work.row().id());
            }
            return result;
        }
    };

    final String words;

    Plant(String words) {
        this.words = words;
    }

    /**
     * @param method that a route is about to call of a bean
     * @param call   does it
     */
    Object around(History history, String method, Object[] arguments, Supplier<Object> call) {
        return call.get();
    }

    /** Whether mails that were planned in a transaction are on their way before its commit, which may fail. */
    boolean mailsBeforeCommit() {
        return false;
    }

    private static Work work(Object[] arguments) {
        return (Work) arguments[0];
    }

    /** All that says that Zoom is to be looked at again. */
    private static void forget(History history, Work work) {
        history.laboratory.database.jdbc().update("""
                update occurrence set create_attempt_at = null, recheck = false, rechecks = 0, look_at = null,
                  due_at = case when meeting_state in ('CREATED', 'CANCELLED') then null else due_at end
                where id = ? and lease is null""", work.row().id());
    }

    /** The same work with another value of one component. */
    private static Work with(Work work, String component, Object value) {
        try {
            RecordComponent[] components = Work.class.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getName().equals(component) ? value : components[i].getAccessor().invoke(work);
            }
            Constructor<Work> constructor = Work.class.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
