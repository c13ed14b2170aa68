// Moves the bend of a temple along it: the temple is straightened as it was made and bent anew, so it keeps its length; before the bend
// it is bowed out past the head. Lengths in the plane of the bend: x along the straight part, backwards from the hinge, y above its middle line.

// Turns down by an angle about the centre of an arc that begins at a place; what lies beyond the arc stays straight.
vec2 turnedDown(float angle, float along, float above) {
    return vec2(cos(angle) * along + sin(angle) * above, cos(angle) * above - sin(angle) * along);
}

// Moves a point of the temple and returns the turn of the surface there.
mat3 rebend(vec4 hinge, vec4 bend, vec4 line, inout vec3 point) {
    if (bend.x == bend.y && line.w == 0.0) {
        return mat3(1.0);
    }
    mat2 alongFromFrame = mat2(line.y, line.x, -line.x, line.y);
    vec2 at = alongFromFrame * (point.yz - hinge.yz);
    vec2 fromCentre = vec2(at.x - bend.x, at.y + bend.z);
    float unturned = clamp(atan(fromCentre.x, fromCentre.y), 0.0, bend.w);
    vec2 straightened = turnedDown(-unturned, fromCentre.x, fromCentre.y);
    float alongMiddle = bend.x + bend.z * unturned + straightened.x;
    float turned = clamp((alongMiddle - bend.y) / bend.z, 0.0, bend.w);
    vec2 worn = vec2(bend.y, -bend.z) + turnedDown(turned, alongMiddle - bend.y - bend.z * turned, straightened.y);
    point.yz = hinge.yz + transpose(alongFromFrame) * worn;
    float way = clamp(worn.x / bend.y, 0.0, 1.0);
    point.x += 4.0 * line.w * way * (1.0 - way);
    float c = cos(turned - unturned);
    float s = sin(turned - unturned);
    return mat3(1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c);
}
