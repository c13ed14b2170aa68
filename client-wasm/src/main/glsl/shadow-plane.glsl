// The frame's silhouette from the front, as a picture in frame coordinates.
const vec2 SHADOW_HALF_SIZE_MM = vec2(96.0, 48.0);
const float SHADOW_LOWEST_MM = -30.0;
const float SHADOW_HEIGHT_RANGE_MM = 50.0;
