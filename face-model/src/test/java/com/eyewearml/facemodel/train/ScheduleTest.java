package com.eyewearml.facemodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final float PEAK = 2e-3f;

    @Test
    void risesAfterEveryStartThenFollowsTheCosineOfTheWholeTraining() {
        for (int first : new int[] {0, 4000}) {
            Schedule schedule = new Schedule(PEAK, 10_000, first);
            schedule.at(first);
            assertTrue(schedule.rate() < PEAK / 100, "starts low");
            for (int step = first + 200; step < 10_000; step += 500) {
                schedule.at(step);
                double cosine = 0.5 * (1 + Math.cos(Math.PI * step / 10_000));
                assertEquals(PEAK * (0.01 + 0.99 * cosine), schedule.rate(), 1e-9, "step " + step);
            }
        }
    }

    @Test
    void staysAtTheFloorBehindTheEnd() {
        Schedule schedule = new Schedule(PEAK, 1000, 0);
        schedule.at(5000);
        assertEquals(PEAK * 0.01, schedule.rate(), 1e-9);
    }
}
