package io.zoombookings.notification.letter;

import java.util.List;

/**
 * What a letter says, in the recipient's words: the one object, {@code view}, that the templates {@code letter.html}
 * and {@code letter.txt} arrange. All strings are ready to be shown and, in HTML, to be escaped.
 *
 * @param language  BCP 47
 * @param direction {@code ltr} or {@code rtl}
 * @param preheader what mail programs show beside the subject
 * @param trouble   what is wrong and what to do about it, where the letter is about that
 * @param title     of the booking, or null
 * @param titleWas  the former title, or null
 * @param button    null where there is nothing to click
 * @param when      date, time and zone of a single date, else null
 * @param facts     the rest of what there is to know, in the order to show it
 * @param rows      the dates of a series, none for a single one
 * @param rowsNote  of which zone the rows' times are, or null
 * @param hints     one sentence each
 */
public record LetterView(
        String language, String direction, Accent accent, String subject, String preheader,
        String heading, String greeting, List<String> paragraphs, List<Fact> trouble,
        String title, Value titleWas, List<Value> when, Button button, List<Fact> facts,
        String rowsLabel, List<Row> rows, String rowsNote, List<String> hints, String footer) {

    /** The side on which lines begin: {@code left} or {@code right}. */
    public String start() {
        return direction.equals("rtl") ? "right" : "left";
    }

    /** The side on which lines end. */
    public String end() {
        return direction.equals("rtl") ? "left" : "right";
    }

    /** The mood of a letter. */
    public enum Accent {
        GOOD("#0b5cff"), CHANGED("#9a6700"), CANCELLED("#b3261e"), PROBLEM("#b3261e");

        private final String colour;

        Accent(String colour) {
            this.colour = colour;
        }

        /** As HTML writes it. */
        public String colour() {
            return colour;
        }
    }

    /** How a value is to be marked. */
    public enum Mark {
        PLAIN, BEFORE, AFTER, MUTED, CANCELLED
    }

    /**
     * A place to go to.
     *
     * @param url  http or https
     * @param hint introduces the address in full
     */
    public record Button(String label, String url, String hint) {
    }

    /**
     * A label with its values.
     *
     * @param name what it is, for templates that pick: {@code host}, {@code guests}, {@code notes}, …
     */
    public record Fact(String name, String label, List<Value> values) {
    }

    /**
     * A line.
     *
     * @param lead stands before it, such as "Previously:", or null
     * @param href where it leads, or null
     */
    public record Value(Mark mark, String lead, String text, String href) {
    }

    /**
     * A date of a series.
     *
     * @param time      its time and zone-independent remarks, marked
     * @param was       what the recipient was told before, or null
     * @param elsewhere the host's local time, or null
     * @param state     such as "Cancelled", or null
     * @param join      null where there is no link
     * @param access    meeting id and passcode
     */
    public record Row(Value time, Value was, String elsewhere, String state, Button join, List<String> access) {
    }
}
