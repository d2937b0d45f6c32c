package io.zoombookings.notification.letter;

import io.zoombookings.notification.letter.LetterView.Button;
import io.zoombookings.notification.letter.LetterView.Fact;
import io.zoombookings.notification.letter.LetterView.Mark;
import io.zoombookings.notification.letter.LetterView.Row;
import io.zoombookings.notification.letter.LetterView.Value;
import java.util.List;

/**
 * The built-in {@code letter.html} in Java: what does not change is one constant, what does is appended. It costs a
 * twentieth of the template, which remains as the model for an installation's own; a test compares the two. A new one for
 * each letter.
 */
final class HtmlLetter {

    private static final String HEAD = """
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            """;
    private static final String STYLE = """
            <style>
            :root{color-scheme:light dark;supported-color-schemes:light dark}
            @media (max-width:480px){
            .outer{padding:0!important}
            .card{border-radius:0!important;border-left:0!important;border-right:0!important}
            .pad{padding-left:20px!important;padding-right:20px!important}
            .label, .value{display:block!important;width:auto!important}
            .label{padding-bottom:2px!important}
            .value{padding-top:0!important;border-top:0!important}
            .wide{width:100%!important}
            .wide a{display:block!important;text-align:center!important}
            }
            @media (prefers-color-scheme:dark){
            .page{background:#0f1216!important}
            .card{background:#1a1e24!important;border-color:#2c323a!important}
            .ink{color:#e9ecef!important}
            .soft{color:#a3adb8!important}
            .line{border-color:#2c323a!important}
            .link{color:#8ab4ff!important}
            .mark{background:#4a3a06!important;color:#ffe6a1!important}
            .panel{background:#33201f!important}
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f3f4f6;-webkit-text-size-adjust:100%">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#f3f4f6">""";
    private static final String TABLE = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";
    private static final String OUTER = "<tr><td align=\"center\" class=\"outer\" style=\"padding:32px 12px\">\n"
            + "<!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->\n"
            + TABLE + " class=\"card\" style=\"max-width:600px;background:#ffffff;border:1px solid #e2e5e9;border-radius:12px;"
            + "border-collapse:separate;overflow:hidden;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,"
            + "'Helvetica Neue',Arial,'Hiragino Sans','Noto Sans CJK JP','PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;"
            + "line-height:1.5;color:#1d2329;overflow-wrap:anywhere;word-break:break-word\">\n"
            + "<tr><td height=\"6\" style=\"height:6px;line-height:6px;font-size:0\" bgcolor=\"";
    private static final String FOOT = "</td></tr>\n</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n"
            + "</body>\n</html>\n";
    private static final String WAS = "<span class=\"soft\" style=\"font-size:13px;color:#5b6570\">";
    private static final String SMALL = "<span class=\"soft\" style=\"font-size:14px;color:#5b6570\">";
    private static final String NEW_WINDOW = "target=\"_blank\" rel=\"noopener noreferrer\" style=\"";

    private final LetterView view;
    private final StringBuilder out = new StringBuilder(8192);

    private HtmlLetter(LetterView view) {
        this.view = view;
    }

    static String of(LetterView view) {
        return new HtmlLetter(view).write();
    }

    private String write() {
        put("<!DOCTYPE html>\n<html lang=\"").text(view.language()).put("\" dir=\"").text(view.direction()).put("\">\n<head>\n");
        put(HEAD).put("<title>").text(view.subject()).put("</title>\n").put(STYLE).text(view.preheader());
        put("&#847;&zwnj;&nbsp;".repeat(12)).put("</div>\n").put(TABLE).put(" class=\"page\" style=\"background:#f3f4f6\" dir=\"")
                .text(view.direction()).put("\" lang=\"").text(view.language()).put("\">\n").put(OUTER)
                .put(view.accent().colour()).put("\">&nbsp;</td></tr>\n");
        begin("28px 36px 0");
        put("<h1 style=\"margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:700\">").text(view.heading()).put("</h1>\n");
        paragraph(view.greeting());
        view.paragraphs().forEach(this::paragraph);
        end();
        trouble();
        meeting();
        rows();
        facts();
        put("<tr><td class=\"pad\" style=\"padding:20px 36px 28px\">\n<p class=\"soft line\" style=\"margin:0;padding-top:16px;"
                + "border-top:1px solid #e2e5e9;font-size:13px;line-height:1.5;color:#5b6570\">");
        view.hints().forEach(hint -> put("<span>").text(hint).put("</span><br>"));
        put("<span>").text(view.footer()).put("</span></p>\n").put(FOOT);
        return out.toString();
    }

