package com.eyewearml.server.products;

import java.util.OptionalDouble;
import java.util.Set;

/** A dimension of a frame: within which bounds a number can be it, and what shops call it. */
enum Dimension {
    LENS_WIDTH(34, 72, Set.of("lens width", "lens size", "lens", "eye size", "eye", "calibre", "caliber", "a", "glasbreite", "scheibenbreite",
            "glas", "largeur du verre", "largeur verre", "verre", "ancho de lente", "ancho lente", "lente", "larghezza lente",
            "calibro", "lensbreedte", "glasbreedte", "largura da lente", "szerokość soczewki", "レンズ幅", "镜片宽度")),
    LENS_HEIGHT(18, 66, Set.of("lens height", "b", "glashöhe", "scheibenhöhe", "hauteur du verre", "hauteur verre", "alto de lente",
            "altura de lente", "altezza lente", "lenshoogte", "altura da lente", "wysokość soczewki", "レンズ高さ", "镜片高度")),
    DBL(8, 32, Set.of("bridge width", "bridge size", "bridge", "dbl", "distance between lenses", "stegbreite", "steg", "nasensteg", "pont",
            "largeur du pont", "puente", "ancho del puente", "ponte", "larghezza ponte", "neusbrug", "brugbreedte", "brug", "mostek",
            "ブリッジ幅", "鼻梁宽度")),
    TEMPLE_LENGTH(95, 175, Set.of("temple length", "temple size", "temple", "temples", "arm length", "arm", "arms", "side length",
            "bügellänge", "bügel", "longueur des branches", "longueur branche", "branche", "branches", "patilla", "patillas",
            "largo de patilla", "varilla", "asta", "aste", "lunghezza asta", "pootlengte", "veerlengte", "haste", "zausznik",
            "テンプル長", "镜腿长度"));

    private final double minMm;
    private final double maxMm;
    private final Set<String> labels;

    Dimension(double minMm, double maxMm, Set<String> labels) {
        this.minMm = minMm;
        this.maxMm = maxMm;
        this.labels = labels;
    }

    boolean plausible(double mm) {
        return mm >= minMm && mm <= maxMm;
    }

    Set<String> labels() {
        return labels;
    }

    FrameSize of(double mm) {
        OptionalDouble value = OptionalDouble.of(mm);
        OptionalDouble none = OptionalDouble.empty();
        return new FrameSize(this == LENS_WIDTH ? value : none, this == LENS_HEIGHT ? value : none, this == DBL ? value : none,
                this == TEMPLE_LENGTH ? value : none);
    }
}
