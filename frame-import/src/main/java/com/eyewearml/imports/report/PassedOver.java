package com.eyewearml.imports.report;

import com.eyewearml.gltf.GlbContents;
import com.eyewearml.gltf.LeftOut;
import com.eyewearml.imports.report.Finding.Code;
import java.util.Map;
import java.util.TreeSet;

/** Tells a merchant which parts of the file do not show in the frame. */
public final class PassedOver {
    private static final String MATERIALS = "KHR_materials_";
    /** What only changes how a file is stored or edited, or that the frame has no use for anyway. */
    private static final String LIGHTS = "KHR_lights_punctual";
    private static final String INSTANCES = "EXT_mesh_gpu_instancing";
    private static final Map<LeftOut, String> SENTENCES = Map.of(
            LeftOut.ANIMATIONS, "Animations are left out; the parts stand as they do before the animation starts.",
            LeftOut.SKINS, "Bones (skins) are left out; the mesh stands as it is stored. Check the shape, or export with the pose applied.",
            LeftOut.CAMERAS, "Cameras are left out.",
            LeftOut.MORPH_TARGETS, "Morph targets (shape keys) are left out; the mesh stands as it is stored.",
            LeftOut.OTHER_SCENES, "Only the file's default scene was imported; it holds others.",
            LeftOut.POINTS_AND_LINES, "Points and lines are left out.",
            LeftOut.TEXTURES_ON_OTHER_COORDINATES, "Textures with texture coordinates of their own (mostly baked shadows) are left out.");

    private PassedOver() {
    }

    /** One finding for each kind of thing. */
    public static void tell(GlbContents contents, Findings findings) {
        for (LeftOut part : new TreeSet<>(contents.leftOut())) {
            if (part == LeftOut.CAMERAS || part == LeftOut.ANIMATIONS) {
                findings.done(Code.UNSUPPORTED_PART, SENTENCES.get(part));
            } else {
                findings.check(Code.UNSUPPORTED_PART, SENTENCES.get(part));
            }
        }
        for (String extension : contents.ignoredExtensions()) {
            if (extension.equals(LIGHTS)) {
                findings.done(Code.UNSUPPORTED_PART, "Lamps are left out; the frame is lit by the shopper's own picture.");
            } else if (extension.equals(INSTANCES)) {
                findings.problem(Code.UNSUPPORTED_PART, "Copies of a mesh by " + INSTANCES + " are left out, so parts may be missing; export the model "
                        + "without instancing.");
            } else if (extension.startsWith(MATERIALS)) {
                findings.check(Code.UNSUPPORTED_PART, "The material effect “" + extension.substring(MATERIALS.length()).replace('_', ' ')
                        + "” is left out; compare colours and gloss.");
            } else {
                findings.done(Code.UNSUPPORTED_PART, "The extension " + extension + " is not used.");
            }
        }
    }
}
