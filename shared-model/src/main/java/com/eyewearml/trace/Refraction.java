package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import org.joml.Vector3d;

/** Light on its way into, through and out of transparent bodies. */
final class Refraction {
    private Refraction() { }

    /**
     * Snell's law; under total reflection the mirrored direction.
     *
     * @param direction unit vector towards the boundary
     * @param normal    unit vector against {@code direction}
     * @param eta       index beyond the boundary over the index before it
     */
    static Vector3d bend(Vector3d direction, Vector3d normal, double eta) {
        double cosine = -direction.dot(normal);
        double beyond2 = 1 - (1 - cosine * cosine) / (eta * eta);
        if (beyond2 <= 0) {
            return new Vector3d(normal).mul(2 * cosine).add(direction).normalize();
        }
        return new Vector3d(direction).mul(1 / eta).add(new Vector3d(normal).mul(cosine / eta - Math.sqrt(beyond2))).normalize();
    }

    /** Beer and Lambert's law as KHR_materials_volume states it: the attenuation colour is left after the attenuation distance. */
    static Rgb transmittance(GltfMaterial.Transmission medium, double distanceMm) {
        double distances = distanceMm / (1000 * (double) medium.attenuationDistanceM());
        float[] colour = medium.attenuationColour();
        return new Rgb(Math.pow(colour[0], distances), Math.pow(colour[1], distances), Math.pow(colour[2], distances));
    }
}
