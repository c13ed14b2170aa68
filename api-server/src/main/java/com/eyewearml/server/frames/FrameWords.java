package com.eyewearml.server.frames;

import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.LensOptions.Tint;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.frames.WordTable.Row;

/** What shops write about frames, in English, German, French, Spanish, Italian, Dutch, Portuguese and Polish. */
final class FrameWords {
    /** Colours, of which each kind of material has its own shades. */
    enum Colour {
        BLACK(FrameMaterial.ACETATE_BLACK, FrameMaterial.METAL_BLACK, "Black"),
        HAVANA(FrameMaterial.ACETATE_HAVANA, FrameMaterial.METAL_BLACK, "Havana"),
        HONEY(FrameMaterial.ACETATE_HONEY, FrameMaterial.METAL_GOLD, "Honey"),
        CRYSTAL(FrameMaterial.ACETATE_CRYSTAL, FrameMaterial.METAL_SILVER, "Crystal"),
        GREY(FrameMaterial.ACETATE_SMOKE, FrameMaterial.METAL_GUNMETAL, "Grey"),
        CHAMPAGNE(FrameMaterial.ACETATE_CHAMPAGNE, FrameMaterial.METAL_GOLD, "Champagne"),
        PINK(FrameMaterial.ACETATE_BLUSH, FrameMaterial.METAL_ROSE_GOLD, "Pink"),
        GREEN(FrameMaterial.ACETATE_OLIVE, FrameMaterial.METAL_GUNMETAL, "Green"),
        BLUE(FrameMaterial.ACETATE_NAVY, FrameMaterial.METAL_GUNMETAL, "Blue"),
        RED(FrameMaterial.ACETATE_BURGUNDY, FrameMaterial.METAL_ROSE_GOLD, "Red"),
        WHITE(FrameMaterial.ACETATE_IVORY, FrameMaterial.METAL_SILVER, "White"),
        HORN(FrameMaterial.ACETATE_HORN, FrameMaterial.METAL_GOLD, "Horn"),
        BROWN(FrameMaterial.ACETATE_HAVANA, FrameMaterial.METAL_ROSE_GOLD, "Brown"),
        WOOD(FrameMaterial.WALNUT, FrameMaterial.METAL_GOLD, "Wood"),
        CARBON(FrameMaterial.CARBON, FrameMaterial.METAL_GUNMETAL, "Carbon"),
        ROSE_GOLD(FrameMaterial.ACETATE_BLUSH, FrameMaterial.METAL_ROSE_GOLD, "Rose gold"),
        GOLD(FrameMaterial.ACETATE_CHAMPAGNE, FrameMaterial.METAL_GOLD, "Gold"),
        SILVER(FrameMaterial.ACETATE_CRYSTAL, FrameMaterial.METAL_SILVER, "Silver"),
        GUNMETAL(FrameMaterial.ACETATE_SMOKE, FrameMaterial.METAL_GUNMETAL, "Gunmetal"),
        TITANIUM(FrameMaterial.ACETATE_SMOKE, FrameMaterial.TITANIUM, "Titanium");

        private final FrameMaterial acetate;
        private final FrameMaterial metal;
        private final String displayName;

        Colour(FrameMaterial acetate, FrameMaterial metal, String displayName) {
            this.acetate = acetate;
            this.metal = metal;
            this.displayName = displayName;
        }

        FrameMaterial of(FrameMaterial.Kind kind) {
            return kind == FrameMaterial.Kind.METAL ? metal : acetate;
        }

        String displayName() {
            return displayName;
        }
    }

