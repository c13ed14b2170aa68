package com.eyewearml.facemodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final float PEAK = 2e-3f;

    @Test
    void risesAfterEveryStartThenStaysThenFallsWithTheWholeTraining() {
        for (int first : new int[] {0, 4000}) {
            Schedule schedule = new Schedule(PEAK, 10_000, first);
            schedule.at(first);
            assertTrue(schedule.rate() < PEAK / 100, "starts low");
            for (int step = first + 200; step < 10_000; step += 500) {
                schedule.at(step);
                double level = step <= 6000 ? 1 : 1 - Math.sqrt((step - 6000) / 4000.0);
                assertEquals(PEAK * (0.005 + 0.995 * level), schedule.rate(), 1e-9, "step " + step);
            }
        }
    }

    @Test
    void staysAtTheFloorBehindTheEnd() {
        Schedule schedule = new Schedule(PEAK, 1000, 0);
        schedule.at(5000);
        assertEquals(PEAK * 0.005, schedule.rate(), 1e-9);
    }
}
