package com.eyewearml.trace;

import com.eyewearml.gltf.GltfMaterial;
import java.util.SplittableRandom;
import org.joml.Vector3d;

/**
 * What a glTF material scatters back (glTF 2.0, appendix B, with KHR_materials_clearcoat, _specular, _ior and _iridescence): a coat over
 * microfacets over a Lambertian body. Local directions, z along the normal, both on its side.
 *
 * <p>Where the specification only sketches energy, the conserving and reciprocal form of Kulla and Conty 2017, "Revisiting Physically Based
 * Shading at Imageworks", is taken: light lost between microfacets comes back as a broad lobe, and the body gets exactly what microfacets
 * leave.
 */
final class Reflection {
    private final AlbedoTable table = AlbedoTable.shared();
    private final GltfMaterial material;
    private final double cosine;
    private final Vector3d wo;
    private final Rgb base;
    private final Rgb f0;
    private final double f90;
    private final Ggx facets;
    private final Ggx coatFacets;
    /** Axes of the coat within the local frame of what lies under it. */
    private final Frame coat;
    private final Vector3d coatWo;
    private final double coatShare;
    private final double coatChance;
    private final double facetChance;

    /** @param coatNormal unit normal of the coat in the local frame of the surface under it, as {@code wo} */
    Reflection(SurfacePoint point, Vector3d wo, Vector3d coatNormal) {
        material = point.material();
        this.wo = wo;
        cosine = Math.max(wo.z, 1e-4);
        base = point.baseColour();
        double r = (material.ior() - 1) / (material.ior() + 1);
        Rgb dielectric = Rgb.of(material.specular().colour()).times(r * r);
        Rgb clipped = new Rgb(Math.min(1, dielectric.r()), Math.min(1, dielectric.g()), Math.min(1, dielectric.b()))
                .times(material.specular().factor());
        f0 = clipped.mix(base, material.metallic());
        f90 = material.specular().factor() + (1 - material.specular().factor()) * material.metallic();
        facets = Ggx.ofRoughness(material.roughness());
        coatFacets = Ggx.ofRoughness(material.clearcoat().roughness());
        coat = Frame.around(coatNormal);
        coatWo = coat.toLocal(wo);
        coatWo.z = Math.max(coatWo.z, 1e-4);
        coatWo.normalize();
        coatShare = material.clearcoat().factor() * Fresnel.schlick(0.04, 1, coatWo.z);
        double facet = (1 - coatShare) * specularAlbedo(cosine).luminance();
        double body = (1 - coatShare) * bodyAlbedo().luminance();
        double sum = coatShare + facet + body + 1e-9;
        coatChance = coatShare / sum;
        facetChance = facet / sum;
    }

    /** Share that the coat leaves to what lies under it. */
    double underCoat() {
        return 1 - coatShare;
    }

    /** Share that the body under the microfacets gets, coloured by it; what it does not transmit it scatters. */
    Rgb bodyAlbedo() {
        return base.times(1 - material.metallic()).times(specularAlbedo(cosine).complement());
    }

    private Rgb fresnel(double cos) {
        Rgb plain = new Rgb(Fresnel.schlick(f0.r(), f90, cos), Fresnel.schlick(f0.g(), f90, cos), Fresnel.schlick(f0.b(), f90, cos));
        GltfMaterial.Iridescence film = material.iridescence();
        return film.factor() == 0 ? plain
                : plain.mix(ThinFilm.reflectance(Math.max(cos, 1e-3), film.ior(), film.thickestNm(), f0), film.factor());
    }

    private Rgb specularAlbedo(double cos) {
        if (material.iridescence().factor() > 0) {
            return fresnel(cos).times(table.albedo(material.roughness(), cos, 1, 1)).plus(multipleAlbedo(cos));
        }
        double roughness = material.roughness();
        return new Rgb(table.albedo(roughness, cos, f0.r(), f90), table.albedo(roughness, cos, f0.g(), f90),
                table.albedo(roughness, cos, f0.b(), f90)).plus(multipleAlbedo(cos));
    }

    private Rgb multipleAlbedo(double cos) {
        return multipleColour().times(1 - table.albedo(material.roughness(), cos, 1, 1));
    }

