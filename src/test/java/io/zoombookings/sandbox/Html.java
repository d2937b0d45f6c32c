package io.zoombookings.sandbox;

/** Plain pages without scripts. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark;--line:color-mix(in srgb,CanvasText 16%,Canvas);
            --soft:color-mix(in srgb,CanvasText 5%,Canvas);--blue:#0b5cff}
            *{box-sizing:border-box}
            body{font:15px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}
            header{background:var(--blue);color:#fff;padding:.8rem 1.5rem;font-weight:600}
            header a{color:#fff;text-decoration:none} main{max-width:76rem;margin:0 auto;padding:1.5rem}
            main.narrow{max-width:34rem} h1{font-size:1.4rem;margin:.2rem 0 1rem} h2{font-size:1.1rem;margin:2rem 0 .5rem}
            table{border-collapse:collapse;width:100%;font-size:.9rem} .scroll{overflow-x:auto}
            th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
            th{font-weight:600;background:var(--soft)} td.mono,code,pre{font-family:ui-monospace,monospace;font-size:.85rem}
            pre{background:var(--soft);padding:.8rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}
            form{display:inline} fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.6rem 1rem}
            label{display:block;padding:.3rem 0} ul{padding-left:1.2rem}
            button{font:inherit;padding:.35rem .9rem;border-radius:.4rem;border:1px solid var(--line);background:var(--soft);
            color:inherit;cursor:pointer} button.primary{background:var(--blue);border-color:var(--blue);color:#fff}
            .gone{opacity:.6} .muted{opacity:.7;font-size:.85rem} .buttons{display:flex;gap:.6rem;flex-wrap:wrap}
            iframe{width:100%;height:32rem;border:1px solid var(--line);border-radius:.5rem;background:#fff}
            """;

    private Html() {
    }

    /** @param head more for the head, or an empty string; @param mainClass {@code narrow} or an empty string */
    public static String page(String product, String title, String head, String mainClass, String main) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + escape(title)
                + "</title>" + head + "<style>" + STYLE + "</style></head><body><header><a href=\"/\">"
                + escape(product) + "</a></header><main class=\"" + mainClass + "\"><h1>" + escape(title) + "</h1>"
                + main + "</main></body></html>";
    }

    public static String escape(Object text) {
        String value = String.valueOf(text);
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
