package io.zoombookings.sandbox;

/** A Zoom account's plan with its rate limits; a limit per day of 0 is none. */
public enum Plan {
    FREE(1, 4, 2, 6000, 2000),
    PRO(2, 30, 20, 0, 0),
    BUSINESS(2, 80, 60, 0, 0);

    final int userType;
    private final int lightPerSecond;
    private final int mediumPerSecond;
    private final int lightPerDay;
    private final int mediumPerDay;

    Plan(int userType, int lightPerSecond, int mediumPerSecond, int lightPerDay, int mediumPerDay) {
        this.userType = userType;
        this.lightPerSecond = lightPerSecond;
        this.mediumPerSecond = mediumPerSecond;
        this.lightPerDay = lightPerDay;
        this.mediumPerDay = mediumPerDay;
    }

    int perSecond(String label) {
        return label.equals("Medium") ? mediumPerSecond : lightPerSecond;
    }

    int perDay(String label) {
        return label.equals("Medium") ? mediumPerDay : lightPerDay;
    }
}
