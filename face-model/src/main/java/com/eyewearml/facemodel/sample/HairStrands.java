package com.eyewearml.facemodel.sample;

/** Strands of hair that fall from the hairline over forehead and eyes. */
final class HairStrands {
    private static final int[] HAIRLINE = {127, 162, 21, 54, 103, 67, 109, 10, 338, 297, 332, 284, 251, 389, 356};
    private static final int STEPS = 10;
    private final Dice dice;
    private final Strokes strokes;
    private final float[] root = new float[6];
    private final float[] colour = new float[3];
    private final float[] shade = new float[3];

    HairStrands(Dice dice, int width, int height) {
        this.dice = dice;
        strokes = new Strokes(width, height);
    }

    /** Draws a few strands, or a fringe. */
    void fall(Canvas canvas, HeadMesh mesh, Placement placement) {
        hairColour();
        float face = mesh.faceWidth() * placement.scale();
        boolean fringe = dice.chance(0.25f);
        int locks = fringe ? 1 : 1 + dice.below(3);
        for (int lock = 0; lock < locks; lock++) {
            int strands = fringe ? 50 + dice.below(60) : 4 + dice.below(22);
            float middle = dice.uniform(0, HAIRLINE.length - 1), spread = fringe ? 4 : dice.uniform(0.3f, 1.2f);
            float length = (fringe ? dice.uniform(0.2f, 0.38f) : dice.uniform(0.3f, 0.9f)) * face;
            float lean = dice.gaussian(0.3f), curl = dice.gaussian(0.6f);
            for (int s = 0; s < strands; s++) {
                float at = Math.clamp(middle + dice.gaussian(spread), 0, HAIRLINE.length - 1.01f);
                strand(canvas, mesh, placement, at, length * dice.uniform(0.8f, 1.1f), lean + dice.gaussian(0.08f), curl,
                        dice.uniform(0.25f, 0.55f) * face / 60);
            }
        }
    }

    private void hairColour() {
        float brightness = dice.logUniform(12, 190), red = dice.uniform(1, 1.35f), blue = dice.uniform(0.5f, 1);
        colour[0] = Math.min(255, brightness * red);
        colour[1] = brightness;
        colour[2] = brightness * blue;
    }

    private void strand(Canvas canvas, HeadMesh mesh, Placement placement, float at, float length, float lean, float curl, float radius) {
        int i = (int) at;
        System.arraycopy(mesh.turned, 3 * HAIRLINE[i], root, 0, 3);
        System.arraycopy(mesh.turned, 3 * HAIRLINE[i + 1], root, 3, 3);
        placement.apply(root, root, 2);
        float t = at - i;
        float x = root[0] + t * (root[3] - root[0]), y = root[1] + t * (root[4] - root[1]) - 0.1f * length;
        float light = dice.uniform(0.7f, 1.3f);
        for (int k = 0; k < 3; k++) {
            shade[k] = Math.min(255, light * colour[k]);
        }
        float step = length / STEPS, angle = lean - curl / 2;
        for (int s = 0; s < STEPS; s++, angle += curl / STEPS) {
            float nx = x + step * (float) Math.sin(angle), ny = y + step * (float) Math.cos(angle);
            strokes.line(canvas.rgb, x, y, nx, ny, radius * (1 - 0.5f * s / STEPS), shade, 0.85f);
            x = nx;
            y = ny;
        }
    }
}
