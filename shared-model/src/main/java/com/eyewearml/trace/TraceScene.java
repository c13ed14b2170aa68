package com.eyewearml.trace;

import com.eyewearml.gltf.GltfModel;
import com.eyewearml.light.Radiance;
import org.joml.Matrix3dc;
import org.joml.Matrix4dc;
import org.joml.Vector3dc;

/**
 * What is to be drawn. Model coordinates are the glTF's in millimetres, right-handed, y up; the camera looks along −z.
 *
 * @param model                opaque and transmissive triangles
 * @param environment          light from far away
 * @param environmentFromModel rotation from model to environment coordinates
 * @param environmentGain      factor of the environment's radiance
 * @param lightDirection       unit vector towards a further, infinitely far lamp
 * @param lightRadiance        linear r, g, b of white that faces the lamp; zeros for none
 * @param backdrop             linear r, g, b that the camera sees where there is no model, also through it
 * @param cameraFromModel      rigid
 * @param verticalFovRad       of the pinhole camera
 */
public record TraceScene(GltfModel model, Radiance environment, Matrix3dc environmentFromModel, double environmentGain,
                         Vector3dc lightDirection, float[] lightRadiance, float[] backdrop, Matrix4dc cameraFromModel,
                         double verticalFovRad) {
}