    static final WordTable<FrameShape> SHAPES = WordTable.of(
            new Row<>(FrameShape.CAT_EYE, "cat[- ]?eyes?|katzenaugen?\\p{L}*|œil de chat|ojo de gato|kocie oczy"),
            new Row<>(FrameShape.NAVIGATOR, "navigators?"),
            new Row<>(FrameShape.AVIATOR, "aviators?|aviador(?:as?)?|aviateur|aviatore|pilot\\p{L}*|piloto|pilotki|teardrops?|tropfen\\p{L}*"),
            new Row<>(FrameShape.BROW, "brow ?lines?|half[- ]?brow"),
            new Row<>(FrameShape.BUTTERFLY, "butterfl(?:y|ies)|schmetterling\\p{L}*|papillon|mariposa|farfalla|vlinder\\p{L}*"),
            new Row<>(FrameShape.HEXAGON, "hexagon(?:al)?e?|sechseckig\\p{L}*|hexagonales?|esagonal[ei]|geometric|geometrisch\\p{L}*|géométriques?|geométric\\p{L}*"),
            new Row<>(FrameShape.PANTO, "pantos?"),
            new Row<>(FrameShape.TRAPEZOID, "trapezoid(?:al)?|trapez\\p{L}*|wayfarers?"),
            new Row<>(FrameShape.RECTANGLE, "rectang(?:le|ular)\\p{L}*|rechteckig\\p{L}*|rettangolar[ei]|rechthoekig\\p{L}*|retangular\\p{L}*|prostokątn\\p{L}*"),
            new Row<>(FrameShape.SQUARE, "squared?|quadratisch\\p{L}*|eckig\\p{L}*|carrée?s?|cuadrad[oa]s?|quadrat[oaie]|vierkant\\p{L}*|quadrad[oa]s?|kwadratow\\p{L}*"),
            new Row<>(FrameShape.OVAL, "oval[ei]?s?|ovale[rsn]?"),
            new Row<>(FrameShape.ROUND, "round(?:ed)?|rund[ers]?\\p{L}{0,2}|rondes?|ronds?|redond[oa]s?|tond[oaie]|okrągł\\p{L}*|circular|circle"));

    static final WordTable<RimType> RIMS = WordTable.of(
            new Row<>(RimType.SEMI_RIMLESS, "semi[- ]?rimless|half[- ]?rim(?:med)?|halbrand\\p{L}*|nylor|demi[- ]cercl\\p{L}*|semi al aire|halfrand\\p{L}*"),
            new Row<>(RimType.RIMLESS, "rimless|frameless|randlos\\p{L}*|sans monture|sans cercle|percées?|al aire|senza montatura|randloze?"),
            new Row<>(RimType.BROWLINE, "brow ?lines?|half[- ]?brow"));

    static final WordTable<FrameMaterial.Kind> MATERIALS = WordTable.of(
            new Row<>(FrameMaterial.Kind.METAL, "metal(?:lic)?|metall\\p{L}*|métal(?:lique)?|metallo|titan(?:ium|e|io)?|stainless(?: steel)?|edelstahl|"
                    + "steel|wire|monel|alumini\\p{L}*|acier|acero|acciaio|rvs"),
            new Row<>(FrameMaterial.Kind.ACETATE, "acet[aá]t[eo]?|acétate|plastic|kunststoff|plastique|pl[aá]stico|plastica|tr[- ]?90|nylon|zyl|wood(?:en)?|"
                    + "holz|bois|madera|legno|hout|carbon|horn"));

