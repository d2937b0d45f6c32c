package io.zoombookings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/** What a page is to say after a redirect, in a form that {@link SessionStorage} can write: plain lists and maps. */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class StoredFlashMaps extends AbstractFlashMapManager {

    private static final String ATTRIBUTE = "flash";
    private static final String PATH = "path";
    private static final String EXPIRES = "expires";
    private static final String SAYS = "says";

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof List<?> stored)) {
            return null;
        }
        List<FlashMap> maps = new ArrayList<>();
        for (Object one : stored) {
            if (one instanceof Map<?, ?> map) {
                maps.add(flashMap(map));
            }
        }
        return maps;
    }

    private static FlashMap flashMap(Map<?, ?> stored) {
        FlashMap map = new FlashMap();
        map.setTargetRequestPath((String) stored.get(PATH));
        map.setExpirationTime(Long.parseLong((String) stored.get(EXPIRES)));
        ((Map<?, ?>) stored.get(SAYS)).forEach((name, value) -> map.put((String) name, value));
        return map;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        List<Map<String, Object>> stored = new ArrayList<>();
        for (FlashMap map : maps) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(PATH, map.getTargetRequestPath());
            one.put(EXPIRES, String.valueOf(map.getExpirationTime()));
            one.put(SAYS, new LinkedHashMap<>(map));
            stored.add(one);
        }
        request.getSession().setAttribute(ATTRIBUTE, stored.isEmpty() ? null : stored);
    }
}
