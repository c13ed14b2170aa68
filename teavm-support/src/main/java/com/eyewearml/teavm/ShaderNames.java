package com.eyewearml.teavm;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Short names for what only shaders themselves refer to: functions, variables, members of blocks, what one stage hands to the next.
 * Names stay that the language gives, that preprocessor lines use, and that programs look up: uniforms, blocks and attributes.
 */
final class ShaderNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern LOOKED_UP = Pattern.compile("\\buniform\\s+(?:(?:lowp|mediump|highp)\\s+)?(\\w+)(?:\\s+(\\w+))?");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^(?:layout\\s*\\([^)]*\\)\\s*)?in\\s+\\w+\\s+(\\w+)");
    private static final Pattern SWIZZLE = Pattern.compile("[xyzw]{1,4}|[rgba]{1,4}|[stpq]{1,4}");
    /** Keywords and built-in functions (The OpenGL ES Shading Language 3.00, sections 3.7 and 8) that the shaders use, or may. */
    private static final Set<String> LANGUAGE = Set.of(("const uniform layout centroid flat smooth break continue do for while switch case "
            + "default if else in out inout float int void bool true false invariant discard return mat2 mat3 mat4 mat2x3 mat3x2 vec2 vec3 "
            + "vec4 ivec2 ivec3 ivec4 bvec2 bvec3 bvec4 uint uvec2 uvec3 uvec4 lowp mediump highp precision sampler2D sampler3D samplerCube "
            + "sampler2DShadow sampler2DArray isampler2D usampler2D struct std140 location es main "
            + "radians degrees sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh pow exp log exp2 log2 sqrt inversesqrt abs sign "
            + "floor trunc round roundEven ceil fract mod modf min max clamp mix step smoothstep isnan isinf floatBitsToInt floatBitsToUint "
            + "intBitsToFloat uintBitsToFloat packHalf2x16 unpackHalf2x16 packUnorm2x16 unpackUnorm2x16 length distance dot cross normalize "
            + "faceforward reflect refract matrixCompMult outerProduct transpose determinant inverse lessThan lessThanEqual greaterThan "
            + "greaterThanEqual equal notEqual any all not textureSize texture textureProj textureLod textureOffset texelFetch textureGrad "
            + "dFdx dFdy fwidth").split(" "));

    private final Map<String, String> shortened;

    private ShaderNames(Map<String, String> shortened) {
        this.shortened = shortened;
    }

    /**
     * Finds short names for all shaders of a program's folder, the same in each.
     *
     * @param shaders   texts without comments
     * @param attribute texts of those that are vertex shaders
     */
    static ShaderNames of(Collection<String> shaders, Collection<String> attribute) {
        Set<String> kept = new HashSet<>(LANGUAGE);
        shaders.forEach(text -> keepLookedUp(text, kept));
        attribute.forEach(text -> ATTRIBUTE.matcher(text).results().forEach(match -> kept.add(match.group(1))));
        Map<String, Long> uses = shaders.stream().flatMap(text -> NAME.matcher(text).results().map(match -> match.group()))
                .filter(name -> !kept.contains(name) && !name.startsWith("gl_") && !SWIZZLE.matcher(name).matches())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Set<String> taken = new HashSet<>(kept);
        shaders.forEach(text -> NAME.matcher(text).results().forEach(match -> taken.add(match.group())));
        Map<String, String> shortened = new HashMap<>();
        int next = 0;
        for (String name : uses.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).toList()) {
            String candidate;
            do {
                candidate = name(next++);
            } while (taken.contains(candidate) || SWIZZLE.matcher(candidate).matches());
            if (candidate.length() < name.length()) {
                shortened.put(name, candidate);
            }
        }
        return new ShaderNames(shortened);
    }

    private static void keepLookedUp(String text, Set<String> kept) {
        text.lines().filter(line -> line.startsWith("#")).forEach(line -> NAME.matcher(line).results().forEach(match -> kept.add(match.group())));
        LOOKED_UP.matcher(text).results().forEach(match -> {
            kept.add(match.group(1));
            if (match.group(2) != null) {
                kept.add(match.group(2));
            }
        });
    }

    /** a, b, … Z, aa, ab, … */
    private static String name(int index) {
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        String last = String.valueOf(letters.charAt(index % letters.length()));
        return index < letters.length() ? last : name(index / letters.length() - 1) + last;
    }

    /** The text with short names. */
    String in(String text) {
        return text.lines().map(line -> line.startsWith("#") ? line
                : NAME.matcher(line).replaceAll(match -> Matcher.quoteReplacement(shortened.getOrDefault(match.group(), match.group()))))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
