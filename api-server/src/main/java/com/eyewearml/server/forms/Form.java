package com.eyewearml.server.forms;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What somebody filled in, and what is wrong with it: a page shows both, so that nothing typed is lost. */
public final class Form {
    /** Field that proves the form to be from a page of ours. */
    public static final String CSRF = "csrf";

    private final Map<String, List<String>> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Nothing filled in. */
    public static Form empty() {
        return new Form(Map.of());
    }

    /** Filled in by us. */
    public static Form of(Map<String, String> values) {
        Map<String, List<String>> lists = new TreeMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Form(lists);
    }

    /** Filled in by us, with what is wrong with another. */
    public static Form withErrors(Map<String, String> values, Form rejected) {
        Form form = of(values);
        form.errors.putAll(rejected.errors);
        return form;
    }

    /** Filled in by whoever sends the request; read once, kept in its context. */
    public static Form of(ServerRequest req) {
        return req.context().get(Form.class).orElseGet(() -> {
            Form form = new Form(values(req.context().get(Parameters.class).orElseGet(() -> req.content().as(Parameters.class))));
            req.context().register(form);
            return form;
        });
    }

    private static Map<String, List<String>> values(Parameters parameters) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String name : parameters.names()) {
            List<String> all = parameters.all(name);
            // PostgreSQL's text holds every character but this one.
            if (all.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new RequestException(ErrorCode.BAD_REQUEST, "A field contains a character that no keyboard types. Type it again.");
            }
            // A field left empty has no value at all here.
            values.put(name, all.isEmpty() ? List.of("") : all);
        }
        return values;
    }

    /** What a field holds, without spaces around it; empty where nothing. */
    public String value(String name) {
        return raw(name).strip();
    }

    /** What a field holds, to the character. */
    public String raw(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** All that fields of one name hold. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a box is ticked. */
    public boolean checked(String name) {
        return values.containsKey(name);
    }

    /** Says what is wrong with a field; what was said first stays. */
    public void reject(String name, String message) {
        errors.putIfAbsent(name, message);
    }

    /** Whether nothing is wrong. */
    public boolean valid() {
        return errors.isEmpty();
    }

    /** What is wrong with a field; empty where nothing. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    /** All that is wrong, by field. */
    public Map<String, String> errors() {
        return errors;
    }
}
