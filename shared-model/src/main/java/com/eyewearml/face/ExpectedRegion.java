package com.eyewearml.face;

import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.PoseFilter;
import com.eyewearml.face.pose.RigidPose;

/** Where a head that goes on moving as it does will appear in the next frame. */
final class ExpectedRegion {
    private final float[] pointsPx = new float[3 * FacePoints.COUNT];
    private final RigidPose pose = new RigidPose();
    private final Roi region = new Roi();

    /** The landmarker's region, valid until the next call. */
    Roi region(PoseFilter filter, float[] shape, PinholeCamera camera) {
        filter.predict(pose);
        double[] r = pose.r;
        double[] t = pose.t;
        for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i += 3) {
            double x = shape[i];
            double y = shape[i + 1];
            double z = shape[i + 2];
            double depth = r[6] * x + r[7] * y + r[8] * z + t[2];
            pointsPx[i] = (float) camera.pixelX(r[0] * x + r[1] * y + r[2] * z + t[0], depth);
            pointsPx[i + 1] = (float) camera.pixelY(r[3] * x + r[4] * y + r[5] * z + t[1], depth);
        }
        return RoiRule.fromLandmarks(pointsPx, region);
    }
}
