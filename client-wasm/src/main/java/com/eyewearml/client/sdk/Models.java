package com.eyewearml.client.sdk;

import com.eyewearml.client.sdk.EngineException.Code;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.face.shape.HeadModelException;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.ModelFormatException;
import com.eyewearml.nn.Weights;

/**
 * What the engine has learned.
 *
 * @param landmarker parameters of {@link FaceNetworks#landmarker()}
 * @param detector   parameters of {@link FaceNetworks#detector()}
 * @param head       how human heads vary
 */
public record Models(Weights landmarker, Weights detector, HeadModel head) {
    /**
     * Reads the three files a page delivers.
     *
     * @throws EngineException where one of them cannot be used; the message names the file
     */
    public static Models parse(byte[] landmarker, byte[] detector, byte[] head) {
        return new Models(network("landmarker.ewml", landmarker, FaceNetworks.landmarker()),
                network("detector.ewml", detector, FaceNetworks.detector()), head("head.ewhd", head));
    }

    /**
     * Reads the file of the visibility network.
     *
     * @throws EngineException where it cannot be used
     */
    public static Weights visibility(byte[] file) {
        return network("visibility.ewml", file, FaceNetworks.visibility());
    }

    private static Weights network(String name, byte[] file, Graph graph) {
        try {
            return ModelFile.parse(file, graph).weights();
        } catch (ModelFormatException e) {
            throw new EngineException(switch (e.code()) {
                case TRUNCATED -> Code.MODEL_TRUNCATED;
                case WRONG_VERSION, WRONG_GRAPH -> Code.MODEL_VERSION;
                case NOT_A_MODEL, BAD_CHECKSUM, NON_FINITE -> Code.MODEL_CHECKSUM;
            }, name + ": " + e.getMessage(), e);
        }
    }

    private static HeadModel head(String name, byte[] file) {
        try {
            return HeadModel.parse(file);
        } catch (HeadModelException e) {
            throw new EngineException(switch (e.reason()) {
                case TRUNCATED -> Code.MODEL_TRUNCATED;
                case UNSUPPORTED_VERSION -> Code.MODEL_VERSION;
                case NOT_A_HEAD_MODEL, CHECKSUM_MISMATCH, INCONSISTENT -> Code.MODEL_CHECKSUM;
            }, name + ": " + e.getMessage(), e);
        }
    }
}
