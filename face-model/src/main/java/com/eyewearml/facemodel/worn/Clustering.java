package com.eyewearml.facemodel.worn;

import com.eyewearml.facemodel.worn.WornFrame.Body;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges the vertices of each cell of a grid into their mean (Rossignac and Borrel 1993), those that face forwards apart from
 * those that face backwards, and drops the triangles that vanish.
 */
final class Clustering {
    private final double cellMm;
    private final Map<Long, Integer> clusters = new HashMap<>();

    private Clustering(double cellMm) {
        this.cellMm = cellMm;
    }

    static Body simplify(Body body, double cellMm) {
        return new Clustering(cellMm).run(body);
    }

    private Body run(Body body) {
        int count = body.vertexCount();
        int[] clusterOf = new int[count];
        for (int i = 0; i < count; i++) {
            clusterOf[i] = clusters.computeIfAbsent(key(body, i), key -> clusters.size());
        }
        int n = clusters.size();
        float[] members = new float[n];
        for (int cluster : clusterOf) {
            members[cluster]++;
        }
        float[] positions = means(body.positionsMm(), 3, clusterOf, members);
        float[] normals = means(body.normals(), 3, clusterOf, members);
        normalise(normals);
        return new Body(positions, normals, means(body.looks(), Body.LOOKS, clusterOf, members), triangles(body, clusterOf));
    }

    private long key(Body body, int i) {
        long key = body.normals()[3 * i + 2] < 0 ? 1 : 0;
        for (int axis = 0; axis < 3; axis++) {
            key = key * 4096 + (long) Math.floor(body.positionsMm()[3 * i + axis] / cellMm) + 2048;
        }
        return key;
    }

    private static float[] means(float[] values, int each, int[] clusterOf, float[] members) {
        float[] means = new float[each * members.length];
        for (int i = 0; i < clusterOf.length; i++) {
            for (int k = 0; k < each; k++) {
                means[each * clusterOf[i] + k] += values[each * i + k] / members[clusterOf[i]];
            }
        }
        return means;
    }

    private static void normalise(float[] normals) {
        for (int i = 0; i < normals.length; i += 3) {
            float length = (float) Math.sqrt(normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
            for (int k = i; k < i + 3; k++) {
                normals[k] = length > 1e-6f ? normals[k] / length : k == i + 2 ? 1 : 0;
            }
        }
    }

    private static int[] triangles(Body body, int[] clusterOf) {
        int[] triangles = new int[body.triangles().length];
        int kept = 0;
        for (int t = 0; t < triangles.length; t += 3) {
            int a = clusterOf[body.triangles()[t]], b = clusterOf[body.triangles()[t + 1]], c = clusterOf[body.triangles()[t + 2]];
            if (a != b && b != c && c != a) {
                triangles[kept++] = a;
                triangles[kept++] = b;
                triangles[kept++] = c;
            }
        }
        return java.util.Arrays.copyOf(triangles, kept);
    }
}
