package com.eyewearml.facemodel.sample;

/** Fingers, and the palm behind them, that reach over the face: rounded limbs shaded as cylinders. */
final class Hand {
    private static final float FINGER_RADIUS = 0.06f;
    private static final float KNUCKLE_SHADE = 0.06f;
    private final Dice dice;
    private final int width;
    private final int height;

    Hand(Dice dice, int width, int height) {
        this.dice = dice;
        this.width = width;
        this.height = height;
    }

    /**
     * Fingertips near a point, the hand coming from {@code angleRad} (x towards y).
     *
     * @param faceWidthPx sets the size
     */
    void reach(float[] rgb, float tipX, float tipY, float angleRad, float faceWidthPx, float[] skin, Light light) {
        int fingers = 1 + dice.below(4);
        float radius = FINGER_RADIUS * faceWidthPx * dice.uniform(0.85f, 1.2f);
        float length = dice.uniform(0.5f, 0.75f) * faceWidthPx;
        float fan = dice.chance(0.5f) ? dice.uniform(0, 0.05f) : dice.uniform(0.05f, 0.25f);
        float ca = (float) Math.cos(angleRad), sa = (float) Math.sin(angleRad);
        float palm = radius * (fingers + 1);
        float px = tipX + ca * (length + 0.6f * palm), py = tipY + sa * (length + 0.6f * palm);
        limb(rgb, px + 3 * palm * ca, py + 3 * palm * sa, px, py, 0.75f * palm, palm, skin, light, false);
        for (int i = 0; i < fingers; i++) {
            float place = i - (fingers - 1) / 2f;
            float angle = angleRad - fan * place;
            float reach = length * (1 - 0.05f * place * place) * dice.uniform(0.92f, 1.02f);
            float baseX = px - sa * place * 1.95f * radius, baseY = py + ca * place * 1.95f * radius;
            float far = reach + 0.6f * palm;
            limb(rgb, baseX, baseY, baseX - far * (float) Math.cos(angle), baseY - far * (float) Math.sin(angle), 1.05f * radius,
                    0.85f * radius, skin, light, true);
        }
    }

    /** From a to b, of radius {@code ra} growing to {@code rb}. */
    void limb(float[] rgb, float ax, float ay, float bx, float by, float ra, float rb, float[] skin, Light light, boolean finger) {
        float reach = Math.max(ra, rb) * 1.3f + 1;
        int x0 = Math.max(0, (int) (Math.min(ax, bx) - reach)), x1 = Math.min(width - 1, (int) (Math.max(ax, bx) + reach));
        int y0 = Math.max(0, (int) (Math.min(ay, by) - reach)), y1 = Math.min(height - 1, (int) (Math.max(ay, by) + reach));
        float dx = bx - ax, dy = by - ay, length = Math.max(1e-3f, (float) Math.hypot(dx, dy));
        dx /= length;
        dy /= length;
        float grain = dice.uniform(0, 4), phase = dice.direction();
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                float px = x + 0.5f - ax, py = y + 0.5f - ay;
                float along = px * dx + py * dy;
                float t = Math.clamp(along / length, 0, 1), r = ra + t * (rb - ra);
                float ox = px - t * length * dx, oy = py - t * length * dy;
                float distance = (float) Math.hypot(ox, oy);
                int at = 3 * (y * width + x);
                float cover = Math.clamp(r - distance + 0.5f, 0, 1);
                if (cover < 1) {
                    float shadow = 1 - 0.35f * Math.clamp((1.3f * r - distance) / (0.3f * r + 0.01f), 0, 1);
                    rgb[at] *= shadow;
                    rgb[at + 1] *= shadow;
                    rgb[at + 2] *= shadow;
                }
                if (cover > 0) {
                    float q = Math.min(0.97f, distance / r);
                    float nx = ox / r, ny = oy / r, nz = -(float) Math.sqrt(1 - q * q);
                    float crease = finger ? crease(t) : 1;
                    float spot = grain * (float) Math.sin(phase + 1.7f * x + 2.3f * y * (1 + 0.1f * x));
                    for (int k = 0; k < 3; k++) {
                        float lit = skin[k] * crease * (0.35f + 0.65f * light.on(nx, ny, nz, k)) + spot;
                        rgb[at + k] += cover * (lit - rgb[at + k]);
                    }
                }
            }
        }
    }

    /** Joints at two thirds of a finger and nearer its end. */
    private static float crease(float t) {
        float a = Math.abs(t - 0.55f) * 12, b = Math.abs(t - 0.8f) * 12;
        return 1 - KNUCKLE_SHADE * (Math.max(0, 1 - a) + Math.max(0, 1 - b));
    }
}
