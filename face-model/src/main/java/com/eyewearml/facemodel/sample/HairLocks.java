package com.eyewearml.facemodel.sample;

/** Locks of hair that hang over a face, as a layer of strands in the hair's own colour or any. */
final class HairLocks {
    private static final int[] HAIRLINE = {127, 162, 21, 54, 103, 67, 109, 10, 338, 297, 332, 284, 251, 389, 356};
    private static final int[] CROWN = {109, 10, 338};
    private static final int STEPS = 12;

    private final Dice dice;
    private final int side;
    private final float[] root = new float[6];
    private final float[] hair = new float[3];

    HairLocks(Dice dice, int side) {
        this.dice = dice;
        this.side = side;
    }

    /** Draws a lock or a few, or a fringe, onto the layer. */
    void draw(FrontLayer layer, float[] rgb, HeadMesh mesh, Placement placement) {
        float face = mesh.faceWidth() * placement.scale();
        colour(rgb, mesh, placement, face);
        boolean fringe = dice.chance(0.25f);
        int locks = fringe ? 1 : 1 + dice.below(4);
        for (int lock = 0; lock < locks; lock++) {
            int strands = fringe ? 60 + dice.below(140) : 5 + dice.below(45);
            float middle = dice.uniform(0, HAIRLINE.length - 1), spread = fringe ? 4 : dice.uniform(0.15f, 1.1f);
            float length = (fringe ? dice.uniform(0.2f, 0.45f) : dice.uniform(0.3f, 1.2f)) * face;
            float lift = dice.uniform(0.02f, 0.2f) * face, lean = dice.gaussian(0.35f), curl = dice.gaussian(0.7f), wave = dice.graded(0, 0.5f), waves = dice.uniform(3, 9);
            for (int s = 0; s < strands; s++) {
                float at = Math.clamp(middle + dice.gaussian(spread), 0, HAIRLINE.length - 1.01f);
                strand(layer, mesh, placement, at, lift, length * dice.uniform(0.75f, 1.1f), lean + dice.gaussian(0.08f), curl, wave, waves,
                        dice.uniform(0.2f, 0.6f) * face / 60);
            }
        }
    }

    /** That above the forehead where it shows, else any. */
    private void colour(float[] rgb, HeadMesh mesh, Placement placement, float face) {
        System.arraycopy(mesh.points, 3 * CROWN[dice.below(CROWN.length)], root, 0, 3);
        placement.apply(root, root, 1);
        int x = (int) root[0], y = (int) (root[1] - dice.uniform(0.05f, 0.2f) * face);
        boolean own = dice.chance(0.65f) && x >= 0 && y >= 0 && x < side && y < side;
        float brightness = dice.logUniform(12, 190), red = dice.uniform(1, 1.35f), blue = dice.uniform(0.5f, 1);
        float tone = dice.uniform(0.75f, 1.25f);
        for (int k = 0; k < 3; k++) {
            hair[k] = own ? tone * rgb[3 * (y * side + x) + k] : Math.min(255, brightness * (k == 0 ? red : k == 2 ? blue : 1));
        }
    }

    /** @param lift how far above the forehead's edge the strand begins */
    private void strand(FrontLayer layer, HeadMesh mesh, Placement placement, float at, float lift, float length, float lean, float curl,
            float wave, float waves, float radiusPx) {
        int i = (int) at;
        System.arraycopy(mesh.turned, 3 * HAIRLINE[i], root, 0, 3);
        System.arraycopy(mesh.turned, 3 * HAIRLINE[i + 1], root, 3, 3);
        placement.apply(root, root, 2);
        float t = at - i;
        float x = root[0] + t * (root[3] - root[0]), y = root[1] + t * (root[4] - root[1]) - lift;
        float light = dice.uniform(0.65f, 1.4f), step = length / STEPS, angle = lean - curl / 2;
        for (int s = 0; s < STEPS; s++, angle += curl / STEPS) {
            float turned = angle + wave * (float) Math.sin(waves * s / STEPS);
            float nx = x + step * (float) Math.sin(turned), ny = y + step * (float) Math.cos(turned);
            line(layer, x, y, nx, ny, radiusPx * (1 - 0.4f * s / STEPS), light * (1 + 0.25f * (float) Math.sin(0.9f * s + lean)));
            x = nx;
            y = ny;
        }
    }

    private void line(FrontLayer layer, float ax, float ay, float bx, float by, float radiusPx, float light) {
        float dx = bx - ax, dy = by - ay, inverse = 1 / Math.max(1e-6f, dx * dx + dy * dy);
        float reach = Math.max(radiusPx, 0.5f) + 0.5f, strength = 0.9f * Math.min(1, 2 * radiusPx);
        int x0 = Math.max(0, (int) (Math.min(ax, bx) - reach)), x1 = Math.min(side - 1, (int) (Math.max(ax, bx) + reach));
        int y0 = Math.max(0, (int) (Math.min(ay, by) - reach)), y1 = Math.min(side - 1, (int) (Math.max(ay, by) + reach));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                float px = x + 0.5f - ax, py = y + 0.5f - ay;
                float t = Math.clamp((px * dx + py * dy) * inverse, 0, 1);
                float cover = strength * Math.clamp(reach - (float) Math.hypot(px - t * dx, py - t * dy), 0, 1);
                if (cover > 0) {
                    layer.put(y * side + x, cover, Math.min(255, light * hair[0]), Math.min(255, light * hair[1]),
                            Math.min(255, light * hair[2]));
                }
            }
        }
    }
}
