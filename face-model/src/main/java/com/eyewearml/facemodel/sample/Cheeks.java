package com.eyewearml.facemodel.sample;

/** The cheeks of a face in a picture: where the colour of a person's skin is seen. */
final class Cheeks {
    private static final int[] LANDMARKS = {50, 280, 205, 425, 101, 330};

    private Cheeks() { }

    /**
     * Mean colour at the cheeks' landmarks that lie in the picture.
     *
     * @param rgb  {@code height} rows of {@code width} pixels, red green blue
     * @param mean receives red, green, blue
     * @return false where none lies in it; {@code mean} is as it was then
     */
    static boolean colour(float[] rgb, int width, int height, HeadMesh mesh, Placement placement, float[] mean) {
        float[] at = new float[3];
        float r = 0, g = 0, b = 0;
        int found = 0;
        for (int landmark : LANDMARKS) {
            placement.point(mesh, landmark, at);
            int x = (int) at[0], y = (int) at[1];
            if (x >= 0 && y >= 0 && x < width && y < height) {
                int i = 3 * (y * width + x);
                r += rgb[i];
                g += rgb[i + 1];
                b += rgb[i + 2];
                found++;
            }
        }
        if (found > 0) {
            mean[0] = r / found;
            mean[1] = g / found;
            mean[2] = b / found;
        }
        return found > 0;
    }
}
