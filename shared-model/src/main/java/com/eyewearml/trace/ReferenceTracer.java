package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * Draws a scene by following light backwards (Kajiya 1986, "The Rendering Equation"), plainly and slowly: the picture that faster
 * renderers are measured against. Light from the environment is found both by looking for it and by chance, weighed by the power
 * heuristic (Veach 1997, section 9.2.4).
 *
 * <p>Materials with a thickness are bodies: light is refracted in and out of them by Fresnel's equations and absorbed along its way. Thin
 * ones let it straight through; their back faces are not there unless they are double-sided.
 */
public final class ReferenceTracer {
    private static final int ROULETTE_FROM_BOUNCE = 4;

    private final TraceScene scene;
    private final TraceSettings settings;
    private final Triangles triangles;
    private final Bvh bvh;
    private final EnvironmentLight environment;

    private ReferenceTracer(TraceScene scene, TraceSettings settings) {
        this.scene = scene;
        this.settings = settings;
        triangles = Triangles.of(scene.model());
        bvh = new Bvh(triangles);
        environment = new EnvironmentLight(scene.environment(), scene.environmentFromModel(), scene.environmentGain());
    }

    /** Draws; deterministic whatever the number of processors. */
    public static TracedPicture draw(TraceScene scene, TraceSettings settings) {
        ReferenceTracer tracer = new ReferenceTracer(scene, settings);
        int width = settings.widthPx();
        int height = settings.heightPx();
        float[] rgb = new float[3 * width * height];
        float[] coverage = new float[width * height];
        Matrix4d modelFromCamera = scene.cameraFromModel().invertAffine(new Matrix4d());
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                tracer.pixel(x, y, modelFromCamera, rgb, coverage);
            }
        });
        return new TracedPicture(width, height, rgb, coverage);
    }

    private void pixel(int x, int y, Matrix4d modelFromCamera, float[] rgb, float[] coverage) {
        int at = y * settings.widthPx() + x;
        SplittableRandom random = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + at);
        double pixelTan = 2 * Math.tan(scene.verticalFovRad() / 2) / settings.heightPx();
        Rgb sum = Rgb.BLACK;
        int met = 0;
        for (int i = 0; i < settings.samplesPerPixel(); i++) {
            double dx = (x + random.nextDouble() - settings.widthPx() / 2.0) * pixelTan;
            double dy = (settings.heightPx() / 2.0 - y - random.nextDouble()) * pixelTan;
            Vector3d direction = modelFromCamera.transformDirection(new Vector3d(dx, dy, -1)).normalize();
            Ray ray = new Ray(modelFromCamera.transformPosition(new Vector3d()), direction);
            Hit hit = nearest(ray);
            met += hit == null ? 0 : 1;
            sum = sum.plus(hit == null ? Rgb.of(scene.backdrop()) : new Path(random).radiance(ray, hit));
        }
        rgb[3 * at] = (float) (sum.r() / settings.samplesPerPixel());
        rgb[3 * at + 1] = (float) (sum.g() / settings.samplesPerPixel());
        rgb[3 * at + 2] = (float) (sum.b() / settings.samplesPerPixel());
        coverage[at] = (float) met / settings.samplesPerPixel();
    }

    private Hit nearest(Ray ray) {
        return bvh.nearest(ray, Double.POSITIVE_INFINITY, t -> isThere(t, ray));
    }

    private boolean isThere(int triangle, Ray ray) {
        GltfMaterial material = triangles.material(triangle);
        if (material.doubleSided() || isBody(material)) {
            return true;
        }
        Vector3d a = triangles.corner(triangle, 0);
        Vector3d normal = triangles.corner(triangle, 1).sub(a).cross(triangles.corner(triangle, 2).sub(a));
        return normal.dot(ray.direction()) < 0;
    }

    private static boolean isBody(GltfMaterial material) {
        return material.transmission().factor() > 0 && material.transmission().thicknessM() > 0;
    }

    private boolean reachesLight(Vector3d from, Vector3d direction) {
        return !settings.shadows() || nearest(new Ray(from, direction)) == null;
    }

    /** One path; where it is and what it still carries. */
    private final class Path {
        private final SplittableRandom random;
        private Rgb carried = Rgb.WHITE;
        private Rgb found = Rgb.BLACK;
        /** Density with which the last direction was drawn; 0 where only that direction is possible. */
        private double pdf;
        private boolean straightFromCamera = true;
        private Ray ray;

        Path(SplittableRandom random) {
            this.random = random;
        }

        Rgb radiance(Ray first, Hit firstHit) {
            ray = first;
            Hit hit = firstHit;
            for (int bounce = 1; hit != null; bounce++) {
                SurfacePoint point = SurfacePoint.of(triangles, ray, hit);
                boolean inside = point.geometric().dot(ray.direction()) > 0;
                if (inside && isBody(point.material())) {
                    leave(point, hit.distanceMm());
                } else {
                    enter(inside ? point.flipped() : point, bounce);
                }
                if (bounce >= ROULETTE_FROM_BOUNCE) {
                    double stays = Math.min(0.95, Math.max(carried.r(), Math.max(carried.g(), carried.b())));
                    carried = random.nextDouble() < stays ? carried.times(1 / stays) : Rgb.BLACK;
                }
                if (carried.luminance() <= 0) {
                    return found;
                }
                hit = straightFromCamera || settings.shadows() ? nearest(ray) : null;
                if (hit != null && bounce >= settings.maxBounces() && !straightFromCamera) {
                    return found;
                }
            }
            return found.plus(carried.times(background()));
        }

        private Rgb background() {
            if (straightFromCamera) {
                return Rgb.of(scene.backdrop());
            }
            double byLight = environment.pdf(ray.direction());
            double weight = pdf == 0 ? 1 : pdf * pdf / (pdf * pdf + byLight * byLight);
            return environment.from(ray.direction()).times(weight);
        }

        /** Meets a surface from outside. */
        private void enter(SurfacePoint point, int bounce) {
            Frame frame = Frame.around(point.shading());
            Vector3d wo = frame.toLocal(new Vector3d(ray.direction()).negate());
            wo.z = Math.max(wo.z, 1e-4);
            wo.normalize();
            Reflection reflection = new Reflection(point, wo, frame.toLocal(point.coat()));
            found = found.plus(carried.times(Rgb.of(point.material().emission())).times(reflection.underCoat()));
            double passing = point.material().transmission().factor() * reflection.underCoat() * reflection.bodyAlbedo().luminance();
            double chance = passing == 0 ? 0 : Math.clamp(passing, 0.1, 0.9);
            if (random.nextDouble() < chance) {
                pass(point, reflection, chance);
                return;
            }
            carried = carried.times(1 / (1 - chance));
            lookForLight(point, frame, reflection);
            Vector3d wi = reflection.sample(random);
            pdf = reflection.pdf(wi);
            Vector3d direction = frame.toWorld(wi);
            straightFromCamera = false;
            carried = pdf <= 0 || direction.dot(point.geometric()) <= 0 ? Rgb.BLACK
                    : carried.times(reflection.evaluate(wi)).times(1 / pdf);
            ray = new Ray(point.offset(direction), direction);
        }

        private void lookForLight(SurfacePoint point, Frame frame, Reflection reflection) {
            Vector3d direction = environment.sample(random);
            double byLight = environment.pdf(direction);
            Vector3d wi = frame.toLocal(direction);
            if (direction.dot(point.geometric()) > 0 && reachesLight(point.offset(direction), direction)) {
                double byChance = reflection.pdf(wi);
                double weight = byLight * byLight / (byLight * byLight + byChance * byChance);
                found = found.plus(carried.times(reflection.evaluate(wi)).times(environment.from(direction)).times(weight / byLight));
            }
            Vector3d lamp = new Vector3d(scene.lightDirection());
            Vector3d toLamp = frame.toLocal(lamp);
            if (scene.lightRadiance()[0] + scene.lightRadiance()[1] + scene.lightRadiance()[2] > 0
                    && lamp.dot(point.geometric()) > 0 && reachesLight(point.offset(lamp), lamp)) {
                // A white Lambertian surface, whose BRDF is 1/pi, is to have the given radiance.
                found = found.plus(carried.times(reflection.evaluate(toLamp)).times(Rgb.of(scene.lightRadiance())).times(Math.PI));
            }
        }

        /** Goes through a surface, bent if it bounds a body. */
        private void pass(SurfacePoint point, Reflection reflection, double chance) {
            Rgb colour = reflection.bodyAlbedo().times(point.material().transmission().factor() * reflection.underCoat() / chance);
            Vector3d direction = new Vector3d(ray.direction());
            if (isBody(point.material())) {
                direction = Refraction.bend(direction, point.shading(), point.material().ior());
            }
            carried = carried.times(colour);
            pdf = 0;
            ray = new Ray(point.offset(direction), direction);
        }

        /** Meets the boundary of a body from inside: absorbed on the way, then out or totally reflected. */
        private void leave(SurfacePoint point, double distanceMm) {
            GltfMaterial.Transmission medium = point.material().transmission();
            carried = carried.times(Refraction.transmittance(medium, distanceMm));
            Vector3d inwards = new Vector3d(point.shading()).negate();
            double cosine = Math.max(1e-4, -inwards.dot(ray.direction()));
            double reflectance = Fresnel.dielectric(cosine, 1 / point.material().ior());
            boolean stays = random.nextDouble() < reflectance;
            Vector3d direction = stays ? new Vector3d(inwards).mul(2 * cosine).add(ray.direction()).normalize()
                    : Refraction.bend(ray.direction(), inwards, 1 / point.material().ior());
            ray = new Ray(point.offset(direction), direction);
            straightFromCamera &= !stays;
            pdf = 0;
        }
    }
}
