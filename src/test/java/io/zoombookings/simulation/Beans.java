package io.zoombookings.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.convert.ConversionService;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.util.ClassUtils;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * The application's beans of one node, wired as Spring wires them, but in a millisecond: constructors by type, values by
 * property, transactions by annotation, events within the caller's transaction.
 */
final class Beans implements ApplicationEventPublisher {

    private static final ConversionService CONVERSION = ApplicationConversionService.getSharedInstance();
    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", null, false);
    private static final Map<String, Class<?>> COMPONENTS = components();
    private static final List<Method> LISTENERS = listeners();

    private final Map<Class<?>, Object> given;
    private final Map<String, String> properties;
    private final Set<String> absent;
    private final TransactionInterceptor transactions;
    private final Map<Class<?>, Object> made = new HashMap<>();

    /**
     * @param given  what is not of the application, by the type that its constructors ask for
     * @param absent types that no history comes to: null is handed in instead
     */
    Beans(Map<Class<?>, Object> given, Map<String, String> properties, Set<String> absent, TransactionManager manager) {
        this.given = given;
        this.properties = properties;
        this.absent = absent;
        this.transactions = new TransactionInterceptor(manager, new AnnotationTransactionAttributeSource(false));
    }

    private static Map<String, Class<?>> components() {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("io.zoombookings").forEach(bean -> {
            Class<?> type = ClassUtils.resolveClassName(bean.getBeanClassName(), Beans.class.getClassLoader());
            String name = type.getSimpleName();
            found.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), type);
        });
        return found;
    }

    private static List<Method> listeners() {
        List<Method> found = new ArrayList<>();
        COMPONENTS.values().stream().filter(type -> type.getPackageName().equals("io.zoombookings.meeting"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(EventListener.class))
                .sorted(Comparator.comparing(Method::toString)).forEach(found::add);
        found.forEach(method -> method.setAccessible(true));
        return found;
    }

    /**
     * @param name with or without our prefix
     * @throws UnknownToSimulationException if there is no such bean
     */
    Object named(String name) {
        Class<?> type = COMPONENTS.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new UnknownToSimulationException("the bean " + name);
        }
        return get(type);
    }

    <T> T get(Class<T> type) {
        Object known = given.get(type);
        if (known == null) {
            known = made.get(type);
        }
        if (known == null && !absent.contains(type.getSimpleName())) {
            if (!COMPONENTS.containsValue(type)) {
                throw new UnknownToSimulationException("where a " + type.getName() + " comes from");
            }
            known = make(type);
            made.put(type, known);
        }
        return type.cast(known);
    }

    @Override
    public void publishEvent(Object event) {
        for (Method listener : LISTENERS) {
            if (listener.getParameterTypes()[0].isInstance(event)) {
                invoke(listener, get(listener.getDeclaringClass()), event);
            }
        }
    }

    static Object invoke(Method method, Object bean, Object... arguments) {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw sneaky(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }

    private Object make(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        Constructor<?> constructor = all.length == 1 ? all[0] : Arrays.stream(all)
                .filter(one -> one.isAnnotationPresent(Autowired.class)).findFirst().orElseThrow();
        constructor.setAccessible(true);
        Object[] arguments = Arrays.stream(constructor.getParameters()).map(this::argument).toArray();
        try {
            Object bean = constructor.newInstance(arguments);
            return isTransactional(type) ? proxied(bean) : bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Object argument(Parameter parameter) {
        Value value = parameter.getAnnotation(Value.class);
        if (value == null) {
            return parameter.getType() == ApplicationEventPublisher.class ? this : get(parameter.getType());
        }
        String text = PLACEHOLDERS.replacePlaceholders(value.value(), properties::get);
        return CONVERSION.convert(text, parameter.getType());
    }

    private static boolean isTransactional(Class<?> type) {
        return type.isAnnotationPresent(Transactional.class) || Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(Transactional.class));
    }

    private Object proxied(Object bean) {
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(transactions);
        return factory.getProxy();
    }
}
