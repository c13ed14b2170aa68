package com.eyewearml.trace;

/** Reflectance of smooth boundaries. */
final class Fresnel {
    private Fresnel() { }

    /** Schlick 1994, "An Inexpensive BRDF Model for Physically-based Rendering", eq. 15: weight of the reflectance at grazing incidence. */
    static double schlickWeight(double cosine) {
        return Math.pow(1 - Math.clamp(cosine, 0, 1), 5);
    }

    static double schlick(double f0, double f90, double cosine) {
        return f0 + (f90 - f0) * schlickWeight(cosine);
    }

    /**
     * Fresnel's equations for unpolarised light between two dielectrics (Born and Wolf, Principles of Optics, section 1.5.2).
     *
     * @param cosine of the angle of incidence
     * @param eta    index beyond the boundary over the index before it
     * @return 1 under total reflection
     */
    static double dielectric(double cosine, double eta) {
        double sin2 = (1 - cosine * cosine) / (eta * eta);
        if (sin2 >= 1) {
            return 1;
        }
        double beyond = Math.sqrt(1 - sin2);
        double s = (cosine - eta * beyond) / (cosine + eta * beyond);
        double p = (eta * cosine - beyond) / (eta * cosine + beyond);
        return (s * s + p * p) / 2;
    }
}
