package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Piece;
import java.util.List;
import java.util.Set;

/** What the names in a file say about a part. Names come in many languages and habits; only whole words and their beginnings count. */
final class PartNames {
    private static final List<String> LENS = List.of("lens", "glass", "verre", "glas", "glaser", "linse", "lente", "vetro", "cristal",
            "crystal", "shield", "visor", "szklo", "линза", "стекло", "镜片", "レンズ", "렌즈");
    private static final List<String> TEMPLE = List.of("temple", "arm", "branche", "bügel", "buegel", "bugel", "leg", "earpiece", "asta",
            "aste", "stanghett", "patilla", "varilla", "haste", "poot", "veer", "zausznik", "дужк", "заушник", "镜腿", "テンプル",
            "다리");
    private static final List<String> FRONT = List.of("front", "rim", "frame", "bridge", "face", "fassung", "monture", "montatura", "montura",
            "armacao", "nose", "pad", "plaquette", "steg", "оправ", "镜框", "フロント");
    private static final Set<String> STRAY = Set.of("ground", "floor", "plane", "shadow", "backdrop", "background", "boden", "schatten",
            "sol", "ombre", "suelo", "piso", "pavimento", "logo", "watermark", "stand", "podium", "display", "head", "mannequin", "dummy",
            "occluder", "camera", "light");
    /** Words that would be taken for parts by their beginning but are not. */
    private static final Set<String> OTHER = Set.of("glasses", "sunglasses", "eyeglasses", "armature", "glossy", "lensless", "frames",
            "legal", "frame");

    private PartNames() {
    }

    static boolean lens(Piece piece) {
        return any(piece, LENS);
    }

    static boolean temple(Piece piece) {
        return any(piece, TEMPLE) && !any(piece, FRONT);
    }

    static boolean stray(Piece piece) {
        for (String word : words(piece)) {
            if (STRAY.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(Piece piece, List<String> stems) {
        for (String word : words(piece)) {
            if (OTHER.contains(word)) {
                continue;
            }
            for (String stem : stems) {
                boolean matches = stem.length() <= 3 ? word.equals(stem) || word.equals(stem + "s") : word.startsWith(stem);
                if (matches) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String[] words(Piece piece) {
        return piece.names().split("[^\\p{L}]+");
    }
}