    static final WordTable<Colour> COLOURS = WordTable.of(
            new Row<>(Colour.ROSE_GOLD, "rose[- ]?gold|ros[eé]gold|or rose|oro rosa"),
            new Row<>(Colour.GUNMETAL, "gun ?metal|ruthenium|anthra[cz]it\\p{L}*"),
            new Row<>(Colour.HONEY, "honey|honig|miel|miele|amber|blonde? (?:tortoise|havana)|light (?:tortoise|havana)"),
            new Row<>(Colour.HAVANA, "havana|havanna|havane|tortoise(?: ?shell)?|schildpatt|écaille|carey|tartaruga|schildpad|demi|leopard"),
            new Row<>(Colour.CRYSTAL, "crystal|kristall|cristal|clear|transparent\\p{L}*|translucent|trasparente"),
            new Row<>(Colour.CHAMPAGNE, "champagne|beige|nude|sand"),
            new Row<>(Colour.PINK, "pink|rosa|rose|blush|lila|purple|violett?|magenta|fuchsia"),
            new Row<>(Colour.GREEN, "green|grün\\p{L}*|verte?s?|verdes?|olive?|oliv|khaki|groen|zielon\\p{L}*"),
            new Row<>(Colour.BLUE, "blue|navy|blau\\p{L}*|bleue?s?|marine|azul|blu|azzurro|blauw|petrol|teal|niebiesk\\p{L}*"),
            new Row<>(Colour.RED, "red|burgundy|bordeaux|rot|rote[rsn]?|rouge|rojo|rosso|rood|vermelho|wine|cherry|orange|coral|czerwon\\p{L}*"),
            new Row<>(Colour.WHITE, "white|ivory|cream|weiß|weiss|elfenbein|blanc|blanche|blanco|bianco|wit|branco|biał\\p{L}*"),
            new Row<>(Colour.CARBON, "carbon"),
            new Row<>(Colour.WOOD, "wood(?:en)?|walnut|holz|nussbaum|bois|madera|legno|hout"),
            new Row<>(Colour.HORN, "horn|corne|cuerno|corno"),
            new Row<>(Colour.BROWN, "brown|braun\\p{L}*|marron|brun|marr[oó]n|marrone|bruin|castanho|chocolate|cognac|brąz\\p{L}*"),
            new Row<>(Colour.GOLD, "gold(?:en)?|goldfarben|doré|dorado|d'?oro|oro|goud|dourado|złot\\p{L}*|yellow|gelb"),
            new Row<>(Colour.SILVER, "silver|silber\\p{L}*|argent[éo]?|plata|plateado|argento|zilver|prata|chrome|palladium|srebrn\\p{L}*"),
            new Row<>(Colour.TITANIUM, "brushed titanium|titan(?:ium|e|io)?"),
            new Row<>(Colour.GREY, "gr[ea]y|smoke|grau\\p{L}*|gris|grigio|grijs|cinza|szar\\p{L}*"),
            new Row<>(Colour.BLACK, "black|schwarz\\p{L}*|noire?s?|negr[oa]s?|ner[oai]|zwart|preto|czarn\\p{L}*|onyx|ebony"));

    static final WordTable<Boolean> SUN = WordTable.of(new Row<>(true, "sun ?glass(?:es)?|sun|sunnies|sonnenbrillen?|(?:lunettes )?de soleil|solaires?|"
            + "gafas de sol|lentes de sol|occhiali da sole|da sole|zonnebril(?:len)?|óculos de sol|okulary przeciwsłoneczne|solbriller|solglasögon|shades"));

    static final WordTable<LensOptions> LENSES = WordTable.of(
            new Row<>(LensOptions.mirror(LensOptions.Coating.MIRROR_BLUE), "blue mirror(?:ed)?|mirror(?:ed)? blue"),
            new Row<>(LensOptions.mirror(LensOptions.Coating.MIRROR_GOLD), "gold mirror(?:ed)?|mirror(?:ed)? gold"),
            new Row<>(LensOptions.mirror(LensOptions.Coating.MIRROR_SILVER), "mirror(?:ed)?|verspiegelt\\p{L}*|miroir|espejad[oa]s?|specchiat[oaei]"),
            new Row<>(LensOptions.gradient(Tint.GREY, 0.12, 0.5), "gradient|verlauf\\p{L}*|dégradé\\p{L}*|degradad[oa]s?|sfumat[oaei]"),
            new Row<>(LensOptions.tinted(Tint.BROWN, 0.15), "brown lens(?:es)?|brown"),
            new Row<>(LensOptions.tinted(Tint.GREEN, 0.15), "green lens(?:es)?|g-?15"));

    static final WordTable<Boolean> POLARISED = WordTable.of(new Row<>(true, "polari[sz]ed|polarisiert\\p{L}*|polarisée?s?|polarizad[oa]s?|polarizzat[oaei]"));

    private FrameWords() { }
}
