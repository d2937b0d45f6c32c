package io.zoombookings.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.ClassUtils;

/**
 * The part of Camel's languages that the simulated routes are written in. What it does not know it refuses, so that a route
 * that says something new is noticed when it is read.
 */
interface Expression {

    Pattern PATH = Pattern.compile("\\$\\{(body|header|variable|exception)((?:\\.\\w+)*)}");
    Pattern COMPARISON = Pattern.compile("(\\$\\{[^}]*})\\s*(==|!=)\\s*(.+)");
    Pattern CALL = Pattern.compile("(\\w+)(?:\\((.*)\\))?");

    /** Calls a bean's method. */
    interface Caller {
        Object call(String bean, Method method, Object target, Object[] arguments, Exchange exchange);
    }

    Object in(Exchange exchange, Caller caller);

    /** Whether it asks a bean. */
    default boolean asksBean() {
        return false;
    }

    default boolean holds(Exchange exchange, Caller caller) {
        return Boolean.TRUE.equals(in(exchange, caller));
    }

    /** @param node what the field {@code expression} of the DSL holds: a language, and in it the text */
    static Expression of(JsonNode node) {
        if (node.has("simple")) {
            return simple(node.at("/simple/expression").asText());
        }
        if (node.has("constant")) {
            String text = node.at("/constant/expression").asText();
            return (exchange, caller) -> text;
        }
        if (node.has("method")) {
            return method(node.get("method"));
        }
        throw new UnknownToSimulationException("the expression " + node);
    }

    static Expression simple(String text) {
        Matcher comparison = COMPARISON.matcher(text.strip());
        if (comparison.matches()) {
            Expression left = simple(comparison.group(1));
            String right = comparison.group(3).strip();
            boolean equal = comparison.group(2).equals("==");
            String wanted = right.equals("null") ? null : right.replaceAll("^'(.*)'$", "$1");
            if (!right.matches("null|true|false|\\d+|'[^']*'")) {
                throw new UnknownToSimulationException("how to compare with " + right);
            }
            return (exchange, caller) -> {
                Object value = left.in(exchange, caller);
                return Objects.equals(value == null ? null : value.toString(), wanted) == equal;
            };
        }
        Matcher path = PATH.matcher(text.strip());
        if (!path.matches()) {
            throw new UnknownToSimulationException("the Simple expression " + text);
        }
        String root = path.group(1);
        List<String> names = path.group(2).isEmpty() ? List.of() : List.of(path.group(2).substring(1).split("\\."));
        return (exchange, caller) -> {
            Object value = switch (root) {
                case "body" -> exchange.body;
                case "exception" -> exchange.exception;
                case "header" -> exchange.headers;
                default -> exchange.variables;
            };
            for (String name : names) {
                value = value == null ? null : value instanceof Map<?, ?> map ? map.get(name) : property(value, name);
            }
            return value;
        };
    }

    private static Object property(Object value, String name) {
        return Beans.invoke(Properties.CACHE.get(value.getClass()).computeIfAbsent(name, missing -> {
            String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            return Arrays.stream(value.getClass().getMethods()).filter(method -> method.getParameterCount() == 0
                            && (List.of(name, "get" + capital, "is" + capital).contains(method.getName())))
                    .findFirst().map(method -> {
                        method.setAccessible(true);
                        return method;
                    }).orElseThrow(() -> new UnknownToSimulationException(name + " of " + value.getClass()));
        }), value);
    }

    /** Methods that read properties, found once. */
    final class Properties {

        static final ClassValue<Map<String, Method>> CACHE = new ClassValue<>() {
            @Override
            protected Map<String, Method> computeValue(Class<?> type) {
                return new ConcurrentHashMap<>();
            }
        };

        private Properties() {
        }
    }

    private static Expression method(JsonNode node) {
        Matcher call = CALL.matcher(node.path("method").asText());
        if (!call.matches()) {
            throw new UnknownToSimulationException("the method call " + node);
        }
        List<Expression> arguments = new ArrayList<>();
        boolean given = call.group(2) != null && !call.group(2).isBlank();
        if (given) {
            for (String argument : call.group(2).split(",")) {
                arguments.add(simple(argument));
            }
        }
        String name = call.group(1);
        Map<Class<?>, Method> methods = new HashMap<>();
        if (node.has("beanType")) {
            Class<?> type = ClassUtils.resolveClassName(node.get("beanType").asText(), Expression.class.getClassLoader());
            Method found = find(type, name, arguments.size());
            return (exchange, caller) -> Beans.invoke(found, null, values(arguments, exchange, caller));
        }
        String bean = node.path("ref").asText();
        return new Expression() {
            @Override
            public Object in(Exchange exchange, Caller caller) {
                Object target = exchange.beans.named(bean);
                Method found;
                synchronized (methods) {
                    found = methods.computeIfAbsent(target.getClass(), type -> find(type, name, arguments.size()));
                }
                return caller.call(bean, found, target, values(arguments, exchange, caller), exchange);
            }

            @Override
            public boolean asksBean() {
                return true;
            }
        };
    }

    private static Method find(Class<?> type, String name, int arguments) {
        Method found = Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst().orElseThrow(() -> new UnknownToSimulationException(name + " with " + arguments + " arguments of " + type));
        found.setAccessible(true);
        return found;
    }

    private static Object[] values(List<Expression> arguments, Exchange exchange, Caller caller) {
        return arguments.stream().map(argument -> argument.in(exchange, caller)).toArray();
    }
}
