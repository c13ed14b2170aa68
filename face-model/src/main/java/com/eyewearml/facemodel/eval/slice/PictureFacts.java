package com.eyewearml.facemodel.eval.slice;

import com.eyewearml.face.RoiRule;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.Luminance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an annotated picture without asking an engine.
 *
 * @param glasses          empty where it is not known
 * @param yawRad           see {@link YawEstimate}
 * @param faceShare        longer side of the face over the picture's height
 * @param pictureLuminance mean linear luminance, 0–1
 * @param skinLuminance    see {@link SkinLuminance}
 */
public record PictureFacts(boolean monochrome, Optional<Boolean> glasses, double yawRad, double faceShare, double pictureLuminance,
        double skinLuminance) {
    /** Reads every picture of a set, in the order of its entries. */
    public static List<PictureFacts> of(EvalDev data, HeadModel head) throws IOException {
        YawEstimate yaw = new YawEstimate(head, data.meshVertex());
        GlassesLabels glasses = GlassesLabels.of(data);
        List<PictureFacts> facts = new ArrayList<>();
        for (EvalDev.Entry entry : data.entries()) {
            Rgb picture = data.picture(entry);
            facts.add(new PictureFacts(Monochrome.is(picture), glasses.wearsGlasses(entry.file()), yaw.yawRad(entry.landmarks68()),
                    entry.region().sidePx / RoiRule.MARGIN / entry.height(), Luminance.mean(picture), SkinLuminance.of(picture, entry)));
        }
        return facts;
    }
}
