package com.eyewearml.lens;

/**
 * Spherical powers in dioptres.
 *
 * @param rightSphereD of the wearer's right lens; negative for short sight
 * @param leftSphereD  of the left
 */
public record Prescription(double rightSphereD, double leftSphereD) {
    /** Greatest power either way. */
    public static final double MOST_D = 20;
    /** No power. */
    public static final Prescription PLANO = new Prescription(0, 0);

    /** @throws IllegalArgumentException where a power is beyond ±{@value #MOST_D} */
    public Prescription {
        require("rightSphereD", rightSphereD);
        require("leftSphereD", leftSphereD);
    }

    private static void require(String name, double sphereD) {
        if (!(Math.abs(sphereD) <= MOST_D)) {
            throw new IllegalArgumentException(name + " is " + sphereD + ", expected -" + MOST_D + " to " + MOST_D + " dioptres");
        }
    }

    /** Whether neither lens has power. */
    public boolean isPlano() {
        return rightSphereD == 0 && leftSphereD == 0;
    }
}