    private void trouble() {
        if (view.trouble().isEmpty()) {
            return;
        }
        begin("12px 36px 0");
        put(TABLE).put(" class=\"panel\" style=\"background:#fdf0ef;border-radius:8px;border-collapse:separate\"><tr><td "
                + "style=\"padding:6px 18px 14px;font-size:15px\">");
        for (Fact fact : view.trouble()) {
            put("<p class=\"soft\" style=\"margin:8px 0 0;font-size:14px;color:#5b6570\">").text(fact.label())
                    .put("</p><p style=\"margin:0\">");
            lines(fact.values(), value -> put("<span dir=\"auto\">").text(value.text()).put("</span>"));
            put("</p>");
        }
        put("</td></tr></table>\n");
        end();
    }

    private void meeting() {
        if (view.title() == null && view.button() == null) {
            return;
        }
        begin("16px 36px 0");
        if (view.title() != null) {
            put("<p style=\"margin:0;font-size:18px;line-height:1.35;font-weight:600\"><span dir=\"auto\">").text(view.title())
                    .put("</span></p>\n");
        }
        if (view.titleWas() != null) {
            put("<p class=\"soft\" style=\"margin:2px 0 0;font-size:14px;color:#5b6570\">").text(view.titleWas().lead())
                    .put(" <s dir=\"auto\">").text(view.titleWas().text()).put("</s></p>\n");
        }
        if (view.when() != null) {
            put("<p style=\"margin:6px 0 0\">");
            lines(view.when(), this::time);
            put("</p>\n");
        }
        if (view.button() != null) {
            button(view.button());
        }
        end();
    }

    private void time(Value value) {
        switch (value.mark()) {
            case BEFORE -> put(SMALL).text(value.lead()).put(" <s>").text(value.text()).put("</s></span>");
            case MUTED -> put(SMALL).text(value.text()).put("</span>");
            default -> marked(value);
        }
    }

    private void marked(Value value) {
        switch (value.mark()) {
            case AFTER -> put("<b class=\"mark\" style=\"background:#fff1c2;color:#4d3800\">").text(value.lead()).put(" ")
                    .text(value.text()).put("</b>");
            case CANCELLED -> put("<s class=\"soft\" style=\"color:#5b6570\">").text(value.text()).put("</s>");
            default -> put("<b>").text(value.text()).put("</b>");
        }
    }

    private void button(Button button) {
        put("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" class=\"wide\" style=\"margin:18px 0 14px;"
                + "border-collapse:separate\"><tr><td bgcolor=\"#0b5cff\" style=\"border-radius:8px;background:#0b5cff;"
                + "mso-padding-alt:14px 28px\"><a ").put(NEW_WINDOW).put("display:inline-block;padding:14px 28px;font-size:16px;"
                + "line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px\" href=\"").text(button.url())
                .put("\">").text(button.label()).put("</a></td></tr></table>\n<p class=\"soft\" style=\"margin:0;font-size:13px;"
                + "line-height:1.45;color:#5b6570\">").text(button.hint()).put("<br><a dir=\"ltr\" class=\"link\" ").put(NEW_WINDOW)
                .put("color:#0b5cff;word-break:break-all\" href=\"").text(button.url()).put("\">").text(button.url())
                .put("</a></p>\n");
    }

    private void rows() {
        if (view.rows().isEmpty()) {
            return;
        }
        begin("20px 36px 0");
        put("<p style=\"margin:0 0 2px;font-weight:600\">").text(view.rowsLabel()).put("</p>\n<p class=\"soft\" style=\"margin:0 0 8px;"
                + "font-size:14px;color:#5b6570\">").text(view.rowsNote()).put("</p>\n<table width=\"100%\" cellpadding=\"0\" "
                + "cellspacing=\"0\" border=\"0\" style=\"font-size:15px;line-height:1.45\">\n");
        view.rows().forEach(this::row);
        put("</table>\n");
        end();
    }

