package io.zoombookings.simulation;

/**
 * A node of the application: its beans with what they keep in memory, until it dies.
 *
 * @param life which one, from 1
 */
record Node(String name, int life, Beans beans) {

    @Override
    public String toString() {
        return life == 1 ? name : name + "'".repeat(life - 1);
    }
}
