package io.zoombookings.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random history of bookings in several workspaces; the same seed gives the same one.
 *
 * @param lanes what arrives, each lane in its order, one lane beside the other
 */
record History(long seed, List<Lane> lanes, List<Truth> truths) {

    static final History EMPTY = new History(0, List.of(), List.of());

    /** The events of one booking in order of arrival. */
    record Lane(int workspace, String bookingId, List<String> events) {
    }

    static History of(long seed, int workspaces, int bookings, int mostChanges) {
        Random random = new Random(seed);
        List<Lane> lanes = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < bookings; i++) {
            int workspace = random.nextInt(workspaces);
            String id = "s" + seed + "-b" + i;
            BookingStory story = BookingStory.of(random, workspace, id, random.nextInt(mostChanges + 1));
            lanes.add(new Lane(workspace, id, story.deliveries()));
            truths.add(story.truth());
        }
        return new History(seed, List.copyOf(lanes), List.copyOf(truths));
    }

    /** Both, to be checked together. */
    History and(History other) {
        List<Lane> allLanes = new ArrayList<>(lanes);
        allLanes.addAll(other.lanes);
        List<Truth> allTruths = new ArrayList<>(truths);
        allTruths.addAll(other.truths);
        return new History(other.seed, List.copyOf(allLanes), List.copyOf(allTruths));
    }
}
