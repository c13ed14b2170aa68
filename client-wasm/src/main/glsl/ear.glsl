// The shell of the ear, which leaves the head before the groove the temple rests in, covers the temple there. Where it begins follows from
// a face to 3.4 mm (standard deviation) and hair grows about it, so the temple fades from well before it to where it is surely covered.
const float COVERED_BEFORE_GROOVE_MM = 4.0;
const float VISIBLE_BEFORE_GROOVE_MM = 16.0;

// Share of a temple, and of its shadow, that the ear leaves in sight.
float beforeEar(float zHeadMm) {
    return smoothstep(earRoots.z + COVERED_BEFORE_GROOVE_MM, earRoots.z + VISIBLE_BEFORE_GROOVE_MM, zHeadMm);
}
