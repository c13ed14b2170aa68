package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.EyewearModel;

/** Which of a draw's triangles are drawn. */
enum Span {
    ALL, FRONT, TEMPLES;

    int first(EyewearModel.Draw run) {
        return this == TEMPLES ? run.firstIndex() + run.frontCount() : run.firstIndex();
    }

    int count(EyewearModel.Draw run) {
        return this == ALL ? run.indexCount() : this == FRONT ? run.frontCount() : run.indexCount() - run.frontCount();
    }
}
