package com.eyewearml.client.bench;

import com.eyewearml.client.browsertest.TestPage;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page allocates while it runs something, by function, from V8's sampling heap profiler; what is collected meanwhile counts.
 *
 * @param bytesByFunction allocated bytes by name and file of the function; what belongs to no file is the browser's
 */
record AllocationProfile(Map<String, Long> bytesByFunction) {
    private static final int SAMPLING_INTERVAL_BYTES = 128;

    static AllocationProfile record(TestPage page, String expression) {
        CDPSession session = page.page().context().newCDPSession(page.page());
        JsonObject options = new JsonObject();
        options.addProperty("samplingInterval", SAMPLING_INTERVAL_BYTES);
        options.addProperty("includeObjectsCollectedByMajorGC", true);
        options.addProperty("includeObjectsCollectedByMinorGC", true);
        session.send("HeapProfiler.enable");
        session.send("HeapProfiler.startSampling", options);
        page.evaluate("() => " + expression);
        JsonObject profile = session.send("HeapProfiler.stopSampling").getAsJsonObject("profile");
        session.detach();
        Map<String, Long> bytes = new TreeMap<>();
        add(profile.getAsJsonObject("head"), bytes);
        return new AllocationProfile(bytes);
    }

    private static void add(JsonObject node, Map<String, Long> bytes) {
        JsonObject frame = node.getAsJsonObject("callFrame");
        String url = frame.get("url").getAsString();
        long size = node.get("selfSize").getAsLong();
        if (size > 0) {
            String file = url.isEmpty() ? "the browser" : url.substring(url.lastIndexOf('/') + 1) + ":" + frame.get("lineNumber").getAsInt();
            bytes.merge(frame.get("functionName").getAsString() + " in " + file, size, Long::sum);
        }
        JsonArray children = node.getAsJsonArray("children");
        for (JsonElement child : children) {
            add(child.getAsJsonObject(), bytes);
        }
    }

    long bytes() {
        return bytesByFunction.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The functions that allocate most. */
    List<String> largest(int count) {
        return bytesByFunction.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(count)
                .map(entry -> entry.getValue() + " bytes in " + entry.getKey()).toList();
    }
}