    private void row(Row row) {
        put("<tr><td class=\"line ink\" valign=\"top\" style=\"padding:12px 0;border-top:1px solid #e2e5e9\">");
        if (row.was() != null) {
            put(WAS).text(row.was().lead()).put(" <s>").text(row.was().text()).put("</s></span><br>");
        }
        marked(row.time());
        if (row.elsewhere() != null) {
            put("<br>").put(WAS).text(row.elsewhere()).put("</span>");
        }
        if (row.join() != null) {
            put("<br><a dir=\"ltr\" class=\"link\" style=\"font-size:13px;color:#0b5cff;word-break:break-all\" href=\"")
                    .text(row.join().url()).put("\">").text(row.join().url()).put("</a>");
            if (!row.access().isEmpty()) {
                put("<br>").put(WAS).text(String.join(" · ", row.access())).put("</span>");
            }
        }
        put("</td><td class=\"line ink\" width=\"96\" valign=\"top\" align=\"").put(view.end())
                .put("\" style=\"padding:12px 0;border-top:1px solid #e2e5e9\">");
        if (row.state() != null) {
            put("<b class=\"soft\" style=\"font-size:13px;color:#5b6570\">").text(row.state()).put("</b>")
                    .put(row.join() == null ? "" : "<br>");
        }
        if (row.join() != null) {
            put("<a ").put(NEW_WINDOW).put("display:inline-block;padding:6px 14px;background:#0b5cff;border-radius:6px;color:#ffffff;"
                    + "font-size:14px;font-weight:600;text-decoration:none\" href=\"").text(row.join().url()).put("\">")
                    .text(row.join().label()).put("</a>");
        }
        put("</td></tr>\n");
    }

    private void facts() {
        if (view.facts().isEmpty()) {
            return;
        }
        begin("20px 36px 0");
        put("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"font-size:15px;line-height:1.5\">\n");
        for (Fact fact : view.facts()) {
            put("<tr><th scope=\"row\" class=\"label line soft\" valign=\"top\" width=\"128\" align=\"").put(view.start())
                    .put("\" style=\"padding:10px 12px 10px 0;border-top:1px solid #e2e5e9;font-weight:400;color:#5b6570 ;text-align:")
                    .put(view.start()).put("\">").text(fact.label()).put("</th><td class=\"value line ink\" valign=\"top\" "
                    + "style=\"padding:10px 0;border-top:1px solid #e2e5e9\">");
            lines(fact.values(), this::fact);
            put("</td></tr>\n");
        }
        put("</table>\n");
        end();
    }

    private void fact(Value value) {
        if (value.mark() == Mark.MUTED) {
            put(SMALL).text(value.lead() == null ? value.text() : value.lead() + ' ' + value.text()).put("</span>");
        } else if (value.href() != null) {
            put("<a dir=\"auto\" class=\"link\" style=\"color:#0b5cff;text-decoration:none\" href=\"").text(value.href()).put("\">")
                    .text(value.text()).put("</a>");
        } else {
            put("<span dir=\"auto\">").text(value.text()).put("</span>");
        }
    }

    private void lines(List<Value> values, java.util.function.Consumer<Value> line) {
        for (int i = 0; i < values.size(); i++) {
            put(i == 0 ? "" : "<br>");
            line.accept(values.get(i));
        }
    }

    private void begin(String padding) {
        put("<tr><td class=\"pad ink\" style=\"padding:").put(padding).put("\">\n");
    }

    private void end() {
        put("</td></tr>\n");
    }

    private void paragraph(String paragraph) {
        put("<p style=\"margin:0 0 8px\">").text(paragraph).put("</p>\n");
    }

    private HtmlLetter put(String html) {
        out.append(html);
        return this;
    }

    /** In text and in attributes alike: the five characters that mean something there. */
    private HtmlLetter text(String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(one);
            }
        }
        return this;
    }
}
