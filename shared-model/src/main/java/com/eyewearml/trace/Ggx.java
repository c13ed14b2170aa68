package com.eyewearml.trace;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Isotropic microfacets of the GGX distribution with Smith's height-correlated shadowing (Walter et al. 2007, "Microfacet Models for
 * Refraction through Rough Surfaces"; Heitz 2014, "Understanding the Masking-Shadowing Function in Microfacet-Based BRDFs").
 * Directions are unit vectors in a local frame whose z is the surface normal.
 *
 * @param alpha width, the square of perceptual roughness
 */
record Ggx(double alpha) {
    private static final double LEAST_ALPHA = 1e-3;

    /** For a perceptual roughness; a perfect mirror is taken as a very narrow lobe. */
    static Ggx ofRoughness(double roughness) {
        return new Ggx(Math.max(LEAST_ALPHA, roughness * roughness));
    }

    /** Walter et al. 2007, eq. 33. */
    double distribution(Vector3dc h) {
        double a2 = alpha * alpha;
        double t = h.z() * h.z() * (a2 - 1) + 1;
        return a2 / (Math.PI * t * t);
    }

    /** Heitz 2014, eq. 72. */
    private double lambda(Vector3dc w) {
        double tan2 = (1 - w.z() * w.z()) / (w.z() * w.z());
        return (Math.sqrt(1 + alpha * alpha * tan2) - 1) / 2;
    }

    /** Heitz 2014, eq. 43: share of the microfacets seen from {@code w} that nothing hides. */
    double masking(Vector3dc w) {
        return 1 / (1 + lambda(w));
    }

    /** Heitz 2014, eq. 99. */
    double maskingShadowing(Vector3dc wo, Vector3dc wi) {
        return 1 / (1 + lambda(wo) + lambda(wi));
    }

    /** Reflection of {@code wi} into {@code wo} by microfacets that are perfect mirrors, without the cosine (Walter et al. 2007, eq. 20). */
    double brdf(Vector3dc wo, Vector3dc wi) {
        Vector3d h = new Vector3d(wo).add(wi).normalize();
        return distribution(h) * maskingShadowing(wo, wi) / (4 * wo.z() * wi.z());
    }

    /** A microfacet normal as seen from {@code wo}; Heitz 2018, "Sampling the GGX Distribution of Visible Normals", appendix A. */
    Vector3d sampleNormal(Vector3dc wo, double u1, double u2) {
        Vector3d stretched = new Vector3d(alpha * wo.x(), alpha * wo.y(), wo.z()).normalize();
        double across = Math.hypot(stretched.x, stretched.y);
        Vector3d t1 = across > 0 ? new Vector3d(-stretched.y / across, stretched.x / across, 0) : new Vector3d(1, 0, 0);
        Vector3d t2 = new Vector3d(stretched).cross(t1);
        double r = Math.sqrt(u1);
        double phi = 2 * Math.PI * u2;
        double p1 = r * Math.cos(phi);
        double s = (1 + stretched.z) / 2;
        double p2 = (1 - s) * Math.sqrt(1 - p1 * p1) + s * r * Math.sin(phi);
        Vector3d n = t1.mul(p1).add(t2.mul(p2)).add(stretched.mul(Math.sqrt(Math.max(0, 1 - p1 * p1 - p2 * p2))));
        return new Vector3d(alpha * n.x, alpha * n.y, Math.max(0, n.z)).normalize();
    }

    /** Density per solid angle of mirroring {@code wo} at a sampled normal; Heitz 2018, eqs. 3 and 17. */
    double reflectionPdf(Vector3dc wo, Vector3dc wi) {
        Vector3d h = new Vector3d(wo).add(wi).normalize();
        return masking(wo) * distribution(h) / (4 * wo.z());
    }
}
