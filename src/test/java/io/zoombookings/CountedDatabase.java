package io.zoombookings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the applications of this JVM ask of their databases: transactions, also those of a single statement, and
 * statements by their text. What looks around by the clock is left out: it costs the same however many bookings there are.
 */
public final class CountedDatabase implements BeanPostProcessor {

    private static final Pattern BY_THE_CLOCK = Pattern.compile("timer:|-look|quartz|scheduler|_Worker-|HikariPool|cleanup|api-key",
            Pattern.CASE_INSENSITIVE);
    private static final AtomicLong TRANSACTIONS = new AtomicLong();
    private static final Map<String, AtomicLong> STATEMENTS = new ConcurrentHashMap<>();

    public static void reset() {
        TRANSACTIONS.set(0);
        STATEMENTS.clear();
    }

    public static long transactions() {
        return TRANSACTIONS.get();
    }

    /** How often each statement was sent; a batch is sent once. */
    public static Map<String, Long> statements() {
        Map<String, Long> counts = new TreeMap<>();
        STATEMENTS.forEach((sql, count) -> counts.put(sql, count.get()));
        return counts;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database && !(bean instanceof Counted) ? new Counted(database) : bean;
    }

    private static boolean counts() {
        return !BY_THE_CLOCK.matcher(Thread.currentThread().getName()).find();
    }

    private static void transaction() {
        if (counts()) {
            TRANSACTIONS.incrementAndGet();
        }
    }

    private static final class Counted extends DelegatingDataSource {

        private Counted(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection());
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return counted(super.getConnection(username, password));
        }
    }

    private static Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") || method.getName().equals("rollback") && arguments == null) {
                        transaction();
                    }
                    Object result = call(connection, method, arguments);
                    return method.getName().equals("prepareStatement")
                            ? counted(connection, (PreparedStatement) result, (String) arguments[0]) : result;
                });
    }

    private static PreparedStatement counted(Connection connection, PreparedStatement statement, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute") && counts()) {
                        STATEMENTS.computeIfAbsent(sql.replaceAll("\\s+", " ").strip(), text -> new AtomicLong()).incrementAndGet();
                        if (connection.getAutoCommit()) {
                            transaction();
                        }
                    }
                    return call(statement, method, arguments);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