    /** Kulla and Conty 2017: colour of light that left the microfacets after more than one bounce. */
    private Rgb multipleColour() {
        double mean = table.meanAlbedo(material.roughness(), 1, 1);
        Rgb average = f0.times(20).plus(Rgb.grey(f90)).times(1 / 21.0);
        return new Rgb(multiple(average.r(), mean), multiple(average.g(), mean), multiple(average.b(), mean));
    }

    private static double multiple(double fresnel, double mean) {
        return fresnel * fresnel * mean / (1 - fresnel * (1 - mean));
    }

    /** The BRDF times the cosine of {@code wi}. */
    Rgb evaluate(Vector3d wi) {
        Vector3d coatWi = coat.toLocal(wi);
        double coated = material.clearcoat().factor() == 0 || coatWi.z <= 0 ? 0 : material.clearcoat().factor()
                * Fresnel.schlick(0.04, 1, new Vector3d(coatWo).add(coatWi).normalize().dot(coatWi)) * coatFacets.brdf(coatWo, coatWi) * coatWi.z;
        return wi.z <= 0 ? Rgb.grey(coated) : evaluateBelow(wi).times(wi.z * (1 - coatShare)).plus(Rgb.grey(coated));
    }

    private Rgb evaluateBelow(Vector3d wi) {
        double half = new Vector3d(wo).add(wi).normalize().dot(wi);
        double roughness = material.roughness();
        Rgb facet = fresnel(half).times(facets.brdf(wo, wi));
        double lost = 1 - table.meanAlbedo(roughness, 1, 1);
        double broad = lost < 1e-6 ? 0 : (1 - table.albedo(roughness, cosine, 1, 1)) * (1 - table.albedo(roughness, wi.z, 1, 1))
                / (Math.PI * lost);
        Rgb microfacets = facet.plus(multipleColour().times(broad));
        Rgb body = base.times((1 - material.metallic()) * (1 - material.transmission().factor()) / Math.PI)
                .times(specularAlbedo(cosine).complement()).times(specularAlbedo(wi.z).complement()).times(inverseMeanBody());
        return microfacets.plus(body);
    }

    private Rgb inverseMeanBody() {
        double roughness = material.roughness();
        Rgb many = multipleColour().times(1 - table.meanAlbedo(roughness, 1, 1));
        return new Rgb(1 / Math.max(1e-6, 1 - table.meanAlbedo(roughness, f0.r(), f90) - many.r()),
                1 / Math.max(1e-6, 1 - table.meanAlbedo(roughness, f0.g(), f90) - many.g()),
                1 / Math.max(1e-6, 1 - table.meanAlbedo(roughness, f0.b(), f90) - many.b()));
    }

    /** A direction, drawn about as light is scattered; it may point below the surface, where nothing is scattered. */
    Vector3d sample(SplittableRandom random) {
        double choice = random.nextDouble();
        double u1 = random.nextDouble();
        double u2 = random.nextDouble();
        if (choice < coatChance) {
            Vector3d h = coatFacets.sampleNormal(coatWo, u1, u2);
            return coat.toWorld(h.mul(2 * coatWo.dot(h), new Vector3d()).sub(coatWo));
        }
        if (choice < coatChance + facetChance) {
            Vector3d h = facets.sampleNormal(wo, u1, u2);
            return h.mul(2 * wo.dot(h), new Vector3d()).sub(wo);
        }
        double radius = Math.sqrt(u1);
        double phi = 2 * Math.PI * u2;
        return new Vector3d(radius * Math.cos(phi), radius * Math.sin(phi), Math.sqrt(1 - u1));
    }

    /** Density of {@link #sample} per solid angle. */
    double pdf(Vector3d wi) {
        Vector3d coatWi = coat.toLocal(wi);
        double byCoat = coatWi.z <= 0 ? 0 : coatChance * coatFacets.reflectionPdf(coatWo, coatWi);
        return wi.z <= 0 ? byCoat
                : byCoat + facetChance * facets.reflectionPdf(wo, wi) + (1 - coatChance - facetChance) * wi.z / Math.PI;
    }
}
