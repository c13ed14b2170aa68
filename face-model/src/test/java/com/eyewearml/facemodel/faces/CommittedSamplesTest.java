package com.eyewearml.facemodel.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.Clip;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed sample faces and clip, as the shop serves them. */
class CommittedSamplesTest {
    private static final Path FOLDER = Path.of("samples");
    /** Mean absolute difference over the face to the nearest averaged portrait: below, the average could be taken for a portrait. */
    private static final float LEAST_DIFFERENCE_LEVELS = 4;

    /** About half an iris: the darkest place of an eye is its pupil or the shadow of the upper lid. */
    private static final double IRIS_TOLERANCE_PX = 5;

    private final SampleManifest manifest = read("samples.json", SampleManifest.class);

    @Test
    void everySampleAveragesManyPortraitsAndResemblesNone() {
        assertTrue(manifest.samples().size() >= 3, "several sample faces");
        for (SampleManifest.Sample sample : manifest.samples()) {
            assertTrue(sample.portraits() >= SampleGroup.LEAST_PORTRAITS, sample.file());
            assertTrue(sample.nearestDifference() > LEAST_DIFFERENCE_LEVELS, sample.file());
        }
    }

    @Test
    void manifestAgreesWithTheGroups() throws IOException {
        List<SampleGroup> groups = SampleGroup.read();
        assertEquals(groups.size(), manifest.samples().size());
        for (int i = 0; i < groups.size(); i++) {
            assertEquals(groups.get(i).id() + ".jpg", manifest.samples().get(i).file());
            assertEquals(groups.get(i).portraits().size(), manifest.samples().get(i).portraits());
        }
    }

    @Test
    void picturesAreSmallAndOfTheirDeclaredSize() throws IOException {
        for (SampleManifest.Sample sample : manifest.samples()) {
            Path file = FOLDER.resolve(sample.file());
            Rgb picture = Rgb.read(file);
            assertEquals(sample.width(), picture.width(), sample.file());
            assertEquals(sample.height(), picture.height(), sample.file());
            assertTrue(Files.size(file) <= SampleFaces.SAMPLE_LIMIT_BYTES, sample.file());
        }
    }

    @Test
    void irisesAreDarkerThanTheSkinBelowTheEyes() throws IOException {
        for (SampleManifest.Sample sample : manifest.samples()) {
            float[] points = read(sample.pointsFile(), SampleManifest.Points.class).points();
            assertEquals(3 * FacePoints.COUNT, points.length);
            Rgb picture = Rgb.read(FOLDER.resolve(sample.file()));
            float apart = points[3 * FacePoints.LEFT_IRIS_CENTRE] - points[3 * FacePoints.RIGHT_IRIS_CENTRE];
            for (int iris : new int[] {FacePoints.RIGHT_IRIS_CENTRE, FacePoints.LEFT_IRIS_CENTRE}) {
                float x = points[3 * iris], y = points[3 * iris + 1];
                assertTrue(green(picture, x, y) < 0.75 * green(picture, x, y + 0.25f * apart), sample.file() + ", iris " + iris);
            }
        }
    }

    @Test
    void clipHasAPoseForEveryPicture() throws IOException {
        assertFalse(manifest.clips().isEmpty());
        for (SampleManifest.Clip clip : manifest.clips()) {
            SampleManifest.Poses poses = read(clip.posesFile(), SampleManifest.Poses.class);
            List<RgbaImage> pictures = Clip.read(FOLDER.resolve(clip.file()));
            assertTrue(Files.size(FOLDER.resolve(clip.file())) <= SampleFaces.CLIP_LIMIT_BYTES);
            assertEquals(poses.frames().size(), pictures.size());
            for (RgbaImage picture : pictures) {
                assertEquals(poses.width(), picture.width());
                assertEquals(poses.height(), picture.height());
            }
        }
    }

    /** The iris moves under the pose; the picture must have moved with it. */
    @Test
    void irisesOfTheClipAreWhereItsPosesPutThem() throws IOException {
        for (SampleManifest.Clip clip : manifest.clips()) {
            SampleManifest.Poses poses = read(clip.posesFile(), SampleManifest.Poses.class);
            List<RgbaImage> pictures = Clip.read(FOLDER.resolve(clip.file()));
            PinholeCamera camera = new PinholeCamera().set(poses.width(), poses.height(), poses.verticalFovRad());
            for (int i = 0; i < pictures.size(); i++) {
                RigidPose pose = HeadMotion.pose(poses.frames().get(i));
                int iris = poses.frames().get(i).yawRad() > 0 ? FacePoints.RIGHT_IRIS_CENTRE : FacePoints.LEFT_IRIS_CENTRE;
                double z = ReliefRenderer.apply(pose, 2, poses.pointsMm(), 3 * iris);
                double x = camera.pixelX(ReliefRenderer.apply(pose, 0, poses.pointsMm(), 3 * iris), z);
                double y = camera.pixelY(ReliefRenderer.apply(pose, 1, poses.pointsMm(), 3 * iris), z);
                assertTrue(darkest(pictures.get(i), x, y) < IRIS_TOLERANCE_PX, "frame " + i);
            }
        }
    }

    /** Distance from (x, y) to the centre of the darkest disc of an iris' size nearby, pixels. */
    private static double darkest(RgbaImage picture, double x, double y) {
        double least = Double.MAX_VALUE;
        double distance = 0;
        for (int dy = -10; dy <= 10; dy++) {
            for (int dx = -10; dx <= 10; dx++) {
                double sum = 0;
                for (int j = -3; j <= 3; j++) {
                    for (int i = -3; i <= 3; i++) {
                        int at = 4 * ((int) (y + dy + j) * picture.width() + (int) (x + dx + i));
                        sum += picture.pixels()[at] & 255;
                    }
                }
                if (sum < least) {
                    least = sum;
                    distance = Math.hypot(dx, dy);
                }
            }
        }
        return distance;
    }

    private static double green(Rgb picture, float x, float y) {
        double sum = 0;
        for (int j = -2; j <= 2; j++) {
            for (int i = -2; i <= 2; i++) {
                sum += picture.pixels()[3 * (((int) y + j) * picture.width() + (int) x + i) + 1] & 255;
            }
        }
        return sum / 25;
    }

    private static <T> T read(String file, Class<T> type) {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            return new Gson().fromJson(reader, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
